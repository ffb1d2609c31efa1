package org.leafinventory.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.fleet.Backoff;
import org.leafinventory.fleet.FleetOptions;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;
import org.slf4j.MDC;

class FleetServiceTest {

  private final List<InventoryEvent> events = Collections.synchronizedList(new ArrayList<>());

  @Test
  void each_target_is_an_extraction_with_a_correlation_id_of_its_own() {
    FleetReport report =
        service(FleetServiceTest::mac).extractAll(targets("mac-1", "mac-2", "mac-3"));

    assertThat(report.succeeded()).isEqualTo(3);
    assertThat(typesByTarget().values())
        .hasSize(3)
        .containsOnly(
            List.of(
                EventType.EXTRACTION_STARTED,
                EventType.HARDWARE_DISCOVERED,
                EventType.EXTRACTION_COMPLETED));
    assertThat(events.stream().map(InventoryEvent::correlationId).distinct()).hasSize(3);
  }

  @Test
  void a_failed_attempt_is_told_as_failed_only_if_no_other_follows() {
    AtomicInteger attempts = new AtomicInteger();
    InventoryService service =
        service(
            target -> {
              if (target.address().equals("down")) {
                throw failure(target, FailureKind.CONNECT);
              }
              if (attempts.incrementAndGet() < 3) {
                throw failure(target, FailureKind.TIMEOUT);
              }
              return mac(target);
            });

    FleetReport report = service.extractAll(targets("slow", "down"), quick());

    assertThat(report.results().get(0).attempts()).isEqualTo(3);
    assertThat(typesByTarget())
        .containsEntry(
            "ssh://slow",
            List.of(
                EventType.EXTRACTION_STARTED,
                EventType.EXTRACTION_RETRYING,
                EventType.EXTRACTION_RETRYING,
                EventType.HARDWARE_DISCOVERED,
                EventType.EXTRACTION_COMPLETED))
        .containsEntry(
            "ssh://down",
            List.of(
                EventType.EXTRACTION_STARTED,
                EventType.EXTRACTION_RETRYING,
                EventType.EXTRACTION_RETRYING,
                EventType.EXTRACTION_FAILED));
    assertThat(data(EventType.EXTRACTION_COMPLETED)).containsEntry("attempts", 3);
    assertThat(data(EventType.EXTRACTION_FAILED))
        .containsEntry("attempts", 3)
        .containsEntry("kind", "connect");
    assertThat(data(EventType.EXTRACTION_RETRYING)).containsKey("retry_in_ms");
  }

  @Test
  void host_keys_and_log_ins_that_were_refused_are_never_tried_again() {
    InventoryService service =
        service(
            target -> {
              throw failure(
                  target,
                  target.address().equals("key")
                      ? FailureKind.HOST_KEY
                      : FailureKind.AUTHENTICATION);
            });

    FleetReport report = service.extractAll(targets("key", "login"), quick());

    assertThat(report.results()).allMatch(result -> result.attempts() == 1);
    assertThat(events)
        .extracting(InventoryEvent::eventType)
        .doesNotContain(EventType.EXTRACTION_RETRYING);
  }

  @Test
  void what_is_logged_while_a_machine_is_asked_tells_which_one() {
    Map<String, String> seen = new ConcurrentHashMap<>();
    InventoryService service =
        service(
            target -> {
              seen.put(MDC.get("leaf.target"), MDC.get("leaf.correlation_id"));
              return mac(target);
            });
    MDC.put("leaf.target", "of the caller");

    service.extract(Target.ssh("mac-0"));
    service.extractAll(targets("mac-1", "mac-2"));

    assertThat(seen).containsOnlyKeys("ssh://mac-0", "ssh://mac-1", "ssh://mac-2");
    assertThat(seen.values())
        .allSatisfy(
            id ->
                assertThat(events).anyMatch(event -> event.correlationId().toString().equals(id)));
    assertThat(MDC.get("leaf.target")).isEqualTo("of the caller");
    assertThat(MDC.get("leaf.correlation_id")).isNull();
    MDC.remove("leaf.target");
  }

  private InventoryService service(Collector collector) {
    return InventoryService.builder().collector(collector).sink(events::add).build();
  }

  private static FleetOptions quick() {
    return FleetOptions.builder()
        .retries(2)
        .backoff(Backoff.exponential(Duration.ZERO, Duration.ofMillis(1)))
        .build();
  }

  private static List<Target> targets(String... hosts) {
    return List.of(hosts).stream().map(Target::ssh).toList();
  }

  private Map<String, List<EventType>> typesByTarget() {
    Map<String, List<EventType>> types = new TreeMap<>();
    for (InventoryEvent event : List.copyOf(events)) {
      types
          .computeIfAbsent(String.valueOf(event.data().get("target")), target -> new ArrayList<>())
          .add(event.eventType());
    }
    return types;
  }

  private Map<String, Object> data(EventType type) {
    return events.stream()
        .filter(event -> event.eventType().equals(type))
        .findFirst()
        .orElseThrow()
        .data();
  }

  private static CollectionException failure(Target target, FailureKind kind) {
    return new CollectionException(target, kind, "it was " + kind.key(), "mend it");
  }

  private static HardwareInventory mac(Target target) {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of(target.address()))
                .architecture(Architecture.ARM64)
                .build())
        .hardware(Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(16)).build())
        .extractedAt(Instant.parse("2026-01-24T12:00:00Z"))
        .build();
  }
}
