package org.leafinventory.nix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.print.NixPrinter;
import org.leafinventory.testkit.arbitrary.Inventories;

/** What real Nix reads in {@code hardware.nix} is what the inventory says. */
class HardwareNixTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void has_the_promised_keys() throws Exception {
    JsonNode nix = evaluate(studio());

    assertThat(nix.at("/system/hostname").asText()).isEqualTo("mac-studio-01");
    assertThat(nix.at("/system/computerName").asText()).isEqualTo("Bob's 24\" iMac");
    assertThat(nix.at("/system/model").asText()).isEqualTo("Mac14,14");
    assertThat(nix.at("/system/serialNumber").asText()).isEqualTo("LF7QX2M9WK");
    assertThat(nix.at("/hardware/cpu/type").asText()).isEqualTo("Apple M2 Ultra");
    assertThat(nix.at("/hardware/cpu/cores").asInt()).isEqualTo(24);
    assertThat(nix.at("/hardware/cpu/threads").asInt()).isEqualTo(24);
    assertThat(nix.at("/hardware/memory/sizeGB").asInt()).isEqualTo(192);
    assertThat(nix.at("/hardware/memory/sizeBytes").asLong()).isEqualTo(206_158_430_208L);
    assertThat(nix.at("/hardware/arch").asText()).isEqualTo("arm64");
    assertThat(nix.at("/os/version").asText()).isEqualTo("26.1");
    assertThat(nix.at("/os/build").asText()).isEqualTo("25B78");
    assertThat(nix.at("/os/kernel").asText()).isEqualTo("25.1.0");
    assertThat(nix.at("/disks/0/device").asText()).isEqualTo("disk0");
    assertThat(nix.at("/disks/0/size").asLong()).isEqualTo(2_001_111_162_880L);
    assertThat(nix.at("/networking/interfaces/en0/port").asText()).isEqualTo("Ethernet");
    assertThat(nix.at("/performance/memoryPressure/threshold").asInt()).isEqualTo(90);
    assertThat(nix.at("/performance/maxConcurrency").asText()).isEqualTo("high");
    assertThat(nix.at("/performance/nats/maxConnections").asInt()).isEqualTo(10_000);
    assertThat(nix.at("/performance/nats/maxPending").asText()).isEqualTo("2GB");
    assertThat(nix.at("/storage/jetstream/maxFileStore").asText()).isEqualTo("500GB");
    assertThat(nix.at("/storage/jetstream/maxMemoryStore").asText()).isEqualTo("16GB");
    assertThat(nix.at("/storage/backup/retentionDays").asInt()).isEqualTo(90);
    assertThat(nix.at("/monitoring/prometheus/retention").asText()).isEqualTo("90d");
  }

  @Test
  void leaves_out_what_the_machine_did_not_tell() throws Exception {
    HardwareInventory bare =
        HardwareInventory.builder()
            .systemInfo(
                SystemInfo.builder()
                    .hostname(HostName.of("bare"))
                    .architecture(Architecture.X86_64)
                    .build())
            .hardware(Hardware.builder().cpuCores(2).memoryBytes(ByteSize.ofBytes(1)).build())
            .extractedAt(Instant.EPOCH)
            .build();

    JsonNode nix = evaluate(bare);

    assertThat(nix.at("/system")).hasToString("{\"hostname\":\"bare\"}");
    assertThat(nix.at("/hardware/cpu")).hasToString("{\"cores\":2}");
    assertThat(nix.at("/os")).hasToString("{}");
    assertThat(nix.at("/disks")).isEmpty();
    assertThat(nix.at("/networking/interfaces")).isEmpty();
  }

  @Test
  void refuses_a_nul_and_names_the_host() {
    HardwareInventory nul = studio().withSystemInfo(studio().systemInfo().withComputerName("a\0b"));

    assertThatThrownBy(() -> HardwareNix.of(nul, Tunings.large()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NUL");
  }

  @Property(tries = 10)
  @AddLifecycleHook(RealNix.Needed.class)
  void real_nix_reads_the_values_of_any_inventory(
      @ForAll("batches") List<HardwareInventory> inventories) throws Exception {
    List<NixExpr> all = new ArrayList<>();
    inventories.forEach(inventory -> all.add(HardwareNix.of(inventory, Tunings.large())));

    JsonNode read =
        JSON.readTree(RealNix.evaluate(NixPrinter.print(Nix.file(Nix.list(all.toArray())))));

    for (int i = 0; i < inventories.size(); i++) {
      assertSame(inventories.get(i), read.get(i));
    }
  }

  @Property(tries = 200)
  void the_same_hardware_gives_the_same_bytes_whatever_else_changed(
      @ForAll("inventories") HardwareInventory inventory) {
    HardwareInventory later =
        inventory
            .withExtractedAt(inventory.extractedAt().plusSeconds(86_400))
            .withVolumes()
            .withIssues()
            .withSystemInfo(inventory.systemInfo().withBootTime(Optional.empty()));

    assertThat(text(later)).isEqualTo(text(inventory));
  }

  @Provide
  Arbitrary<HardwareInventory> inventories() {
    return Inventories.any();
  }

  @Provide
  Arbitrary<List<HardwareInventory>> batches() {
    return Inventories.any().list().ofSize(50);
  }

  private static void assertSame(HardwareInventory inventory, JsonNode nix) {
    SystemInfo system = inventory.systemInfo();
    assertThat(nix.at("/system/hostname").asText()).isEqualTo(inventory.hostName().value());
    assertText(nix.at("/system/computerName"), system.computerName());
    assertText(nix.at("/system/model"), system.model());
    assertText(nix.at("/system/serialNumber"), system.serialNumber());
    assertText(nix.at("/hardware/cpu/type"), inventory.hardware().cpuType());
    assertText(nix.at("/os/version"), system.macosVersion());
    assertThat(nix.at("/hardware/cpu/cores").asInt()).isEqualTo(inventory.hardware().cpuCores());
    assertThat(nix.at("/hardware/memory/sizeBytes").asLong())
        .isEqualTo(inventory.hardware().memoryBytes().bytes());
    assertThat(nix.at("/disks")).hasSize(inventory.disks().size());
    for (int i = 0; i < inventory.disks().size(); i++) {
      Disk disk = inventory.disks().get(i);
      JsonNode read = nix.at("/disks/" + i);
      assertThat(read.path("device").asText()).isEqualTo(disk.device());
      assertThat(read.path("size").asLong()).isEqualTo(disk.size().bytes());
      assertText(read.path("model"), disk.model());
    }
    for (NetworkInterface device : inventory.networkInterfaces()) {
      assertThat(nix.path("networking").path("interfaces").has(device.device())).isTrue();
    }
  }

  private static void assertText(JsonNode read, Optional<String> told) {
    assertThat(read.isMissingNode() ? Optional.empty() : Optional.of(read.asText()))
        .isEqualTo(told);
  }

  private static JsonNode evaluate(HardwareInventory inventory) throws Exception {
    return JSON.readTree(RealNix.evaluate(text(inventory)));
  }

  private static String text(HardwareInventory inventory) {
    return NixPrinter.print(Nix.file(HardwareNix.of(inventory, Tunings.large())));
  }

  static HardwareInventory studio() {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of("mac-studio-01"))
                .computerName("Bob's 24\" iMac")
                .model("Mac14,14")
                .serialNumber("LF7QX2M9WK")
                .architecture(Architecture.ARM64)
                .kernel("25.1.0")
                .macosVersion("26.1")
                .macosBuild("25B78")
                .build())
        .hardware(
            Hardware.builder()
                .cpuType("Apple M2 Ultra")
                .cpuCores(24)
                .cpuThreads(24)
                .memoryBytes(ByteSize.ofGibibytes(192))
                .build())
        .addDisks(
            Disk.builder()
                .device("disk0")
                .size(ByteSize.ofBytes(2_001_111_162_880L))
                .internal(true)
                .build())
        .addNetworkInterfaces(NetworkInterface.builder().device("en0").port("Ethernet").build())
        .extractedAt(Instant.parse("2026-01-24T12:00:00Z"))
        .build();
  }
}
