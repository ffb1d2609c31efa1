package org.leafinventory.api.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Volume;
import org.leafinventory.testkit.arbitrary.Inventories;

/** The generated inventories are worth testing with. */
class InventoriesTest {

  private static final int SAMPLES = 3000;

  @Example
  void every_odd_machine_turns_up() {
    Map<String, Predicate<HardwareInventory>> wanted =
        Map.of(
            "no disks", mac -> mac.disks().isEmpty(),
            "external disk", mac -> anyDisk(mac, disk -> disk.internal().equals(no())),
            "virtual disk", mac -> anyDisk(mac, disk -> disk.virtual().orElse(false)),
            "disk of unknown place", mac -> anyDisk(mac, disk -> disk.internal().isEmpty()),
            "three kinds of cores", mac -> mac.hardware().coreClusters().size() == 3,
            "128 modules", mac -> mac.memoryModules().size() == 128,
            "empty volume", mac -> mac.volumes().stream().anyMatch(InventoriesTest::isEmpty),
            "line feed", mac -> mac.systemInfo().computerName().orElse("").contains("\n"),
            "interpolation", mac -> mac.systemInfo().computerName().orElse("").contains("${"),
            "Intel", mac -> mac.systemInfo().architecture() == Architecture.X86_64);
    Set<String> missing = new HashSet<>(wanted.keySet());

    samples(Inventories.any())
        .takeWhile(mac -> !missing.isEmpty())
        .forEach(mac -> missing.removeIf(name -> wanted.get(name).test(mac)));

    assertThat(missing).isEmpty();
  }

  @Provide
  Arbitrary<HardwareInventory> realistic() {
    return Inventories.realistic();
  }

  @Property(tries = 200)
  void realistic_macs_are_as_they_are_sold(@ForAll("realistic") HardwareInventory mac) {
    assertThat(mac.hardware().cpuCores()).isBetween(6, 28);
    assertThat(mac.hardware().memoryGb()).isBetween(8L, 512L);
    assertThat(mac.hardware().cpuThreads().orElseThrow())
        .isGreaterThanOrEqualTo(mac.hardware().cpuCores());
  }

  @Example
  void text_holds_nul_only_where_asked_for() {
    assertThat(samples(Inventories.anyText())).noneMatch(text -> text.contains("\u0000"));
    assertThat(samples(Inventories.anyTextWithNul())).allMatch(text -> text.contains("\u0000"));
  }

  @Example
  void text_is_well_formed_unicode() {
    assertThat(samples(Inventories.anyText()))
        .noneMatch(text -> text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff));
  }

  @Example
  void counterexamples_shrink_to_what_matters() {
    HardwareInventory smallest =
        shrink(Inventories.any(), mac -> anyDisk(mac, disk -> disk.internal().equals(no())));

    assertThat(smallest.disks().size()).isLessThanOrEqualTo(2);
    assertThat(smallest.volumes()).isEmpty();
    assertThat(smallest.memoryModules()).isEmpty();
    assertThat(smallest.usb()).isEmpty();
    assertThat(smallest.systemProfiler().isEmpty()).isTrue();
  }

  @Example
  void texts_shrink_to_the_character_that_matters() {
    assertThat(shrink(Inventories.anyText(), text -> text.contains("'")))
        .hasSizeLessThanOrEqualTo(3);
  }

  /** Takes the first smaller value that still does it, until there is none: as jqwik does. */
  private static <T> T shrink(Arbitrary<T> arbitrary, Predicate<T> matters) {
    RandomGenerator<T> generator = arbitrary.generator(SAMPLES);
    Random random = new Random(42);
    Optional<Shrinkable<T>> next =
        Stream.generate(() -> generator.next(random))
            .filter(sample -> matters.test(sample.value()))
            .findFirst();
    Shrinkable<T> smallest = next.orElseThrow();
    while (next.isPresent()) {
      smallest = next.get();
      Shrinkable<T> current = smallest;
      next =
          current
              .shrink()
              .filter(smaller -> smaller.distance().compareTo(current.distance()) < 0)
              .filter(smaller -> matters.test(smaller.value()))
              .findFirst();
    }
    return smallest.value();
  }

  private static <T> Stream<T> samples(Arbitrary<T> arbitrary) {
    RandomGenerator<T> generator = arbitrary.generator(SAMPLES);
    Random random = new Random(42);
    return Stream.generate(() -> generator.next(random).value()).limit(SAMPLES);
  }

  private static boolean anyDisk(HardwareInventory mac, Predicate<Disk> predicate) {
    return mac.disks().stream().anyMatch(predicate);
  }

  private static boolean isEmpty(Volume volume) {
    return volume.size().equals(Optional.of(ByteSize.ZERO));
  }

  private static Optional<Boolean> no() {
    return Optional.of(false);
  }
}
