package org.leafinventory.probe.macos;

import java.util.Locale;
import java.util.Optional;
import org.leafinventory.model.InterfaceType;
import org.leafinventory.model.NetworkInterface;

/** What kind of port an interface is, by the name that {@code networksetup} gives it. */
final class InterfaceTypes {

  private InterfaceTypes() {}

  /** Empty where name, device and medium do not tell. */
  static Optional<InterfaceType> of(NetworkInterface port) {
    String name = port.port().orElse("").toLowerCase(Locale.ROOT);
    if (port.device().matches("bridge[0-9]+") || name.endsWith(" bridge")) {
      return Optional.of(InterfaceType.BRIDGE);
    }
    if (name.equals("wi-fi") || name.equals("airport")) {
      return Optional.of(InterfaceType.WIFI);
    }
    if (name.contains("bluetooth")) {
      return Optional.of(InterfaceType.BLUETOOTH);
    }
    if (name.contains("firewire")) {
      return Optional.of(InterfaceType.FIREWIRE);
    }
    // Before Thunderbolt: adapters are called "Thunderbolt Ethernet".
    if (name.contains("ethernet") || name.contains(" lan") || port.linkSpeedMbps().isPresent()) {
      return Optional.of(InterfaceType.ETHERNET);
    }
    return name.matches("thunderbolt [0-9]+")
        ? Optional.of(InterfaceType.THUNDERBOLT)
        : Optional.empty();
  }
}
