package org.leafinventory.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.event.EventSinkException;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.eventlog.EventLog;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.export.ExportException;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.policy.Tier;
import org.leafinventory.store.StoreException;
import org.leafinventory.testkit.time.MutableClock;

class InventoryServiceTest {

  private static final Target TARGET = Target.parse("admin@10.1.1.10");
  private static final Instant NOW = Instant.parse("2026-01-24T12:00:00Z");

  @TempDir private Path root;

  private final List<InventoryEvent> events = new ArrayList<>();
  private final AtomicLong nextId = new AtomicLong();
  private final MutableClock clock = MutableClock.at(NOW);

  @Test
  void keeps_what_the_collector_tells_and_decides_its_tuning() {
    FileInventoryStore store = FileInventoryStore.at(root);

    Extraction extraction = service().store(store).build().extract(TARGET);

    assertThat(extraction.inventory()).isEqualTo(studio());
    assertThat(extraction.tuning().maxConnections().value()).isEqualTo(10_000);
    assertThat(extraction.tuning().maxConnections().reason().tier()).isEqualTo(Tier.HIGH);
    assertThat(store.latest(HostName.of("mac-studio-01"))).contains(studio());
    assertThat(extraction.snapshot().orElseThrow().takenAt()).isEqualTo(NOW);
  }

  @Test
  void keeps_nothing_without_a_store() {
    assertThat(service().build().extract(TARGET).snapshot()).isEmpty();
  }

  @Test
  void tells_of_start_discovery_and_completion_in_one_chain() {
    Extraction extraction = service().build().extract(TARGET);

    assertThat(events)
        .extracting(InventoryEvent::eventType)
        .containsExactly(
            EventType.EXTRACTION_STARTED,
            EventType.HARDWARE_DISCOVERED,
            EventType.EXTRACTION_COMPLETED);
    assertThat(events)
        .extracting(InventoryEvent::correlationId)
        .containsOnly(extraction.correlationId());
    assertThat(events)
        .extracting(InventoryEvent::causationId)
        .containsExactly(
            Optional.empty(),
            Optional.of(events.get(0).eventId()),
            Optional.of(events.get(1).eventId()));
    assertThat(events)
        .extracting(InventoryEvent::aggregateId)
        .containsExactly("ssh://admin@10.1.1.10", "mac-studio-01", "mac-studio-01");
    assertThat(events.get(1).data())
        .containsEntry("cpu_cores", 24)
        .containsEntry("memory_gb", 192L)
        .containsEntry("storage_bytes", 2_001_111_162_880L);
  }

  @Test
  void takes_times_and_ids_from_outside() {
    InventoryService service =
        service()
            .collector(
                target -> {
                  clock.advance(Duration.ofSeconds(5));
                  return studio();
                })
            .build();

    service.extract(TARGET);

    assertThat(events)
        .extracting(InventoryEvent::timestamp)
        .containsExactly(NOW, NOW.plusSeconds(5), NOW.plusSeconds(5));
    assertThat(events.get(0).correlationId()).isEqualTo(new UUID(0, 1));
    assertThat(events.get(0).eventId()).isEqualTo(new UUID(0, 2));
  }

  @Test
  void tells_of_a_failed_collection_and_passes_the_failure_on() {
    CollectionException refused =
        new CollectionException(TARGET, FailureKind.CONNECT, "no connection", "switch it on");
    InventoryService service =
        service()
            .collector(
                target -> {
                  throw refused;
                })
            .build();

    assertThatThrownBy(() -> service.extract(TARGET)).isSameAs(refused);

    assertThat(types()).containsExactly(EventType.EXTRACTION_STARTED, EventType.EXTRACTION_FAILED);
    assertThat(events.get(1).data())
        .containsEntry("kind", "connect")
        .containsEntry("reason", "no connection")
        .containsEntry("advice", "switch it on");
    assertThat(events.get(1).causationId()).contains(events.get(0).eventId());
  }

  @Test
  void tells_of_an_inventory_that_could_not_be_kept() throws Exception {
    Files.writeString(root.resolve("inventory"), "a file where a folder should be");
    InventoryService service = service().store(FileInventoryStore.at(root)).build();

    assertThatThrownBy(() -> service.extract(TARGET)).isInstanceOf(StoreException.class);

    assertThat(types()).endsWith(EventType.HARDWARE_DISCOVERED, EventType.EXTRACTION_FAILED);
    assertThat(events.get(2).data()).containsEntry("kind", "store");
  }

  @Test
  void keeps_the_inventory_even_if_an_exporter_fails() {
    FileInventoryStore store = FileInventoryStore.at(root);
    InventoryService service =
        service()
            .store(store)
            .exporter(
                (inventory, tuning) -> {
                  throw new ExportException("disk full", null);
                })
            .build();

    assertThatThrownBy(() -> service.extract(TARGET)).isInstanceOf(ExportException.class);

    assertThat(store.latest(HostName.of("mac-studio-01"))).isPresent();
    assertThat(types()).endsWith(EventType.EXTRACTION_FAILED);
  }

  @Test
  void reports_what_every_exporter_did() {
    ExportedFile one = new ExportedFile(Path.of("one"), ExportedFile.Outcome.WRITTEN);
    ExportedFile two = new ExportedFile(Path.of("two"), ExportedFile.Outcome.KEPT_EDITED);

    Extraction extraction =
        service()
            .exporter((inventory, tuning) -> List.of(one))
            .exporter((inventory, tuning) -> List.of(two))
            .build()
            .extract(TARGET);

    assertThat(extraction.exports()).containsExactly(one, two);
    assertThat(String.valueOf(events.get(2).data().get("files"))).contains("two", "kept_edited");
  }

  @Test
  void a_failing_sink_does_not_hide_what_failed_before() {
    CollectionException refused =
        new CollectionException(TARGET, FailureKind.CONNECT, "no connection", "switch it on");
    InventoryService service =
        InventoryService.builder()
            .collector(
                target -> {
                  throw refused;
                })
            .sink(
                event -> {
                  if (event.eventType().equals(EventType.EXTRACTION_FAILED)) {
                    throw new EventSinkException("log is full", null);
                  }
                })
            .build();

    assertThatThrownBy(() -> service.extract(TARGET))
        .isSameAs(refused)
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
  }

  @Test
  void writes_its_events_to_the_log_before_it_returns() {
    Extraction extraction = service().sink(JsonLinesEventLog.at(root)).build().extract(TARGET);

    try (var logged = EventLog.read(root.resolve("events/events.jsonl"))) {
      assertThat(logged)
          .hasSize(3)
          .allMatch(event -> event.correlationId().equals(extraction.correlationId()));
    }
  }

  @Test
  void generates_the_configuration_of_a_host_from_its_latest_inventory() {
    FileInventoryStore store = FileInventoryStore.at(root);
    store.save(studio());
    ExportedFile file = new ExportedFile(Path.of("one"), ExportedFile.Outcome.WRITTEN);

    Generation generation =
        service()
            .store(store)
            .generator((inventory, tuning) -> List.of(file))
            .build()
            .generate(HostName.of("mac-studio-01"));

    assertThat(generation.inventory()).isEqualTo(studio());
    assertThat(generation.files()).containsExactly(file);
    assertThat(types())
        .containsExactly(EventType.GENERATION_STARTED, EventType.GENERATION_COMPLETED);
    assertThat(events).extracting(InventoryEvent::aggregateId).containsOnly("mac-studio-01");
    assertThat(events).extracting(InventoryEvent::aggregateType).containsOnly("host_config");
    assertThat(events.get(1).causationId()).contains(events.get(0).eventId());
  }

  @Test
  void a_host_without_inventory_is_a_failed_generation() {
    InventoryService service = service().store(FileInventoryStore.at(root)).build();

    assertThatThrownBy(() -> service.generate(HostName.of("mac-2")))
        .isInstanceOf(NoInventoryException.class)
        .hasMessageContaining("No inventory found for mac-2");

    assertThat(types()).containsExactly(EventType.GENERATION_STARTED, EventType.GENERATION_FAILED);
    assertThat(events.get(1).data()).containsEntry("kind", "no_inventory");
  }

  @Test
  void needs_a_collector() {
    assertThatThrownBy(() -> InventoryService.builder().build())
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("collector");
  }

  private InventoryService.Builder service() {
    return InventoryService.builder()
        .collector(target -> studio())
        .sink(events::add)
        .clock(clock)
        .ids(() -> new UUID(0, nextId.incrementAndGet()));
  }

  private List<EventType> types() {
    return events.stream().map(InventoryEvent::eventType).toList();
  }

  private static HardwareInventory studio() {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of("mac-studio-01"))
                .architecture(Architecture.ARM64)
                .build())
        .hardware(Hardware.builder().cpuCores(24).memoryBytes(ByteSize.ofGibibytes(192)).build())
        .addDisks(
            Disk.builder()
                .device("disk0")
                .size(ByteSize.ofBytes(2_001_111_162_880L))
                .internal(true)
                .build())
        .extractedAt(NOW)
        .build();
  }
}
