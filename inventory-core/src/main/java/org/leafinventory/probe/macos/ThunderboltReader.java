package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leafinventory.model.ThunderboltBus;
import org.leafinventory.model.ThunderboltDevice;

/** Thunderbolt buses and what hangs on them. */
final class ThunderboltReader {

  private static final String SPEED = "current_speed_key";
  private static final int MAX_CHAIN = 64;

  private ThunderboltReader() {}

  static List<ThunderboltBus> read(Answers answers) {
    List<ThunderboltBus> buses = new ArrayList<>();
    for (JsonNode item : answers.profile("SPThunderboltDataType", "thunderbolt")) {
      // A virtual machine answers one item without a name: there is no such hardware.
      Optional<String> name = Tree.text(item, "_name");
      if (name.isPresent()) {
        List<ThunderboltDevice> devices = new ArrayList<>();
        addDevices(item, devices, MAX_CHAIN);
        buses.add(
            ThunderboltBus.builder()
                .name(name.get())
                .speed(
                    Tree.text(item.path("receptacle_1_tag"), SPEED)
                        .or(() -> Tree.text(item.path("receptacle_tag"), SPEED)))
                .devices(devices)
                .build());
      }
    }
    return buses;
  }

  /** Of the port towards the Mac. */
  private static Optional<String> upstreamSpeed(JsonNode device) {
    return Tree.text(device.path("receptacle_upstream_ambiguous_tag"), SPEED)
        .or(() -> Tree.text(device.path("receptacle_upstream_tag"), SPEED));
  }

  private static void addDevices(JsonNode above, List<ThunderboltDevice> devices, int depth) {
    if (depth == 0) {
      return;
    }
    for (JsonNode item : Tree.items(above, "_items")) {
      Tree.firstText(item, "device_name_key", "_name")
          .ifPresent(
              name ->
                  devices.add(
                      ThunderboltDevice.builder()
                          .name(name)
                          .vendor(Tree.text(item, "vendor_name_key"))
                          .speed(upstreamSpeed(item))
                          .mode(Tree.text(item, "mode_key"))
                          .build()));
      addDevices(item, devices, depth - 1);
    }
  }
}
