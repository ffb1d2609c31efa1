package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leafinventory.model.Disk;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Medium;

/** Drives as {@code system_profiler} knows them: what {@code diskutil} left untold. */
final class DriveProfiles {

  private static final List<String> TYPES = List.of("SPNVMeDataType", "SPSerialATADataType");

  private final Answers answers;
  private final StorageReader storage;
  private final Map<String, JsonNode> drives = new LinkedHashMap<>();

  DriveProfiles(Answers answers, StorageReader storage) {
    this.answers = answers;
    this.storage = storage;
    for (String type : TYPES) {
      for (JsonNode controller : answers.profile(type, "disks")) {
        Tree.items(controller, "_items").forEach(this::add);
      }
    }
  }

  private void add(JsonNode drive) {
    Tree.text(drive, "bsd_name")
        .filter(DiskReader::isWhole)
        .ifPresent(device -> drives.putIfAbsent(device, drive));
  }

  /** The drives that have a device name and a size; controllers without drives are plenty. */
  List<Disk> disks() {
    List<Disk> disks = new ArrayList<>();
    drives.forEach(
        (device, drive) ->
            Tree.bytes(drive, "size_in_bytes")
                .filter(size -> size.bytes() > 0)
                .map(size -> complete(Disk.builder().device(device).size(size).build()))
                .ifPresent(disks::add));
    return disks;
  }

  /** The disk with what it lacks filled in; where both tell a size and differ, an issue. */
  Disk complete(Disk disk) {
    JsonNode drive = drives.getOrDefault(disk.device(), MissingNode.getInstance());
    Optional<String> model = disk.model().or(() -> Tree.firstText(drive, "device_model", "_name"));
    JsonNode mounted = storage.drive(disk.device(), model).orElseGet(MissingNode::getInstance);
    compareSizes(disk, drive);
    return Disk.builder()
        .from(disk)
        .model(model)
        .internal(disk.internal().or(() -> Tree.bool(mounted, "is_internal_disk")))
        .protocol(disk.protocol().or(() -> Tree.text(mounted, "protocol")))
        .medium(disk.medium().or(() -> medium(drive, mounted)))
        .removable(disk.removable().or(() -> removable(drive)))
        .smartStatus(disk.smartStatus().or(() -> Tree.text(drive, "smart_status")))
        .build();
  }

  private void compareSizes(Disk disk, JsonNode drive) {
    Tree.bytes(drive, "size_in_bytes")
        .filter(size -> !size.equals(disk.size()))
        .ifPresent(
            size ->
                answers.issue(
                    "disks",
                    IssueKind.CONFLICT,
                    disk.device()
                        + ": diskutil says "
                        + disk.size().bytes()
                        + " bytes, system_profiler "
                        + size.bytes()
                        + "; the former is kept"));
  }

  private static Optional<Medium> medium(JsonNode drive, JsonNode mounted) {
    String word =
        Tree.text(mounted, "medium_type")
            .or(() -> Tree.text(drive, "spsata_medium_type"))
            .orElse("");
    return switch (word) {
      case "ssd", "Solid State" -> Optional.of(Medium.SSD);
      case "rotational", "Rotational" -> Optional.of(Medium.HDD);
      default -> drive.has("spnvme_trim_support") ? Optional.of(Medium.SSD) : Optional.empty();
    };
  }

  private static Optional<Boolean> removable(JsonNode drive) {
    return Tree.bool(drive, "removable_media")
        .flatMap(media -> Tree.bool(drive, "detachable_drive").map(drives -> media || drives));
  }
}
