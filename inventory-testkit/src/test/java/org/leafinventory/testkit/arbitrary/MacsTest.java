package org.leafinventory.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.leafinventory.testkit.assertion.LeafAssertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;

class MacsTest {

  private static final ByteSize SIXTY_FOUR = ByteSize.ofGibibytes(64);
  private static final ByteSize TERABYTE = ByteSize.ofGigabytes(1000);
  private static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");
  private static final Issue ISSUE = Issue.of("disks", IssueKind.FAILED, "diskutil failed");

  @Provide
  Arbitrary<HardwareInventory> pinned() {
    return Macs.any()
        .withCores(8)
        .withMemory(SIXTY_FOUR)
        .withInternalStorage(TERABYTE)
        .onMacos("15.*")
        .named("builder-1")
        .ofModel("Mac16,10")
        .extractedAt(NOON)
        .withIssues(ISSUE);
  }

  @Property(tries = 300)
  void what_is_pinned_stays(@ForAll("pinned") HardwareInventory mac) {
    assertThat(mac)
        .hasCores(8)
        .hasMemory(SIXTY_FOUR)
        .hasInternalStorage(TERABYTE)
        .hasDisk("disk0")
        .runsMacos("15.*")
        .hasHostName("builder-1")
        .hasModel("Mac16,10")
        .hasIssue("disks", IssueKind.FAILED)
        .wasExtractedAt(NOON);
    assertThat(mac.systemInfo().kernel().orElseThrow()).startsWith("24.");
    assertThat(mac.systemInfo().macosBuild().orElseThrow()).startsWith("24");
  }

  @Property(tries = 300)
  void kinds_of_cores_add_up_to_the_pinned_number(@ForAll("pinned") HardwareInventory mac) {
    List<CoreCluster> clusters = mac.hardware().coreClusters();
    int sum = clusters.stream().mapToInt(CoreCluster::cores).sum();

    assertThat(sum).isEqualTo(clusters.isEmpty() ? 0 : 8);
    assertThat(mac.hardware().cpuThreads().orElse(8)).isIn(8, 16);
  }

  @Provide
  Arbitrary<HardwareInventory> several() {
    return Macs.everyday()
        .withCores(Arbitraries.of(4, 12))
        .withMemory(Arbitraries.integers().between(8, 16).map(ByteSize::ofGibibytes))
        .withInternalStorage(Arbitraries.of(ByteSize.ZERO, TERABYTE))
        .withoutIssues()
        .with(Arbitraries.of("de", "fr"), MacsTest::withComputerName);
  }

  private static HardwareInventory withComputerName(HardwareInventory mac, String name) {
    return mac.withSystemInfo(mac.systemInfo().withComputerName(name));
  }

  @Property(tries = 200)
  void a_pin_may_leave_a_choice(@ForAll("several") HardwareInventory mac) {
    assertThat(mac).hasNoIssues();
    assertThat(mac.hardware().cpuCores()).isIn(4, 12);
    assertThat(mac.hardware().memoryGb()).isBetween(8L, 16L);
    assertThat(mac.internalStorage()).isIn(ByteSize.ZERO, TERABYTE);
    assertThat(mac.systemInfo().computerName().orElseThrow()).isIn("de", "fr");
  }

  @Provide
  Arbitrary<HardwareInventory> apples() {
    return Macs.appleSilicon().withoutDisks();
  }

  @Property(tries = 50)
  void families_can_be_chosen(@ForAll("apples") HardwareInventory mac) {
    assertThat(mac).hasArchitecture(Architecture.ARM64).hasNoDisks();
  }

  @Provide
  Arbitrary<HardwareInventory> intels() {
    Disk disk = Disk.builder().device("disk9").size(TERABYTE).internal(true).build();
    return Macs.intel().withDisks(disk).with(mac -> mac.withUsb());
  }

  @Property(tries = 50)
  void disks_can_be_given(@ForAll("intels") HardwareInventory mac) {
    assertThat(mac).hasArchitecture(Architecture.X86_64).disk("disk9").countsAsStorage();
    assertThat(mac.usb()).isEmpty();
  }

  @Example
  void a_later_pin_counts_and_the_first_is_left_alone() {
    Macs eight = Macs.bare().withCores(8);
    Macs ten = eight.withCores(10);

    assertThat(ten.sample()).hasCores(10);
    assertThat(eight.sample()).hasCores(8);
  }

  @Example
  void versions_are_one_or_any_that_begins_so() {
    assertThat(Macs.bare().onMacos("15.6.1").sample()).runsMacos("15.6.1").runsMacos("15.6.*");
    assertThat(Macs.bare().onMacos("26.1.*").sample()).runsMacos("26.1.*");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Macs.any().onMacos("Sequoia"))
        .withMessage("not a macOS version: Sequoia; write 15.6.1, or 15.* for any that begins so");
    assertThatIllegalArgumentException().isThrownBy(() -> Macs.any().onMacos("1.2.3.*"));
  }

  @Example
  void no_mac_is_without_cores_or_memory() {
    assertThatIllegalArgumentException().isThrownBy(() -> Macs.any().withCores(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Macs.any().withMemory(ByteSize.ZERO));
  }

  @Example
  void releases_are_numbered_as_apple_does() {
    assertThat(Stream.of("15.6.1", "26.1", "10.15.7", "14.5").map(MacosRelease::of))
        .extracting(MacosRelease::kernel)
        .containsExactly("24.6.0", "25.1.0", "19.15.0", "23.5.0");
  }
}
