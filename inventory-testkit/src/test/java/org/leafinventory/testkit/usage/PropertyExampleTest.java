package org.leafinventory.testkit.usage;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.NatsSize;
import org.leafinventory.testkit.arbitrary.Macs;

/** What the guide shows of generated Macs. */
class PropertyExampleTest {

  @Property
  void what_is_written_reads_back(@ForAll HardwareInventory mac) {
    assertThat(InventoryJson.read(InventoryJson.write(mac), "mac.json")).isEqualTo(mac);
  }

  @Property
  void external_disks_are_not_storage(@ForAll HardwareInventory mac, @ForAll Disk disk) {
    HardwareInventory without = mac.withDisks();
    assertThat(without.withDisks(disk.withInternal(false)).internalStorage())
        .isEqualTo(ByteSize.ZERO);
  }

  @Property
  void half_the_memory_of_a_builder_is_written_in_whole_gigabytes(
      @ForAll("builders") HardwareInventory mac) {
    ByteSize half = ByteSize.ofBytes(mac.hardware().memoryBytes().bytes() / 2);
    assertThat(NatsSize.format(half)).endsWith("GB");
  }

  @Provide
  Arbitrary<HardwareInventory> builders() {
    return Macs.everyday()
        .withCores(8)
        .withMemory(Arbitraries.of(16, 32, 64).map(ByteSize::ofGibibytes))
        .withInternalStorage(ByteSize.ofGigabytes(1000))
        .onMacos("15.*");
  }
}
