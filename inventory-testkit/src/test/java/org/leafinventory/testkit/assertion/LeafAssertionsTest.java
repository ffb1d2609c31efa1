package org.leafinventory.testkit.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leafinventory.testkit.assertion.LeafAssertions.assertThat;
import static org.leafinventory.testkit.assertion.LeafAssertions.assertThatCollectionFails;

import java.time.Instant;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Medium;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.Tuned;
import org.leafinventory.policy.TuningProfile;

/** Each assertion passes where it should, and says why where it does not. */
class LeafAssertionsTest {

  private static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");
  private static final Disk INSIDE =
      Disk.builder()
          .device("disk0")
          .size(ByteSize.ofGigabytes(500))
          .internal(true)
          .medium(Medium.SSD)
          .protocol("Apple Fabric")
          .build();
  private static final Disk OUTSIDE =
      Disk.builder().device("disk4").size(ByteSize.ofGigabytes(2000)).internal(false).build();
  private static final HardwareInventory MAC =
      HardwareInventory.builder()
          .systemInfo(
              SystemInfo.builder()
                  .hostname(HostName.of("studio"))
                  .architecture(Architecture.ARM64)
                  .model("Mac14,14")
                  .macosVersion("15.6.1")
                  .build())
          .hardware(Hardware.builder().cpuCores(24).memoryBytes(ByteSize.ofGibibytes(64)).build())
          .addDisks(INSIDE, OUTSIDE)
          .addIssues(Issue.of("displays", IssueKind.TIMED_OUT, "did not end in 20 s"))
          .extractedAt(NOON)
          .build();
  private static final Reason REASON =
      new Reason("hardware.cpu_cores", "24 cores", ">= 16 cores", Tier.HIGH, "standard");
  private static final TuningProfile PROFILE = profile();

  @Test
  void what_a_mac_has_is_asserted_in_a_row() {
    assertThat(MAC)
        .hasHostName("studio")
        .hasModel("Mac14,14")
        .hasArchitecture(Architecture.ARM64)
        .runsMacos("15.6.1")
        .runsMacos("15.*")
        .hasCores(24)
        .hasMemory(ByteSize.ofGibibytes(64))
        .hasInternalStorage(ByteSize.ofGigabytes(500))
        .hasDisk("disk0")
        .hasDisk("disk4")
        .hasIssue("displays")
        .hasIssue("displays", IssueKind.TIMED_OUT)
        .wasExtractedAt(NOON)
        .tellsTheSameAs(MAC.withExtractedAt(Instant.EPOCH));
    assertThat(MAC.withIssues().withDisks()).hasNoIssues().hasNoDisks();
    assertThat(MAC)
        .disk("disk0")
        .hasSize(ByteSize.ofGigabytes(500))
        .isInternal()
        .hasMedium(Medium.SSD)
        .hasProtocol("Apple Fabric")
        .countsAsStorage();
    assertThat(OUTSIDE).isExternal();
  }

  @Test
  void memory_is_told_in_gibibytes_and_bytes() {
    messageOf(MAC, it -> it.hasMemory(ByteSize.ofGigabytes(64)))
        .isEqualToIgnoringNewLines(
            """

            Expected the Mac "studio" to have
              memory: 59 GiB = 64.0 GB (64000000000 bytes)
            but it has
              64 GiB = 68.7 GB (68719476736 bytes)
            """);
  }

  @Test
  void storage_is_told_with_the_disks_it_may_have_come_from() {
    messageOf(MAC, it -> it.hasInternalStorage(ByteSize.ofGigabytes(2500)))
        .contains("465 GiB = 500.0 GB (500000000000 bytes), of")
        .contains("[disk0 (500.0 GB, internal), disk4 (2.0 TB, external)]");
  }

  @Test
  void other_facts_are_told_with_what_there_is() {
    messageOf(MAC, it -> it.hasHostName("mini")).contains("host name: mini", "studio");
    messageOf(MAC, it -> it.hasModel("Mac1,1")).contains("model: Mac1,1", "Mac14,14");
    messageOf(MAC, it -> it.hasSerialNumber("X1")).contains("none, it was not told");
    messageOf(MAC, it -> it.hasArchitecture(Architecture.X86_64)).contains("ARM64");
    messageOf(MAC, it -> it.runsMacos("26.*")).contains("macOS: 26.*", "15.6.1");
    messageOf(MAC, it -> it.runsMacos("15.6")).contains("15.6.1");
    messageOf(MAC, it -> it.hasCores(8)).contains("physical cores: 8", "24");
    messageOf(MAC, it -> it.hasDisk("disk1")).contains("disk: disk1", "disk0 (500.0 GB");
    messageOf(MAC, HardwareInventoryAssert::hasNoDisks).contains("disks: none", "disk4");
    messageOf(MAC, HardwareInventoryAssert::hasNoIssues)
        .contains("displays, TIMED_OUT: did not end in 20 s");
    messageOf(MAC, it -> it.hasIssue("disks")).contains("issue: of disks", "TIMED_OUT");
    messageOf(MAC, it -> it.hasIssue("displays", IssueKind.MISSING)).contains("displays, MISSING");
    messageOf(MAC, it -> it.wasExtractedAt(Instant.EPOCH)).contains("1970-01-01T00:00:00Z");
  }

  @Test
  void what_differs_between_two_macs_is_told_fact_by_fact() {
    HardwareInventory other =
        MAC.withSystemInfo(MAC.systemInfo().withModel("Mac15,14")).withDisks(INSIDE);

    messageOf(MAC, it -> it.tellsTheSameAs(other))
        .contains("disks[1] is {\"device\":\"disk4\"", ", expected absent")
        .contains("system_info.model is \"Mac14,14\", expected \"Mac15,14\"");
  }

  @Test
  void a_disk_is_told_whole() {
    messageOf(MAC, it -> it.disk("disk4").countsAsStorage())
        .contains("disk4 of the Mac \"studio\"")
        .contains("place among the Mac's own storage (internal, not virtual)")
        .contains("internal=false");
    messageOf(MAC, it -> it.disk("disk4").hasSize(ByteSize.ofBytes(1))).contains("size of 1 bytes");
    messageOf(MAC, it -> it.disk("disk4").isInternal()).contains("inside");
    messageOf(MAC, it -> it.disk("disk0").isExternal()).contains("outside");
    messageOf(MAC, it -> it.disk("disk0").hasMedium(Medium.HDD)).contains("medium HDD");
    messageOf(MAC, it -> it.disk("disk0").hasProtocol("USB")).contains("protocol USB");
  }

  @Test
  void a_decision_is_told_with_its_reason() {
    assertThat(PROFILE)
        .hasValue("nix_max_jobs", 16)
        .hasTier("nix_max_jobs", Tier.HIGH)
        .isDecidedBy("nix_max_jobs", "standard")
        .followsFrom("nix_max_jobs", "hardware.cpu_cores")
        .hasReason("nix_max_jobs", REASON);

    assertThatThrownBy(() -> assertThat(PROFILE).hasValue("nix_max_jobs", 4))
        .hasMessage(
            """

            Expected nix_max_jobs to
              be 4
            but it is
              16
            because
              hardware.cpu_cores is 24 cores, >= 16 cores: high (standard)
            """);
    assertThatThrownBy(() -> assertThat(PROFILE).hasTier("nix_max_jobs", Tier.LOW))
        .hasMessageContaining("be of the tier LOW")
        .hasMessageContaining("HIGH");
    assertThatThrownBy(() -> assertThat(PROFILE).isDecidedBy("nix_max_jobs", "ci"))
        .hasMessageContaining("be decided by ci");
    assertThatThrownBy(() -> assertThat(PROFILE).followsFrom("nix_max_jobs", "disks"))
        .hasMessageContaining("follow from disks");
    Reason other = new Reason("disks", "none", "always", Tier.LOW, "ci");
    assertThatThrownBy(() -> assertThat(PROFILE).hasReason("nix_max_jobs", other))
        .hasMessageContaining(other.toString());
  }

  @Test
  void a_value_that_does_not_exist_is_answered_with_those_that_do() {
    assertThatThrownBy(() -> assertThat(PROFILE).hasValue("nixMaxJobs", 16))
        .hasMessageContaining("nixMaxJobs")
        .hasMessageContaining("nix_max_jobs, jetstream_max_memory");
  }

  @Test
  void a_failed_collection_is_told_with_its_message() {
    assertThat(failure())
        .hasKind(FailureKind.CONNECT)
        .hasTarget(Target.ssh("studio"))
        .hasReasonContaining("nobody")
        .hasAdviceContaining("wake")
        .hasNoCause();

    assertThatThrownBy(() -> assertThat(failure()).hasKind(FailureKind.HOST_KEY))
        .hasMessage(
            """

            Expected a failed collection
              of the kind HOST_KEY
            but it is
              CONNECT
            and says
              ssh://studio: nobody answers; wake it up
            """);
    assertThatThrownBy(() -> assertThat(failure()).hasTarget(Target.ssh("mini")))
        .hasMessageContaining("about ssh://mini");
    assertThatThrownBy(() -> assertThat(failure()).hasReasonContaining("refused"))
        .hasMessageContaining("refused");
    assertThatThrownBy(() -> assertThat(failure()).hasAdviceContaining("reboot"))
        .hasMessageContaining("reboot");
  }

  @Test
  void a_collection_that_does_not_fail_is_told_too() {
    assertThatCollectionFails(
            () -> {
              throw failure();
            })
        .hasKind(FailureKind.CONNECT);
    assertThatThrownBy(() -> assertThatCollectionFails(() -> {}))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("what came of the collection");
  }

  @Test
  void null_is_refused_in_words() {
    assertThatThrownBy(() -> assertThat((HardwareInventory) null).hasCores(1))
        .hasMessageContaining("not to be null");
  }

  private static AbstractStringAssert<?> messageOf(
      HardwareInventory mac, Consumer<HardwareInventoryAssert> assertion) {
    try {
      assertion.accept(assertThat(mac));
    } catch (AssertionError e) {
      return assertThat(e.getMessage());
    }
    throw new IllegalStateException("the assertion passed");
  }

  private static CollectionException failure() {
    return new CollectionException(
        Target.ssh("studio"), FailureKind.CONNECT, "nobody answers", "wake it up");
  }

  private static TuningProfile profile() {
    Tuned<Integer> number = new Tuned<>(16, REASON);
    Tuned<ByteSize> size = new Tuned<>(ByteSize.ofGibibytes(1), REASON);
    return TuningProfile.builder()
        .maxConcurrency(new Tuned<>("high", REASON))
        .maxConnections(number)
        .nixMaxJobs(number)
        .jetstreamMaxMemory(size)
        .maxPending(size)
        .memoryPressurePercent(number)
        .jetstreamMaxFile(size)
        .backupRetentionDays(number)
        .prometheusRetentionDays(number)
        .build();
  }
}
