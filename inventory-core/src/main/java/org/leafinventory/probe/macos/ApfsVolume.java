package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Volume;

/** One volume of {@code diskutil apfs list}, in its container. */
record ApfsVolume(String device, JsonNode volume, JsonNode container) {

  Optional<Boolean> flag(String key) {
    return Tree.bool(volume, key);
  }

  /** Words since macOS 10.13; one-letter codes before are not known to exist. */
  List<String> roles() {
    List<String> roles = new ArrayList<>();
    for (JsonNode role : Tree.items(volume, "Roles")) {
      if (role.isTextual()) {
        Tree.clean(role.textValue()).ifPresent(roles::add);
      }
    }
    return roles;
  }

  Optional<String> containerReference() {
    return Tree.text(container, "ContainerReference");
  }

  Optional<String> uuid() {
    return Tree.text(volume, "APFSVolumeUUID");
  }

  /** The size of the container, unless a quota limits this volume. */
  Optional<ByteSize> capacity() {
    boolean limited = Tree.bytes(volume, "CapacityQuota").filter(it -> it.bytes() > 0).isPresent();
    return limited ? Optional.empty() : Tree.bytes(container, "CapacityCeiling");
  }

  /** What only this list tells, added to what is known of the mounted volume. */
  Volume.Builder addTo(Volume.Builder mounted) {
    return mounted
        .encrypted(flag("Encryption"))
        .filevault(flag("FileVault"))
        .locked(flag("Locked"))
        .roles(roles())
        .container(containerReference())
        .used(Tree.bytes(volume, "CapacityInUse"));
  }

  /** The volume where no other source tells of it. */
  Volume alone(Optional<String> mountPoint) {
    return addTo(Volume.builder().device(device))
        .name(Tree.text(volume, "Name"))
        .mountPoint(mountPoint)
        .fileSystem("APFS")
        .size(Tree.bytes(container, "CapacityCeiling"))
        .free(Tree.bytes(container, "CapacityFree"))
        .uuid(uuid())
        .build();
  }
}
