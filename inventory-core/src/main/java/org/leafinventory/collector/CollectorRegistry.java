package org.leafinventory.collector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.CollectorProvider;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;

/**
 * The collectors there are, one for each scheme of targets: asks each target through the collector
 * of its scheme.
 *
 * <pre>{@code
 * Collector any = CollectorRegistry.discover();
 * any.collect(Target.parse("admin@10.1.1.10"));        // inventory-ssh, if it is there
 * any.collect(Target.parse("local:"));
 * any.collect(Target.parse("recording:mac.json"));
 * any.collect(Target.parse("oshi:local"));             // yours
 * }</pre>
 *
 * <p>A discovered collector is made when its scheme is first asked for. Immutable; thread-safe if
 * its collectors are, as their contract demands.
 */
public final class CollectorRegistry implements Collector {

  private final Map<String, Entry> entries;

  private CollectorRegistry(Map<String, Entry> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** A registry without any collector, to be filled by {@link #with}. */
  public static CollectorRegistry empty() {
    return new CollectorRegistry(new TreeMap<>());
  }

  /**
   * The collectors whose {@linkplain CollectorProvider providers} the class loader of the current
   * thread finds.
   *
   * @throws CollectorDiscoveryException if two are for one scheme, or one cannot be loaded
   */
  public static CollectorRegistry discover() {
    return of(ServiceLoader.load(CollectorProvider.class));
  }

  /**
   * The collectors of these providers, such as a {@link ServiceLoader} that was set up otherwise.
   *
   * @throws CollectorDiscoveryException if two are for one scheme, or one cannot be loaded
   */
  public static CollectorRegistry of(Iterable<CollectorProvider> providers) {
    List<CollectorProvider> found = new ArrayList<>();
    try {
      providers.forEach(found::add);
    } catch (ServiceConfigurationError e) {
      throw CollectorDiscoveryException.broken(e);
    }
    Map<String, Entry> entries = new TreeMap<>();
    for (CollectorProvider provider : found) {
      String scheme = requireScheme(provider);
      Entry entry = new LazyEntry(provider);
      Entry other = entries.putIfAbsent(scheme, entry);
      if (other != null) {
        throw CollectorDiscoveryException.ambiguous(scheme, other.name(), entry.name(), found);
      }
    }
    return new CollectorRegistry(entries);
  }

  /**
   * The same registry with {@code collector} for {@code scheme}, in place of one that was there.
   *
   * @throws IllegalArgumentException if {@code scheme} is none
   */
  public CollectorRegistry with(String scheme, Collector collector) {
    Target.requireScheme(scheme);
    Map<String, Entry> more = new TreeMap<>(entries);
    more.put(scheme, new FixedEntry(collector));
    return new CollectorRegistry(more);
  }

  /** The schemes that can be asked, sorted. */
  public Set<String> schemes() {
    return entries.keySet();
  }

  /**
   * Asks {@code target} through the collector of its scheme.
   *
   * @throws CollectionException if no inventory could be had; {@code UNSUPPORTED}, with a list of
   *     the collectors there are, if there is none for the scheme
   */
  @Override
  public HardwareInventory collect(Target target) {
    Entry entry = entries.get(target.scheme());
    if (entry == null) {
      throw new CollectionException(
          target,
          FailureKind.UNSUPPORTED,
          "no collector is registered for the scheme " + target.scheme() + " (found: " + this + ")",
          "add the library that offers one, or write the target with one of these schemes");
    }
    return collector(entry, target).collect(target);
  }

  /** As the collector of its scheme says, if there is one. */
  @Override
  public String entryPoint(Target target) {
    Entry entry = entries.get(target.scheme());
    try {
      return entry == null ? target.address() : entry.collector().entryPoint(target);
    } catch (RuntimeException unusable) {
      // Asking the target will tell of it.
      return target.address();
    }
  }

  private static Collector collector(Entry entry, Target target) {
    try {
      return entry.collector();
    } catch (RuntimeException e) {
      throw new CollectionException(
          target,
          FailureKind.UNSUPPORTED,
          entry.name() + " could not make its collector (" + e.getClass().getSimpleName() + ")",
          "see the cause, and the documentation of that collector",
          e);
    }
  }

  private static String requireScheme(CollectorProvider provider) {
    try {
      return Target.requireScheme(provider.scheme());
    } catch (RuntimeException e) {
      throw CollectorDiscoveryException.schemeless(provider, e);
    }
  }

  /** The schemes, each with where its collector comes from. */
  @Override
  public String toString() {
    return entries.isEmpty()
        ? "none"
        : entries.entrySet().stream()
            .map(entry -> entry.getKey() + ": from " + entry.getValue().name())
            .collect(Collectors.joining(", "));
  }

  /** A collector, and the name of the class that it comes from. */
  private interface Entry {
    String name();

    Collector collector();
  }

  private record FixedEntry(Collector collector) implements Entry {
    @Override
    public String name() {
      return collector.getClass().getName();
    }
  }

  /** Made once, by the first thread that wants it. */
  private static final class LazyEntry implements Entry {

    private final CollectorProvider provider;
    private volatile @Nullable Collector made;

    LazyEntry(CollectorProvider provider) {
      this.provider = provider;
    }

    @Override
    public String name() {
      return provider.getClass().getName();
    }

    @Override
    public Collector collector() {
      Collector collector = made;
      return collector != null ? collector : make();
    }

    private synchronized Collector make() {
      Collector collector = made;
      if (collector == null) {
        collector = provider.create();
        made = collector;
      }
      return collector;
    }
  }
}
