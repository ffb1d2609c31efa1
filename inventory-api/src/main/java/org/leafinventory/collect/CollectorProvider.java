package org.leafinventory.collect;

/**
 * Offers the {@link Collector} of one scheme of targets, so that it is found by being on the class
 * path or module path.
 *
 * <p>A provider is found through {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/org.leafinventory.collect.CollectorProvider}, or in a module say {@code
 * provides org.leafinventory.collect.CollectorProvider with …}. It is a public class with a public
 * constructor without arguments.
 *
 * <pre>{@code
 * public final class OshiCollectorProvider implements CollectorProvider {
 *   public String scheme() { return "oshi"; }            // oshi:local
 *   public Collector create() { return new OshiCollector(); }
 * }
 * }</pre>
 */
public interface CollectorProvider {

  /**
   * The scheme of the targets that the collector can ask, as in {@link Target#scheme()}: a
   * lower-case letter, then lower-case letters, digits, {@code +}, {@code .} or {@code -}.
   */
  String scheme();

  /**
   * The collector, set up as people expect it who set nothing up themselves. Called at most once by
   * each registry, when the first target of the scheme is asked.
   */
  Collector create();
}
