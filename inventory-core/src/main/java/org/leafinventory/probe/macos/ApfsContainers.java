package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** APFS containers and their volumes, mounted or not, as {@code diskutil apfs list} tells them. */
final class ApfsContainers {

  static final String SOURCE = "diskutil apfs list";

  private static final Pattern SNAPSHOT = Pattern.compile("(disk[0-9]+s[0-9]+)s[0-9]+");

  private final Map<String, ApfsVolume> volumes = new LinkedHashMap<>();
  private final Map<String, Set<String>> stores = new HashMap<>();

  ApfsContainers(Answers answers, String section) {
    answers
        .plist("diskutil-apfs", section)
        .map(tree -> Tree.items(tree, "Containers"))
        .orElse(List.of())
        .forEach(this::add);
  }

  private void add(JsonNode container) {
    String reference = Tree.text(container, "ContainerReference").orElse("");
    Set<String> disks = new LinkedHashSet<>();
    for (JsonNode store : Tree.items(container, "PhysicalStores")) {
      Tree.text(store, "DeviceIdentifier").map(Diskutil::wholeDisk).ifPresent(disks::add);
    }
    if (!disks.isEmpty()) {
      stores.putIfAbsent(reference, disks);
    }
    for (JsonNode volume : Tree.items(container, "Volumes")) {
      Tree.text(volume, "DeviceIdentifier")
          .ifPresent(
              device -> volumes.putIfAbsent(device, new ApfsVolume(device, volume, container)));
    }
  }

  /** The system is mounted as a snapshot: {@code disk3s1s1} is one of {@code disk3s1}. */
  static String volumeOf(String device) {
    Matcher snapshot = SNAPSHOT.matcher(device);
    return snapshot.matches() ? snapshot.group(1) : device;
  }

  /** The volume that is mounted as {@code device}. */
  Optional<ApfsVolume> volume(String device) {
    return Optional.ofNullable(volumes.get(volumeOf(device)));
  }

  Collection<ApfsVolume> volumes() {
    return volumes.values();
  }

  /** The whole disks that hold {@code disk}: those of a container, or itself. */
  Set<String> disksBelow(String disk) {
    return stores.getOrDefault(disk, Set.of(disk));
  }

  /** Whether FileVault protects the users' data; empty where volumes differ or none tells. */
  Optional<Boolean> filevault() {
    Set<Boolean> told =
        volumes.values().stream()
            .filter(volume -> volume.roles().contains("Data"))
            .flatMap(volume -> volume.flag("FileVault").stream())
            .collect(Collectors.toSet());
    return told.size() == 1 ? told.stream().findFirst() : Optional.empty();
  }
}
