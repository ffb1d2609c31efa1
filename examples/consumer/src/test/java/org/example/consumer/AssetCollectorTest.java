package org.example.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.testkit.assertion.LeafAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Target;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.service.InventoryService;

class AssetCollectorTest {

  @Test
  void is_found_by_its_scheme(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("studio.properties");
    Files.writeString(file, "host = studio\ncores = 24\nmemory_gb = 192\n");

    HardwareInventory mac =
        InventoryService.discover().extract(Target.of("asset", file.toString())).inventory();

    assertThat(mac).hasHostName("studio").hasCores(24).hasMemory(ByteSize.ofGibibytes(192));
  }

  @Property(tries = 100)
  void tells_of_any_mac_what_its_file_says(@ForAll HardwareInventory mac) throws IOException {
    Assume.that(mac.hardware().memoryGb() >= 1);
    Path file = Files.createTempFile("mac", ".properties");
    try {
      Files.writeString(
          file,
          "host = " + mac.hostName() + "\n"
              + "cores = " + mac.hardware().cpuCores() + "\n"
              + "memory_gb = " + mac.hardware().memoryGb() + "\n");

      HardwareInventory read =
          new AssetCollectorProvider().create().collect(Target.of("asset", file.toString()));

      assertThat(read.hostName()).isEqualTo(mac.hostName());
      assertThat(read).hasCores(mac.hardware().cpuCores());
      assertThat(read.hardware().memoryGb()).isEqualTo(mac.hardware().memoryGb());
    } finally {
      Files.delete(file);
    }
  }
}
