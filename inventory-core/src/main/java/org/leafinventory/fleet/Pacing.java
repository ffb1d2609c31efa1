package org.leafinventory.fleet;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.leafinventory.collect.Target;

/**
 * Spares what several targets share, such as a jump host whose sshd takes only so many log-ins at
 * once ({@code MaxStartups}): within a group, only so many attempts run at the same time, and they
 * begin some time apart. Targets without a group are not held back.
 *
 * @param group the group of a target, if it has one; must not throw. Asked once for each target of
 *     a run, by the calling thread, which does nothing else meanwhile
 * @param atOnce how many attempts of one group may run at the same time, 1 or more
 * @param interval how long to wait after one attempt of a group has begun until the next begins
 */
public record Pacing(Function<Target, Optional<String>> group, int atOnce, Duration interval) {

  private static final Pacing NONE =
      new Pacing(target -> Optional.empty(), Integer.MAX_VALUE, Duration.ZERO);

  /** Checks the limits. */
  public Pacing {
    if (atOnce < 1 || interval.isNegative() || interval.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "pacing needs at least 1 at once and 0 to 1 day between, not "
              + atOnce
              + " and "
              + interval);
    }
  }

  /** Holds nothing back. */
  public static Pacing none() {
    return NONE;
  }

  /**
   * At most {@code atOnce} of each group at the same time.
   *
   * @param group the group of a target, if it has one
   * @throws IllegalArgumentException if {@code atOnce} is less than 1
   */
  public static Pacing perGroup(Function<Target, Optional<String>> group, int atOnce) {
    return new Pacing(group, atOnce, Duration.ZERO);
  }

  /**
   * At most {@code atOnce} at the same time through each host that is connected to: the jump host
   * where there is one, else the target's own address. Targets without an address, such as {@code
   * local:}, are not held back.
   *
   * <pre>{@code
   * Pacing.perEntryPoint(service::entryPoint, 8)
   * }</pre>
   *
   * @param entryPoint as {@link org.leafinventory.collect.Collector#entryPoint}
   * @throws IllegalArgumentException if {@code atOnce} is less than 1
   */
  public static Pacing perEntryPoint(Function<Target, String> entryPoint, int atOnce) {
    return perGroup(
        target ->
            Optional.of(entryPoint.apply(target).toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty()),
        atOnce);
  }

  /**
   * The same, but with attempts of one group beginning at least {@code apart}.
   *
   * @throws IllegalArgumentException if it is negative or more than a day
   */
  public Pacing withInterval(Duration apart) {
    return new Pacing(group, atOnce, apart);
  }
}
