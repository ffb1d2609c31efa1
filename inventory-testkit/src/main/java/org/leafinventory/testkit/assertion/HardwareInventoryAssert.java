package org.leafinventory.testkit.assertion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.SystemInfo;

/** Assertions on an inventory; begin with {@link LeafAssertions}. Not thread-safe. */
public final class HardwareInventoryAssert
    extends AbstractAssert<HardwareInventoryAssert, HardwareInventory> {

  HardwareInventoryAssert(@Nullable HardwareInventory actual) {
    super(actual, HardwareInventoryAssert.class);
  }

  /** It is filed under this name. */
  public HardwareInventoryAssert hasHostName(String expected) {
    return has("host name", expected, checked().hostName().value());
  }

  /** It has this model identifier, such as {@code Mac14,14}. */
  public HardwareInventoryAssert hasModel(String expected) {
    return has("model", Optional.of(expected), system().model());
  }

  /** It has this serial number. */
  public HardwareInventoryAssert hasSerialNumber(String expected) {
    return has("serial number", Optional.of(expected), system().serialNumber());
  }

  /** Its processor is of this architecture. */
  public HardwareInventoryAssert hasArchitecture(Architecture expected) {
    return has("architecture", expected, system().architecture());
  }

  /** It runs this macOS: {@code 15.6.1}, or {@code 15.*} for any that begins so. */
  public HardwareInventoryAssert runsMacos(String expected) {
    String version = system().macosVersion().orElse("");
    String pattern = Pattern.quote(expected.replaceAll("\\.\\*$", ""));
    boolean matches = version.matches(expected.endsWith(".*") ? pattern + "(\\..*)?" : pattern);
    return matches ? this : fail("macOS", expected, system().macosVersion());
  }

  /** It has this many physical cores. */
  public HardwareInventoryAssert hasCores(int expected) {
    return has("physical cores", expected, checked().hardware().cpuCores());
  }

  /** It has exactly this much main memory. */
  public HardwareInventoryAssert hasMemory(ByteSize expected) {
    ByteSize memory = checked().hardware().memoryBytes();
    return memory.equals(expected) ? this : fail("memory", exact(expected), exact(memory));
  }

  /** It has exactly this much storage of its own: internal disks that are not virtual. */
  public HardwareInventoryAssert hasInternalStorage(ByteSize expected) {
    ByteSize storage = checked().internalStorage();
    return storage.equals(expected)
        ? this
        : fail("internal storage", exact(expected), exact(storage) + ", of " + devices());
  }

  /** It has a disk of this device name, such as {@code disk0}. */
  public HardwareInventoryAssert hasDisk(String device) {
    disk(device);
    return this;
  }

  /** It has a disk of this device name; what follows is about that disk. */
  public DiskAssert disk(String device) {
    Disk disk =
        checked().disks().stream()
            .filter(candidate -> candidate.device().equals(device))
            .findFirst()
            .orElseThrow(() -> unlike("disk", device, "the disks " + devices()));
    return new DiskAssert(disk).as("%s of the Mac \"%s\"", device, checked().hostName());
  }

  /** No disk is known of it. */
  public HardwareInventoryAssert hasNoDisks() {
    return checked().disks().isEmpty() ? this : fail("disks", "none", devices());
  }

  /** Everything could be read. */
  public HardwareInventoryAssert hasNoIssues() {
    return checked().issues().isEmpty() ? this : fail("issues", "none", issues());
  }

  /** Something of this section, such as {@code disks}, could not be read. */
  public HardwareInventoryAssert hasIssue(String section) {
    return hasIssue("of " + section, issue -> issue.section().equals(section));
  }

  /** Something of this section could not be read for this reason. */
  public HardwareInventoryAssert hasIssue(String section, IssueKind kind) {
    return hasIssue(
        "of " + section + ", " + kind,
        issue -> issue.section().equals(section) && issue.kind() == kind);
  }

  /** It was asked at this time, to the second. */
  public HardwareInventoryAssert wasExtractedAt(Instant expected) {
    return has("time of extraction", expected, checked().extractedAt());
  }

  /** It tells the same as {@code expected}, whenever each was asked. */
  public HardwareInventoryAssert tellsTheSameAs(HardwareInventory expected) {
    HardwareInventory sameTime = checked().withExtractedAt(expected.extractedAt());
    List<String> differing = Facts.differing(sameTime, expected);
    return differing.isEmpty() ? this : fail("facts", "those given", String.join("; ", differing));
  }

  private HardwareInventoryAssert hasIssue(String what, Predicate<Issue> wanted) {
    return checked().issues().stream().anyMatch(wanted) ? this : fail("issue", what, issues());
  }

  private HardwareInventoryAssert has(String what, Object expected, Object had) {
    return had.equals(expected) ? this : fail(what, expected, had);
  }

  private HardwareInventoryAssert fail(String what, Object expected, Object had) {
    throw unlike(what, expected, had);
  }

  private AssertionError unlike(String what, Object expected, Object had) {
    return failure(
        "%nExpected the Mac \"%s\" to have%n  %s: %s%nbut it has%n  %s%n",
        checked().hostName(), what, plain(expected), plain(had));
  }

  private static String plain(Object value) {
    return value instanceof Optional<?> optional
        ? optional.map(String::valueOf).orElse("none, it was not told")
        : value.toString();
  }

  private HardwareInventory checked() {
    isNotNull();
    return actual;
  }

  private SystemInfo system() {
    return checked().systemInfo();
  }

  /** People think in GiB, mistakes are often in bytes. */
  private static String exact(ByteSize size) {
    return size.wholeGibibytes() + " GiB = " + size + " (" + size.bytes() + " bytes)";
  }

  private String devices() {
    return checked().disks().stream()
        .map(disk -> disk.device() + " (" + disk.size() + place(disk) + ")")
        .toList()
        .toString();
  }

  private static String place(Disk disk) {
    String place = disk.internal().map(in -> in ? ", internal" : ", external").orElse("");
    return disk.virtual().orElse(false) ? place + ", virtual" : place;
  }

  private String issues() {
    return checked().issues().stream()
        .map(issue -> issue.section() + ", " + issue.kind() + ": " + issue.message())
        .toList()
        .toString();
  }
}
