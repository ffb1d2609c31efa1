package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.Volume;

/** Mounted volumes, and what they tell of the drives they lie on. */
final class StorageReader {

  private static final String SECTION = "volumes";
  private static final Pattern SNAPSHOT = Pattern.compile("(disk[0-9]+s[0-9]+)s[0-9]+");

  private final List<JsonNode> mounted;
  private final List<JsonNode> containers;
  private final Map<String, Set<String>> stores = new HashMap<>();
  private final Map<String, JsonNode> drivesByDevice = new HashMap<>();
  private final Map<String, JsonNode> drivesByModel = new HashMap<>();

  StorageReader(Answers answers) {
    this.mounted = answers.profile("SPStorageDataType", SECTION);
    this.containers =
        answers
            .plist("diskutil-apfs", SECTION)
            .map(tree -> Tree.items(tree, "Containers"))
            .orElse(List.of());
    containers.forEach(this::addStores);
    mounted.forEach(this::addDrive);
  }

  List<Volume> volumes() {
    Map<String, Boolean> encryption = encryption();
    List<Volume> volumes = new ArrayList<>();
    for (JsonNode item : mounted) {
      Optional<String> device = Tree.text(item, "bsd_name");
      if (device.isPresent() && !isPartOfTheSystem(item)) {
        volumes.add(
            Volume.builder()
                .device(device.get())
                .name(Tree.text(item, "_name"))
                .mountPoint(Tree.text(item, "mount_point"))
                .fileSystem(Tree.text(item, "file_system"))
                .size(Tree.bytes(item, "size_in_bytes"))
                .free(Tree.bytes(item, "free_space_in_bytes"))
                .encrypted(Optional.ofNullable(encryption.get(volumeOf(device.get()))))
                .build());
      }
    }
    return volumes;
  }

  /**
   * What a mounted volume says of the drive below it: of the whole disk {@code device}, or else of
   * the drive called {@code model}.
   */
  Optional<JsonNode> drive(String device, Optional<String> model) {
    return Optional.ofNullable(drivesByDevice.get(device)).or(() -> model.map(drivesByModel::get));
  }

  private void addDrive(JsonNode volume) {
    JsonNode drive = volume.path("physical_drive");
    String disk = wholeDisk(Tree.text(volume, "bsd_name").orElse(""));
    // Of an APFS volume, the disks that hold its container.
    for (String below : stores.getOrDefault(disk, Set.of(disk))) {
      drivesByDevice.putIfAbsent(below, drive);
    }
    Tree.text(drive, "device_name").ifPresent(model -> drivesByModel.putIfAbsent(model, drive));
  }

  private void addStores(JsonNode container) {
    Set<String> disks = new LinkedHashSet<>();
    for (JsonNode store : Tree.items(container, "PhysicalStores")) {
      Tree.text(store, "DeviceIdentifier").map(StorageReader::wholeDisk).ifPresent(disks::add);
    }
    if (!disks.isEmpty()) {
      Tree.text(container, "ContainerReference")
          .ifPresent(reference -> stores.putIfAbsent(reference, disks));
    }
  }

  private static String wholeDisk(String device) {
    return device.replaceFirst("^(disk[0-9]+)s.*", "$1");
  }

  /** Cryptexes: disk images by which macOS brings parts of itself. */
  private static boolean isPartOfTheSystem(JsonNode item) {
    return Tree.text(item.path("physical_drive"), "protocol").orElse("").equals("Disk Image")
        && Tree.text(item, "mount_point").orElse("").matches("/(System|private)/.*");
  }

  private Map<String, Boolean> encryption() {
    Map<String, Boolean> byDevice = new HashMap<>();
    for (JsonNode container : containers) {
      for (JsonNode volume : Tree.items(container, "Volumes")) {
        Tree.text(volume, "DeviceIdentifier")
            .ifPresent(
                device ->
                    Tree.bool(volume, "Encryption")
                        .ifPresent(encrypted -> byDevice.put(device, encrypted)));
      }
    }
    return byDevice;
  }

  /** The system is mounted as a snapshot: {@code disk3s1s1} is one of {@code disk3s1}. */
  private static String volumeOf(String device) {
    Matcher snapshot = SNAPSHOT.matcher(device);
    return snapshot.matches() ? snapshot.group(1) : device;
  }
}
