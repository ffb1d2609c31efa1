package org.leafinventory.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.MemoryModule;
import org.leafinventory.model.SystemProfiler;
import org.leafinventory.standard.StandardTuningPolicy;
import org.leafinventory.testkit.arbitrary.Inventories;

/** The laws of drift, over any two inventories. */
class InventoryDiffPropertyTest {

  @Provide
  Arbitrary<HardwareInventory> macs() {
    return Inventories.any();
  }

  @Property(tries = 200)
  void a_machine_does_not_differ_from_itself(@ForAll("macs") HardwareInventory mac) {
    InventoryDiff diff = InventoryDiff.between(mac, mac);

    assertThat(diff.changes()).isEmpty();
    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.changesTuning(StandardTuningPolicy.standard())).isFalse();
  }

  @Property(tries = 300)
  void the_other_way_round_everything_is_undone(
      @ForAll("macs") HardwareInventory a, @ForAll("macs") HardwareInventory b) {
    List<Change> undone =
        InventoryDiff.between(a, b).changes().stream()
            .map(
                it ->
                    new Change(
                        it.path(),
                        it.changeClass(),
                        /* before= */ it.after(),
                        /* after= */ it.before()))
            .toList();

    assertThat(InventoryDiff.between(b, a).changes()).isEqualTo(undone);
  }

  @Property(tries = 300)
  void no_path_is_told_twice_and_each_prints_on_one_line(
      @ForAll("macs") HardwareInventory a, @ForAll("macs") HardwareInventory b) {
    List<Change> changes = InventoryDiff.between(a, b).changes();

    assertThat(changes).extracting(Change::path).doesNotHaveDuplicates();
    assertThat(changes)
        .allSatisfy(it -> assertThat(it.toString()).doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
  }

  @Property(tries = 200)
  void the_order_in_which_a_machine_lists_things_does_not_matter(
      @ForAll("macs") HardwareInventory a,
      @ForAll("macs") HardwareInventory b,
      @ForAll Random random) {
    assertThat(InventoryDiff.between(a, shuffled(a, random)).isEmpty()).isTrue();
    assertThat(InventoryDiff.between(a, shuffled(b, random)).changes())
        .isEqualTo(InventoryDiff.between(a, b).changes());
  }

  @Property(tries = 300)
  void a_diff_is_empty_only_if_all_that_is_compared_is_equal(
      @ForAll("macs") HardwareInventory a, @ForAll("macs") HardwareInventory b, @ForAll Random r) {
    HardwareInventory mixed =
        pick(r, a, a.withSystemInfo(b.systemInfo()))
            .withUsb(pick(r, a, b).usb())
            .withPower(pick(r, a, b).power())
            .withSecurity(pick(r, a, b).security())
            .withDisks(pick(r, a, b).disks());

    assertThat(InventoryDiff.between(a, mixed).isEmpty())
        .isEqualTo(comparable(a).equals(comparable(mixed)));
  }

  @Property(tries = 200)
  void only_what_was_replaced_is_different(
      @ForAll("macs") HardwareInventory a, @ForAll("macs") HardwareInventory b) {
    assertThat(InventoryDiff.between(a, a.withVolumes(b.volumes())).changes())
        .allSatisfy(it -> assertThat(it.path()).startsWith("volumes["));
    assertThat(InventoryDiff.between(a, a.withHardware(b.hardware())).changes())
        .allSatisfy(it -> assertThat(it.path()).startsWith("hardware."));
  }

  @Example
  void time_grows_with_size_and_not_with_its_square() {
    HardwareInventory mac = CompleteMac.MAC;
    HardwareInventory before = mac.withMemoryModules(modules(50_000, 8));
    HardwareInventory after = mac.withMemoryModules(modules(50_000, 16));

    assertTimeout(
        Duration.ofSeconds(20),
        () -> assertThat(InventoryDiff.between(before, after).changes()).hasSize(50_000));
  }

  @Example
  void the_128_modules_of_a_machine_are_told_apart() {
    HardwareInventory before = CompleteMac.MAC.withMemoryModules(modules(128, 8));
    HardwareInventory after = CompleteMac.MAC.withMemoryModules(modules(128, 16));

    assertThat(InventoryDiff.between(before, after).changes())
        .hasSize(128)
        .allSatisfy(it -> assertThat(it.path()).endsWith(".size"));
  }

  /** Half with a slot of their own, half without any. */
  private static List<MemoryModule> modules(int number, int gibibytes) {
    return IntStream.range(0, number)
        .mapToObj(
            i -> {
              var module = MemoryModule.builder().size(ByteSize.ofGibibytes(gibibytes));
              return i % 2 == 0 ? module.slot("DIMM " + i).build() : module.build();
            })
        .toList();
  }

  private static HardwareInventory pick(Random r, HardwareInventory a, HardwareInventory b) {
    return r.nextInt(4) > 0 ? a : b;
  }

  private static String comparable(HardwareInventory mac) {
    return Unordered.copy(
            InventoryJson.toTree(
                mac.withSystemProfiler(SystemProfiler.EMPTY).withExtractedAt(Instant.EPOCH)))
        .toString();
  }

  private static HardwareInventory shuffled(HardwareInventory mac, Random random) {
    return mac.withHardware(
            mac.hardware()
                .withCoreClusters(shuffled(mac.hardware().coreClusters(), random))
                .withGpus(shuffled(mac.hardware().gpus(), random)))
        .withDisks(shuffled(mac.disks(), random))
        .withVolumes(shuffled(mac.volumes(), random))
        .withMemoryModules(shuffled(mac.memoryModules(), random))
        .withNetworkInterfaces(
            shuffled(mac.networkInterfaces(), random).stream()
                .map(it -> it.withAddresses(shuffled(it.addresses(), random)))
                .toList())
        .withDisplays(shuffled(mac.displays(), random))
        .withThunderbolt(
            shuffled(mac.thunderbolt(), random).stream()
                .map(it -> it.withDevices(shuffled(it.devices(), random)))
                .toList())
        .withUsb(shuffled(mac.usb(), random))
        .withIssues(shuffled(mac.issues(), random));
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }
}
