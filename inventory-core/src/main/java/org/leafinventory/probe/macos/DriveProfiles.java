package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Medium;

/** Drives as {@code system_profiler} knows them: what {@code diskutil} left untold. */
final class DriveProfiles {

  private static final List<String> TYPES = List.of("SPNVMeDataType", "SPSerialATADataType");
  private static final String NOT_SUPPORTED = "Not Supported";
  private static final Drive NONE =
      new Drive("", MissingNode.getInstance(), MissingNode.getInstance());

  private final StorageReader storage;
  private final CrossCheck check;
  private final Map<String, Drive> drives = new LinkedHashMap<>();

  private record Drive(String type, JsonNode node, JsonNode controller) {}

  DriveProfiles(Answers answers, StorageReader storage) {
    this.storage = storage;
    this.check = new CrossCheck(answers, "disks");
    for (String type : TYPES) {
      for (JsonNode controller : answers.profile(type, "disks")) {
        Tree.items(controller, "_items").forEach(node -> add(new Drive(type, node, controller)));
      }
    }
  }

  private void add(Drive drive) {
    Tree.text(drive.node, "bsd_name")
        .filter(Diskutil::isWhole)
        .ifPresent(device -> drives.putIfAbsent(device, drive));
  }

  /** The drives that have a device name and a size; controllers without drives are plenty. */
  List<Disk> disks() {
    List<Disk> disks = new ArrayList<>();
    drives.forEach(
        (device, drive) ->
            Tree.bytes(drive.node, "size_in_bytes")
                .filter(size -> size.bytes() > 0)
                .map(size -> complete(Disk.builder().device(device).size(size).build()))
                .ifPresent(disks::add));
    return disks;
  }

  /** The disk with what it lacks filled in; what both tell is compared. */
  Disk complete(Disk disk) {
    Drive drive = drives.getOrDefault(disk.device(), NONE);
    JsonNode node = drive.node;
    Optional<String> model = disk.model().or(() -> Tree.firstText(node, "device_model", "_name"));
    JsonNode mounted = storage.drive(disk.device(), model).orElseGet(MissingNode::getInstance);
    compare(disk, drive, mounted);
    return Disk.builder()
        .from(disk)
        .model(model)
        .internal(
            disk.internal()
                .or(() -> Tree.bool(mounted, "is_internal_disk"))
                .or(() -> isFromApple(node)))
        .protocol(
            disk.protocol()
                .or(() -> Tree.text(mounted, "protocol"))
                .or(() -> Tree.text(drive.controller, "spsata_physical_interconnect")))
        .medium(disk.medium().or(() -> medium(node, mounted)))
        .removable(disk.removable().or(() -> removable(node)))
        .smartStatus(
            disk.smartStatus()
                .filter(status -> !status.equals(NOT_SUPPORTED))
                .or(() -> Tree.text(node, "smart_status"))
                .or(() -> Tree.text(mounted, "smart_status"))
                .or(disk::smartStatus))
        .serialNumber(Tree.known(node, "device_serial"))
        .firmwareVersion(Tree.known(node, "device_revision"))
        .trimEnabled(
            Tree.bool(node, "spnvme_trim_support").or(() -> Tree.bool(node, "spsata_trim_support")))
        .build();
  }

  private void compare(Disk disk, Drive drive, JsonNode mounted) {
    String of = " of " + disk.device();
    check.same(
        "size" + of,
        new Told<>(Diskutil.SOURCE, Optional.of(disk.size())),
        new Told<>(drive.type, Tree.bytes(drive.node, "size_in_bytes")));
    check.sameText(
        "model" + of,
        new Told<>(Diskutil.SOURCE, disk.model()),
        new Told<>(drive.type, Tree.text(drive.node, "device_model")));
    check.same(
        "smart_status" + of,
        new Told<>(Diskutil.SOURCE, disk.smartStatus().filter(DriveProfiles::isStatus)),
        new Told<>(
            drive.type, Tree.text(drive.node, "smart_status").filter(DriveProfiles::isStatus)));
    check.same(
        "internal" + of,
        new Told<>(Diskutil.SOURCE, disk.internal()),
        new Told<>("SPStorageDataType", Tree.bool(mounted, "is_internal_disk")));
    check.same(
        "medium" + of,
        new Told<>(Diskutil.SOURCE, disk.medium()),
        new Told<>("system_profiler", medium(drive.node, mounted)));
  }

  private static boolean isStatus(String status) {
    return !status.equals(NOT_SUPPORTED);
  }

  /** Apple sells its drives built in only. */
  private static Optional<Boolean> isFromApple(JsonNode drive) {
    boolean builtIn =
        Tree.text(drive, "device_model").orElse("").startsWith("APPLE ")
            && !Tree.bool(drive, "detachable_drive").orElse(false);
    return builtIn ? Optional.of(true) : Optional.empty();
  }

  private static Optional<Medium> medium(JsonNode drive, JsonNode mounted) {
    String word =
        Tree.text(drive, "spsata_medium_type")
            .or(() -> Tree.text(mounted, "medium_type"))
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
