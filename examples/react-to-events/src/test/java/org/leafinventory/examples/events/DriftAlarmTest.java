package org.leafinventory.examples.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.service.InventoryService;

class DriftAlarmTest {

  private static final Target TARGET = Target.parse("10.1.1.10");

  private final List<String> alarms = new ArrayList<>();
  private final Deque<HardwareInventory> answers = new ArrayDeque<>();

  @Test
  void raises_an_alarm_when_memory_is_taken_out_and_none_when_time_passes(@TempDir Path folder) {
    InventoryService service = service(folder);
    HardwareInventory mac = mac(64);
    answers.add(mac);
    answers.add(mac.withExtractedAt(Instant.EPOCH.plusSeconds(1)));
    answers.add(mac(32).withExtractedAt(Instant.EPOCH.plusSeconds(2)));
    service.extract(TARGET);
    service.extract(TARGET);
    assertThat(alarms).isEmpty();
    service.extract(TARGET);
    assertThat(alarms).singleElement().asString().contains("studio", "memory");
  }

  @Test
  void raises_an_alarm_when_a_mac_does_not_answer(@TempDir Path folder) {
    assertThat(catchThrowable(() -> service(folder).extract(TARGET))).isNotNull();
    assertThat(alarms).containsExactly("ssh://10.1.1.10 did not answer: connection refused");
  }

  private InventoryService service(Path folder) {
    FileInventoryStore store = FileInventoryStore.at(folder);
    return InventoryService.builder()
        .collector(this::answer)
        .store(store)
        .sink(new DriftAlarm(store, alarms::add))
        .build();
  }

  private HardwareInventory answer(Target target) {
    if (answers.isEmpty()) {
      throw new CollectionException(
          target, FailureKind.CONNECT, "connection refused", "switch it on");
    }
    return answers.remove();
  }

  private static HardwareInventory mac(int gibibytes) {
    return HardwareInventory.builder()
        .extractedAt(Instant.EPOCH)
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of("studio"))
                .architecture(Architecture.ARM64)
                .build())
        .hardware(
            Hardware.builder().cpuCores(24).memoryBytes(ByteSize.ofGibibytes(gibibytes)).build())
        .build();
  }
}
