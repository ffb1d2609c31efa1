package org.leafinventory.nix.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.testkit.arbitrary.Inventories;

class AnyInventoryTest {

  private final Path folder = temporaryFolder();

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void whatever_a_machine_is_called_its_configuration_evaluates_to_what_it_said(
      @ForAll("fleets") List<HardwareInventory> macs) {
    JsonNode hosts =
        LeafFolder.write(folder, macs.toArray(HardwareInventory[]::new))
            .evaluate(
                "builtins.mapAttrs (_: host: { inherit (host.config) networking nixpkgs; "
                    + "inherit (host.config.leaf) hardware; inherit (host.config) assertions; })"
                    + " outputs.darwinConfigurations");

    assertThat(hosts.size()).isEqualTo(macs.size());
    for (HardwareInventory mac : macs) {
      SystemInfo system = mac.systemInfo();
      JsonNode host = hosts.get(mac.hostName().value());
      String name = system.computerName().orElse("null");
      assertThat(host.at("/networking/computerName").asText()).isEqualTo(name);
      assertThat(host.at("/hardware/system/computerName").asText()).isEqualTo(name);
      assertThat(host.at("/networking/hostName").isNull()).isEqualTo(!mac.hostName().isRfc1123());
      assertThat(host.at("/hardware/hardware/memory/sizeBytes").asLong())
          .isEqualTo(mac.hardware().memoryBytes().bytes());
      assertThat(host.at("/hardware/disks").size()).isEqualTo(mac.disks().size());
    }
  }

  @Provide
  Arbitrary<List<HardwareInventory>> fleets() {
    // Folders of the same letters are the same folder on the disk of many a Mac.
    return Inventories.any()
        .list()
        .uniqueElements(mac -> mac.hostName().value().toLowerCase(Locale.ROOT))
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  @AfterTry
  void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("leaf");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
