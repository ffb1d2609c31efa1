package org.leafinventory.testkit.arbitrary;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import org.leafinventory.collect.Target;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.model.ByteSize;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.Tuned;
import org.leafinventory.policy.TuningProfile;

/** What surrounds inventories: targets before, decisions and events after. */
final class Outcomes {

  private static final List<EventType> EVENT_TYPES =
      List.of(
          EventType.EXTRACTION_STARTED,
          EventType.HARDWARE_DISCOVERED,
          EventType.EXTRACTION_COMPLETED,
          EventType.EXTRACTION_FAILED,
          EventType.GENERATION_STARTED,
          EventType.GENERATION_COMPLETED,
          EventType.GENERATION_FAILED,
          new EventType("config.deployment.completed"));

  private Outcomes() {}

  static Arbitrary<Target> targets() {
    Arbitrary<Target> machines =
        Combinators.combine(
                Arbitraries.of("10.1.1.10", "studio.lab.example", "fe80::1"),
                Arbitraries.of("admin", "ci").optional(0.5),
                Arbitraries.integers().between(1, 65_535).optional(0.3))
            .as(
                (host, user, port) -> {
                  Target target = Target.ssh(host);
                  Target asUser = user.map(target::withUser).orElse(target);
                  return port.map(asUser::withPort).orElse(asUser);
                });
    return Arbitraries.oneOf(
        machines,
        Arbitraries.of("local:", "recording:mac.json", "recording:/tmp/my%40home.json")
            .map(Target::parse));
  }

  static Arbitrary<Reason> reasons() {
    return Arbitraries.integers()
        .between(1, 28)
        .map(
            cores -> {
              Tier tier = cores >= 16 ? Tier.HIGH : cores >= 8 ? Tier.MEDIUM : Tier.LOW;
              String rule =
                  switch (tier) {
                    case HIGH -> ">= 16 cores";
                    case MEDIUM -> ">= 8 cores and < 16 cores";
                    case LOW -> "< 8 cores";
                  };
              return new Reason("hardware.cpu_cores", cores + " cores", rule, tier, "any");
            });
  }

  /** Any values in their documented ranges. */
  static Arbitrary<TuningProfile> tuningProfiles() {
    Arbitrary<Tuned<ByteSize>> sizes =
        tuned(Arbitraries.integers().between(0, 512).map(ByteSize::ofGibibytes));
    Arbitrary<Tuned<Integer>> days = tuned(Arbitraries.integers().between(1, 365));
    return Builders.withBuilder(TuningProfile::builder)
        .use(tuned(Arbitraries.of("low", "medium", "high")))
        .in(TuningProfile.Builder::maxConcurrency)
        .use(tuned(Arbitraries.integers().between(1, 100_000)))
        .in(TuningProfile.Builder::maxConnections)
        .use(tuned(Arbitraries.integers().between(1, 128)))
        .in(TuningProfile.Builder::nixMaxJobs)
        .use(sizes)
        .in(TuningProfile.Builder::jetstreamMaxMemory)
        .use(sizes)
        .in(TuningProfile.Builder::maxPending)
        .use(tuned(Arbitraries.integers().between(1, 100)))
        .in(TuningProfile.Builder::memoryPressurePercent)
        .use(sizes)
        .in(TuningProfile.Builder::jetstreamMaxFile)
        .use(days)
        .in(TuningProfile.Builder::backupRetentionDays)
        .use(days)
        .in(TuningProfile.Builder::prometheusRetentionDays)
        .build(TuningProfile.Builder::build);
  }

  private static <T> Arbitrary<Tuned<T>> tuned(Arbitrary<T> values) {
    return Combinators.combine(values, reasons()).as(Tuned::new);
  }

  /** The library's own, and one of another program. */
  static Arbitrary<EventType> eventTypes() {
    return Arbitraries.of(EVENT_TYPES);
  }

  static Arbitrary<InventoryEvent> events() {
    return Combinators.combine(
            ids(),
            eventTypes(),
            Texts.hostNames(),
            Machines.times(),
            ids(),
            ids().optional(),
            data())
        .as(
            (id, type, host, time, correlation, cause, data) ->
                new InventoryEvent(
                    id,
                    type,
                    host.value(),
                    type.name().startsWith("config") ? "host_config" : "inventory",
                    time,
                    correlation,
                    cause,
                    data));
  }

  private static Arbitrary<UUID> ids() {
    return Arbitraries.longs().greaterOrEqual(1).map(number -> new UUID(0, number));
  }

  /** Only what JSON gives back as it was: no number that could be of another type. */
  private static Arbitrary<Map<String, Object>> data() {
    Arbitrary<Object> value =
        Arbitraries.oneOf(
            Texts.anyText(),
            Arbitraries.integers(),
            Arbitraries.of(true, false),
            Arbitraries.of(0.5, -1.25),
            Texts.anyText().list().ofMaxSize(3),
            Arbitraries.maps(Texts.anyText(), Arbitraries.integers()).ofMaxSize(3));
    return Arbitraries.maps(Arbitraries.of("duration_ms", "issues", "tiers", "error"), value);
  }
}
