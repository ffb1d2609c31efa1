package org.leafinventory.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.testkit.assertion.LeafAssertions.assertThatCollectionFails;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;

class FakesTest {

  static final HardwareInventory MAC =
      HardwareInventory.builder()
          .systemInfo(
              SystemInfo.builder()
                  .hostname(HostName.of("up"))
                  .architecture(Architecture.ARM64)
                  .build())
          .hardware(Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(16)).build())
          .extractedAt(Instant.EPOCH)
          .build();

  private static final Target UP = Target.ssh("up");

  @Test
  void ids_count_up_from_one() {
    SequentialIds ids = new SequentialIds();

    assertThat(List.of(ids.get(), ids.get()))
        .containsExactly(
            UUID.fromString("00000000-0000-0000-0000-000000000001"), SequentialIds.id(2));
  }

  @Test
  void a_collector_tells_what_it_was_asked() {
    CannedCollector macs = CannedCollector.answering(UP, MAC);

    macs.collect(UP);
    assertThatCollectionFails(() -> macs.collect(Target.ssh("other")))
        .hasKind(FailureKind.UNSUPPORTED)
        .hasTarget(Target.ssh("other"))
        .hasAdviceContaining("it knows [ssh://up]");

    assertThat(macs.asked()).containsExactly(UP, Target.ssh("other"));
  }

  @Test
  void a_built_collector_does_not_change_with_its_builder() {
    CannedCollector.Builder builder = CannedCollector.builder();
    CannedCollector before = builder.build();
    builder.answers(UP, MAC);

    assertThatCollectionFails(() -> before.collect(UP)).hasKind(FailureKind.UNSUPPORTED);
    assertThat(builder.build().collect(UP)).isEqualTo(MAC);
  }

  @Test
  void recorded_events_are_found_by_type_and_correlation() {
    RecordedEvents events = new RecordedEvents();
    InventoryEvent started = event(1, EventType.EXTRACTION_STARTED);
    InventoryEvent failed = event(2, EventType.EXTRACTION_FAILED);
    assertThat(events.last()).isEmpty();

    events.emit(started);
    events.emit(failed);

    assertThat(events.types())
        .containsExactly(EventType.EXTRACTION_STARTED, EventType.EXTRACTION_FAILED);
    assertThat(events.ofType(EventType.EXTRACTION_FAILED)).containsExactly(failed);
    assertThat(events.ofCorrelation(new UUID(1, 1))).containsExactly(started);
    assertThat(events.last()).contains(failed);
    events.clear();
    assertThat(events.all()).isEmpty();
  }

  private static InventoryEvent event(int correlation, EventType type) {
    return new InventoryEvent(
        new UUID(0, correlation),
        type,
        "up",
        "inventory",
        Instant.EPOCH,
        new UUID(1, correlation),
        Optional.empty(),
        Map.of());
  }
}
