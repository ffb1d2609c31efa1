package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leafinventory.model.Volume;

/** Volumes as {@code diskutil list} tells them: little, but of all that are not mounted too. */
final class ListedVolumes {

  /** Partitions that belong to the firmware or hold other disks. */
  private static final List<String> NO_VOLUMES =
      List.of("EFI", "Apple_Boot", "Apple_CoreStorage", "Apple_RAID", "Apple_APFS");

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(JsonNode node, boolean isApfs, String disk) {}

  ListedVolumes(Diskutil diskutil) {
    for (JsonNode disk : diskutil.allIfTold()) {
      String name = Tree.text(disk, "DeviceIdentifier").orElse("");
      Tree.items(disk, "APFSVolumes").forEach(node -> add(new Entry(node, true, name)));
      Tree.items(disk, "Partitions").forEach(node -> add(new Entry(node, false, name)));
      add(new Entry(disk, false, name));
    }
  }

  private void add(Entry entry) {
    Tree.text(entry.node, "DeviceIdentifier")
        .ifPresent(device -> entries.putIfAbsent(device, entry));
  }

  /** Where {@code device} is mounted. */
  Optional<String> mountPoint(String device) {
    return Optional.ofNullable(entries.get(device))
        .flatMap(entry -> Tree.text(entry.node, "MountPoint"));
  }

  /** The devices that hold a file system. */
  List<String> devices() {
    return entries.entrySet().stream()
        .filter(entry -> holdsFileSystem(entry.getValue().node))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** {@code disk1}, of the volume {@code disk1s1}. */
  String disk(String device) {
    Entry entry = entries.get(device);
    return entry == null ? device : entry.disk;
  }

  Volume volume(String device) {
    Entry entry = entries.get(device);
    if (entry == null) {
      throw new IllegalArgumentException("not listed: " + device);
    }
    JsonNode node = entry.node;
    Optional<String> content = Tree.text(node, "Content");
    return Volume.builder()
        .device(device)
        .name(Tree.text(node, "VolumeName"))
        .mountPoint(Tree.text(node, "MountPoint"))
        .fileSystem(entry.isApfs ? Optional.of("APFS") : content.flatMap(ListedVolumes::fileSystem))
        .size(Tree.bytes(node, "Size"))
        .container(entry.isApfs ? Optional.of(entry.disk) : Optional.empty())
        .uuid(Tree.text(node, "VolumeUUID"))
        .build();
  }

  private static boolean holdsFileSystem(JsonNode node) {
    return Tree.text(node, "VolumeName").isPresent()
        && !NO_VOLUMES.contains(node.path("Content").asText());
  }

  /** The kind of partition says it for the file systems of Macs alone. */
  private static Optional<String> fileSystem(String content) {
    return switch (content) {
      case "Apple_HFS", "Apple_HFSX" -> Optional.of("HFS+");
      case "Windows_FAT_32", "DOS_FAT_32" -> Optional.of("MS-DOS FAT32");
      case "Windows_FAT_16", "DOS_FAT_16" -> Optional.of("MS-DOS FAT16");
      default -> Optional.empty();
    };
  }
}
