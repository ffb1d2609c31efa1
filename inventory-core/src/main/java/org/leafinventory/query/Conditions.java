package org.leafinventory.query;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.TuningPolicy;

/** The conditions that are asked for most. */
public final class Conditions {

  private Conditions() {}

  /** Met by every inventory. */
  public static Condition any() {
    return inventory -> true;
  }

  /** Main memory of {@code size} or more. */
  public static Condition memoryAtLeast(ByteSize size) {
    return inventory -> inventory.hardware().memoryBytes().isAtLeast(size);
  }

  /** So many physical cores or more. */
  public static Condition coresAtLeast(int cores) {
    return inventory -> inventory.hardware().cpuCores() >= cores;
  }

  /** Own storage of {@code size} or more; see {@link HardwareInventory#internalStorage()}. */
  public static Condition storageAtLeast(ByteSize size) {
    return inventory -> inventory.internalStorage().isAtLeast(size);
  }

  /**
   * {@code text} is the model identifier ({@code Mac14,14}) or stands in the name of the model
   * ({@code studio}); case does not count.
   */
  public static Condition model(String text) {
    String sought = text.toLowerCase(Locale.ROOT);
    return inventory -> {
      SystemInfo system = inventory.systemInfo();
      return lower(system.model()).filter(sought::equals).isPresent()
          || lower(system.modelName()).filter(name -> name.contains(sought)).isPresent();
    };
  }

  /** Runs a macOS of {@code range}. */
  public static Condition macos(VersionRange range) {
    return inventory ->
        inventory
            .systemInfo()
            .macosVersion()
            .map(MacosVersion::of)
            .filter(range::contains)
            .isPresent();
  }

  /** {@code policy} puts the machine in {@code tier} by this dimension. */
  public static Condition tier(TuningPolicy policy, TierDimension dimension, Tier tier) {
    return inventory -> dimension.reason(policy.decide(inventory)).tier() == tier;
  }

  /** Has some issue. */
  public static Condition hasIssue() {
    return inventory -> !inventory.issues().isEmpty();
  }

  /** Has an issue in {@code section}, the JSON key of a part: {@code disks}, {@code displays}, … */
  public static Condition hasIssueIn(String section) {
    return inventory ->
        inventory.issues().stream().anyMatch(issue -> issue.section().equals(section));
  }

  /** Has an issue of {@code kind}. */
  public static Condition hasIssue(IssueKind kind) {
    return inventory -> inventory.issues().stream().anyMatch(issue -> issue.kind() == kind);
  }

  /** Was last asked before {@code time}. */
  public static Condition notSeenSince(Instant time) {
    return inventory -> inventory.extractedAt().isBefore(time);
  }

  /** Has a processor of this architecture. */
  public static Condition architecture(Architecture architecture) {
    return inventory -> inventory.systemInfo().architecture() == architecture;
  }

  /** Is a virtual machine, or is none; where that is not known, neither is met. */
  public static Condition virtualMachine(boolean virtual) {
    return inventory ->
        inventory.systemInfo().virtualMachine().filter(is -> is == virtual).isPresent();
  }

  private static Optional<String> lower(Optional<String> text) {
    return text.map(it -> it.toLowerCase(Locale.ROOT));
  }
}
