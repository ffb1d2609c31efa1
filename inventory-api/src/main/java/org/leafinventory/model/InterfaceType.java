package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of port a network interface is. */
public enum InterfaceType {
  /** Wired Ethernet, built in or by an adapter. */
  @JsonProperty("ethernet")
  ETHERNET,

  /** Wi-Fi, formerly AirPort. */
  @JsonProperty("wifi")
  WIFI,

  /** Network over one Thunderbolt port. */
  @JsonProperty("thunderbolt")
  THUNDERBOLT,

  /** A bridge of other interfaces, such as the Thunderbolt Bridge. */
  @JsonProperty("bridge")
  BRIDGE,

  /** Bluetooth personal area network. */
  @JsonProperty("bluetooth")
  BLUETOOTH,

  /** FireWire. */
  @JsonProperty("firewire")
  FIREWIRE;
}
