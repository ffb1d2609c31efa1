package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Volume;

/** Volumes, mounted or not, and what the mounted ones tell of the drives they lie on. */
final class StorageReader {

  private static final String SECTION = "volumes";
  private static final String PROFILE = "SPStorageDataType";
  private static final String CORE_STORAGE = "com.apple.corestorage.";

  private final Answers answers;
  private final Diskutil diskutil;
  private final List<JsonNode> mounted;
  private final ApfsContainers apfs;
  private final Map<String, JsonNode> drivesByDevice = new HashMap<>();
  private final Map<String, JsonNode> drivesByModel = new HashMap<>();

  StorageReader(Answers answers, Diskutil diskutil) {
    this.answers = answers;
    this.diskutil = diskutil;
    this.mounted = answers.profile(PROFILE, SECTION);
    this.apfs = new ApfsContainers(answers, SECTION);
    mounted.forEach(this::addDrives);
  }

  /** Whether FileVault protects the users' data, as its volume tells. */
  Optional<Boolean> filevault() {
    return apfs.filevault();
  }

  List<Volume> volumes() {
    ListedVolumes listed = new ListedVolumes(diskutil);
    List<Volume> volumes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode item : mounted) {
      Optional<String> device = Tree.text(item, "bsd_name");
      if (device.isPresent()) {
        seen.add(ApfsContainers.volumeOf(device.get()));
        if (!isPartOfTheSystem(item)) {
          volumes.add(mounted(device.get(), item));
        }
      }
    }
    for (ApfsVolume volume : apfs.volumes()) {
      if (isOnRealDisk(volume.containerReference().orElse("")) && seen.add(volume.device())) {
        volumes.add(volume.alone(listed.mountPoint(volume.device())));
      }
    }
    for (String device : listed.devices()) {
      if (isOnRealDisk(listed.disk(device)) && seen.add(device)) {
        volumes.add(listed.volume(device));
      }
    }
    return volumes;
  }

  private boolean isOnRealDisk(String disk) {
    Set<String> below = apfs.disksBelow(disk);
    // Without a list of containers, nothing tells what a synthesized disk lies on.
    return !Diskutil.isDiskImage(answers.optionalPlist("diskutil-info-" + disk))
        && (below.equals(Set.of(disk)) || below.stream().allMatch(diskutil::isOnRealDisk));
  }

  private Volume mounted(String device, JsonNode item) {
    Optional<ApfsVolume> volume = apfs.volume(device);
    Optional<ByteSize> size = Tree.bytes(item, "size_in_bytes");
    Optional<String> fileSystem = Tree.text(item, "file_system");
    Volume.Builder builder = Volume.builder().device(device);
    if (volume.isPresent()) {
      volume.get().addTo(builder);
      new CrossCheck(answers, SECTION)
          .same(
              "size of " + device,
              new Told<>(PROFILE, size),
              new Told<>(ApfsContainers.SOURCE, volume.get().capacity()));
    } else {
      JsonNode logical = item.path(CORE_STORAGE + "lv");
      builder
          .encrypted(Tree.bool(logical, CORE_STORAGE + "lv.encrypted"))
          .locked(Tree.bool(logical, CORE_STORAGE + "lv.locked"))
          .container(
              fileSystem
                  .filter(it -> it.contains("APFS") && !Diskutil.isWhole(device))
                  .map(it -> Diskutil.wholeDisk(device)));
    }
    return builder
        .name(Tree.text(item, "_name"))
        .mountPoint(Tree.text(item, "mount_point"))
        .fileSystem(fileSystem)
        .size(size)
        .free(Tree.bytes(item, "free_space_in_bytes"))
        .writable(Tree.bool(item, "writable"))
        .uuid(Tree.text(item, "volume_uuid").or(() -> volume.flatMap(ApfsVolume::uuid)))
        .build();
  }

  /**
   * What a mounted volume says of the drive below it: of the whole disk {@code device}, or else of
   * the drive called {@code model}.
   */
  Optional<JsonNode> drive(String device, Optional<String> model) {
    return Optional.ofNullable(drivesByDevice.get(device)).or(() -> model.map(drivesByModel::get));
  }

  private void addDrives(JsonNode volume) {
    // Of a CoreStorage volume, the partitions that hold it.
    for (JsonNode part : Tree.items(volume, CORE_STORAGE + "pv")) {
      Tree.text(part, "_name").ifPresent(device -> addDrive(Diskutil.wholeDisk(device), part));
    }
    JsonNode drive = volume.path("physical_drive");
    String disk = Diskutil.wholeDisk(Tree.text(volume, "bsd_name").orElse(""));
    // Of an APFS volume, the disks that hold its container.
    if (!drive.isMissingNode()) {
      apfs.disksBelow(disk).forEach(below -> addDrive(below, drive));
    }
  }

  private void addDrive(String device, JsonNode drive) {
    drivesByDevice.putIfAbsent(device, drive);
    Tree.text(drive, "device_name").ifPresent(model -> drivesByModel.putIfAbsent(model, drive));
  }

  /** Cryptexes: disk images by which macOS brings parts of itself. */
  private static boolean isPartOfTheSystem(JsonNode item) {
    return Tree.text(item.path("physical_drive"), "protocol").orElse("").equals("Disk Image")
        && Tree.text(item, "mount_point").orElse("").matches("/(System|private)/.*");
  }
}
