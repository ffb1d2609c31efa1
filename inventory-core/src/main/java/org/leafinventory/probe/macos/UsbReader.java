package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.UsbDevice;

/** USB devices, from the tree of buses in either of its two forms. */
final class UsbReader {

  private static final String SECTION = "usb";
  private static final String HOST = "SPUSBHostDataType";
  private static final int MAX_CHAIN = 64;
  private static final String APPLE = "0x05ac";
  private static final Pattern ID = Pattern.compile("(0x[0-9A-Fa-f]{1,4})(?:\\s.*)?");

  private UsbReader() {}

  static List<UsbDevice> read(Answers answers) {
    // Since macOS 26 the old data type is empty; before it, the new one is unknown.
    List<JsonNode> buses = answers.has(HOST) ? answers.profile(HOST, SECTION) : List.of();
    if (buses.isEmpty()) {
      buses = answers.profile("SPUSBDataType", SECTION);
    }
    List<UsbDevice> devices = new ArrayList<>();
    buses.forEach(bus -> addDevices(bus, devices, MAX_CHAIN));
    return devices;
  }

  private static void addDevices(JsonNode above, List<UsbDevice> devices, int depth) {
    if (depth == 0) {
      return;
    }
    for (JsonNode item : Tree.items(above, "_items")) {
      Tree.text(item, "_name").ifPresent(name -> devices.add(device(name, item)));
      addDevices(item, devices, depth - 1);
    }
  }

  private static UsbDevice device(String name, JsonNode item) {
    return UsbDevice.builder()
        .name(name)
        .vendor(Tree.firstText(item, "manufacturer", "USBDeviceKeyVendorName"))
        .vendorId(id(Tree.firstText(item, "vendor_id", "USBDeviceKeyVendorID")))
        .productId(id(Tree.firstText(item, "product_id", "USBDeviceKeyProductID")))
        .speed(Tree.firstText(item, "device_speed", "USBDeviceKeyLinkSpeed"))
        .serialNumber(
            Tree.known(item, "serial_num").or(() -> Tree.known(item, "USBDeviceKeySerialNumber")))
        .builtIn(builtIn(item))
        .build();
  }

  /** The old form tells it of what is built in only. */
  private static Optional<Boolean> builtIn(JsonNode item) {
    return switch (item.path("USBKeyHardwareType").asText()) {
      case "Built-in" -> Optional.of(true);
      case "Removable" -> Optional.of(false);
      default -> Tree.bool(item, "Built-in_Device");
    };
  }

  /** {@code 0x059b (Iomega Corporation)}, {@code apple_vendor_id}: the number alone. */
  private static Optional<String> id(Optional<String> told) {
    return told.map(text -> text.equals("apple_vendor_id") ? APPLE : text)
        .map(ID::matcher)
        .filter(Matcher::matches)
        .map(id -> id.group(1).toLowerCase(Locale.ROOT));
  }
}
