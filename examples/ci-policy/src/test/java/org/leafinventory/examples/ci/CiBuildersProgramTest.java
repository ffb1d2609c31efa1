package org.leafinventory.examples.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;

class CiBuildersProgramTest {

  @Test
  void prints_each_mac_and_why(@TempDir Path folder) {
    FileInventoryStore.at(folder)
        .save(
            HardwareInventory.builder()
                .extractedAt(Instant.EPOCH)
                .systemInfo(
                    SystemInfo.builder()
                        .hostname(HostName.of("builder-1"))
                        .architecture(Architecture.ARM64)
                        .build())
                .hardware(
                    Hardware.builder().cpuCores(24).memoryBytes(ByteSize.ofGibibytes(64)).build())
                .build());

    assertThat(printed(folder))
        .contains("builder-1")
        .contains("nix_max_jobs = 8, because hardware.memory_bytes is 68719476736 bytes, 2 virtual")
        .contains("jetstream_max_memory = 8.6 GB, because");
  }

  private static String printed(Path folder) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      CiBuilders.main(folder.toString());
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
