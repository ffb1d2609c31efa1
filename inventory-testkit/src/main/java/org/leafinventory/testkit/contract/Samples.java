package org.leafinventory.testkit.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.testkit.arbitrary.Macs;

/** Inventories for tests of Jupiter: the same ones every time. */
final class Samples {

  static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");
  static final HostName STUDIO = HostName.of("studio");

  private static final String SEED = "20260124";

  private Samples() {}

  /**
   * Generated values, always the same for the same arbitrary. One thread at a time: jqwik keeps
   * what belongs to a session in maps that all threads share.
   */
  static synchronized <T> List<T> of(Arbitrary<T> arbitrary, int count) {
    List<T> samples = new ArrayList<>();
    JqwikSession.run(SEED, () -> arbitrary.sampleStream().limit(count).forEach(samples::add));
    return samples;
  }

  static <T> List<T> of(Class<T> type, int count) {
    return of(Arbitraries.defaultFor(type), count);
  }

  /** A small one of the host {@code studio} that differs from others by its core count. */
  static HardwareInventory studio(int cores, Instant extractedAt) {
    return of(STUDIO, cores, extractedAt);
  }

  static HardwareInventory of(HostName host, int cores, Instant extractedAt) {
    return of(Macs.bare().named(host.value()).withCores(cores).extractedAt(extractedAt), 1).get(0);
  }
}
