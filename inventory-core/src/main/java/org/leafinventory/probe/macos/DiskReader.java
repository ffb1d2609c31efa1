package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Medium;

/**
 * Physical whole disks.
 *
 * <p>{@code diskutil list} says nothing of internal or virtual, and shows synthesized containers,
 * logical volumes, RAID sets and disk images beside the disks that hold them; {@code diskutil list
 * physical} leaves those out, and {@code diskutil info} knows the rest. Where {@code diskutil} is
 * silent, {@link DriveProfiles} stands in.
 */
final class DiskReader {

  private static final String SECTION = "disks";
  private static final Set<String> MEMBERS =
      Set.of("Apple_CoreStorage", "Apple_RAID", "Apple_RAID_Offline");
  private static final Pattern WHOLE = Pattern.compile("disk([0-9]{1,6})");

  private final Answers answers;
  private final Diskutil diskutil;
  private final DriveProfiles drives;

  DiskReader(Answers answers, Diskutil diskutil, StorageReader storage) {
    this.answers = answers;
    this.diskutil = diskutil;
    this.drives = new DriveProfiles(answers, storage);
  }

  List<Disk> read() {
    Optional<List<JsonNode>> physical = diskutil.physical();
    List<JsonNode> listed = physical.orElseGet(diskutil::all);
    boolean sifting = physical.isEmpty();
    boolean holdsMembers = sifting && listed.stream().anyMatch(DiskReader::holdsMembers);
    Set<String> devices = new HashSet<>();
    List<Disk> disks = new ArrayList<>();
    for (JsonNode entry : listed) {
      Tree.text(entry, "DeviceIdentifier")
          .filter(Diskutil::isWhole)
          .filter(devices::add)
          .filter(device -> !sifting || !isVirtual(entry, diskutil.info(device), holdsMembers))
          .ifPresent(device -> disk(device, entry).ifPresent(disks::add));
    }
    if (listed.isEmpty()) {
      addUnlisted(disks);
    }
    disks.sort(Comparator.comparingInt(DiskReader::number).thenComparing(Disk::device));
    return disks;
  }

  /** What single answers of {@code diskutil} or else {@code system_profiler} tell of. */
  private void addUnlisted(List<Disk> disks) {
    for (String device : diskutil.asked()) {
      if (!diskutil.info(device).isMissingNode()) {
        disk(device, MissingNode.getInstance()).ifPresent(disks::add);
      }
    }
    Set<String> devices = disks.stream().map(Disk::device).collect(Collectors.toSet());
    drives.disks().stream().filter(it -> !devices.contains(it.device())).forEach(disks::add);
  }

  private static int number(Disk disk) {
    Matcher whole = WHOLE.matcher(disk.device());
    return whole.matches() ? Integer.parseInt(whole.group(1)) : Integer.MAX_VALUE;
  }

  private Optional<Disk> disk(String device, JsonNode entry) {
    JsonNode info = diskutil.info(device);
    if (isMadeOfOtherDisks(entry, info) || Diskutil.isDiskImage(info)) {
      return Optional.empty();
    }
    Optional<ByteSize> size = size(entry, info);
    if (size.isEmpty()) {
      answers.issue(SECTION, IssueKind.MISSING, "diskutil tells no size of " + device);
      return Optional.empty();
    }
    Disk told =
        Disk.builder()
            .device(device)
            .size(size.get())
            .content(Tree.text(entry, "Content").or(() -> Tree.text(info, "Content")))
            .internal(Tree.bool(info, "Internal"))
            .protocol(Tree.text(info, "BusProtocol"))
            .model(Tree.text(info, "MediaName").or(() -> registryName(info)))
            .medium(medium(info))
            .removable(removable(info))
            .virtual(virtual(info))
            .smartStatus(Tree.text(info, "SMARTStatus"))
            .build();
    return Optional.of(drives.complete(told));
  }

  private static Optional<ByteSize> size(JsonNode entry, JsonNode info) {
    return Tree.bytes(info, "TotalSize")
        .or(() -> Tree.bytes(info, "Size"))
        .or(() -> Tree.bytes(entry, "Size"))
        .filter(size -> size.bytes() > 0);
  }

  private static Optional<String> registryName(JsonNode info) {
    return Tree.text(info, "IORegistryEntryName").map(name -> name.replaceFirst(" Media$", ""));
  }

  /** Synthesized APFS containers, CoreStorage volumes, Fusion drives and RAID sets. */
  private static boolean isMadeOfOtherDisks(JsonNode entry, JsonNode info) {
    return entry.has("APFSPhysicalStores")
        || entry.has("APFSVolumes")
        || entry.path("Content").asText().startsWith("EF57347C-")
        || info.has("APFSPhysicalStores")
        || isLogicalVolume(info)
        || Tree.bool(info, "RAIDMaster").orElse(false)
        || !Tree.bool(info, "WholeDisk").orElse(true);
  }

  private static boolean isLogicalVolume(JsonNode info) {
    return info.path("CoreStorageRole").asText().equals("LV")
        || info.has("CoreStorageLVUUID")
        || info.has("CoreStorageLogicalVolumeUUID");
  }

  /** What the list of physical disks would leave out, where there is none. */
  private static boolean isVirtual(JsonNode entry, JsonNode info, boolean holdsMembers) {
    return info.path("VirtualOrPhysical").asText().equals("Virtual")
        || (info.isMissingNode() && holdsMembers && isBareFileSystem(entry));
  }

  /** Whether parts of this disk belong to a logical volume or a RAID set. */
  private static boolean holdsMembers(JsonNode entry) {
    return Tree.items(entry, "Partitions").stream()
        .map(partition -> partition.path("Content").asText())
        .anyMatch(MEMBERS::contains);
  }

  /** A file system without a partition: a logical volume, a RAID set or, seldom, a whole disk. */
  private static boolean isBareFileSystem(JsonNode entry) {
    return Tree.items(entry, "Partitions").isEmpty()
        && (entry.has("VolumeName") || entry.path("Content").asText().startsWith("Apple_HFS"));
  }

  private static Optional<Boolean> virtual(JsonNode info) {
    return info.path("VirtualOrPhysical").asText().equals("Physical")
        ? Optional.of(false)
        : Optional.empty();
  }

  private static Optional<Boolean> removable(JsonNode info) {
    return Tree.bool(info, "RemovableMediaOrExternalDevice")
        .or(() -> Tree.bool(info, "RemovableMedia"))
        .or(() -> Tree.bool(info, "Removable"));
  }

  /**
   * A bridge to USB seldom passes on what is behind it, so "not solid state" means little there.
   */
  private static Optional<Medium> medium(JsonNode info) {
    Optional<Boolean> solid = Tree.bool(info, "SolidState");
    if (solid.orElse(false)) {
      return Optional.of(Medium.SSD);
    }
    String protocol = info.path("BusProtocol").asText();
    boolean tells = protocol.contains("ATA") || protocol.contains("SAS");
    return solid.isPresent() && tells ? Optional.of(Medium.HDD) : Optional.empty();
  }
}
