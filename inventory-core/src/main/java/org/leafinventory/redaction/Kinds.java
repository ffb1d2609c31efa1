package org.leafinventory.redaction;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by its key what a value is. Keys are compared by their letters and digits alone: {@code
 * serial_number}, {@code serial-number}, {@code Serial Number (system)}.
 *
 * <p>Rather too much is taken for an identifier than too little.
 */
final class Kinds {

  /**
   * ATA, ports and interfaces are serial too; {@code edid} holds the serial number of a display.
   */
  private static final Pattern SERIAL =
      Pattern.compile(
          ".*serial(?!ata|port|interface|ized|izable).*|.*(?:udid|edid|imei|meid|iccid|assettag"
              + "|uniquechipid|uniqueid)|(?:.*)ecid|mlb.*|dieid");

  private static final Pattern UUID = Pattern.compile(".*(?:uuid|guid|wwn|wwid).*");
  private static final Pattern MAC =
      Pattern.compile(".*(?:macaddr|bdaddr|ethernetaddr|hardwareaddr|ethermac).*");
  private static final Pattern HOST =
      Pattern.compile(".*(?:hostname|computername|dnsname|nodename)(?:system)?");
  private static final Pattern NAME =
      Pattern.compile(
          ".*(?:username|ownername|fullname|realname|longname|accountname|appleid|ssid|ssidstr"
              + "|userlogin)|spairport.*network.*");
  private static final Pattern VOLUME =
      Pattern.compile(".*(?:volumename|volumesfromdisks|lvgname|lvname|bootvolume|startupdisk)");
  private static final Pattern MOUNT_POINT = Pattern.compile(".*mountpoint");
  private static final Pattern VERSION =
      Pattern.compile(
          ".*(?:version|revision|release|build|firmware|bootrom|bcddevice|driver|loader"
              + "|kernel).*");

  /** Where a name alone is the name of a volume. */
  private static final Set<String> OF_VOLUMES =
      Set.of("SPStorageDataType", "volumes", "diskutil-apfs", "diskutil-list");

  private static final int LONGEST_KEY = 200;

  private Kinds() {}

  /**
   * @param document what is being read: the id of a probe, a data type of {@code system_profiler},
   *     a section of an inventory
   * @param key the key in it; empty for what has none
   */
  static Kind of(String document, String key) {
    if (document.startsWith("scutil-")) {
      return Kind.HOST;
    }
    if (key.length() > LONGEST_KEY) {
      return Kind.TEXT;
    }
    String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    if (name.isEmpty()) {
      return Kind.TEXT;
    }
    if (OF_VOLUMES.contains(document) && name.equals("name")) {
      return Kind.VOLUME;
    }
    return byName(name);
  }

  private static Kind byName(String name) {
    if (SERIAL.matcher(name).matches()) {
      return Kind.SERIAL;
    }
    if (UUID.matcher(name).matches()) {
      return Kind.UUID;
    }
    if (MAC.matcher(name).matches()) {
      return Kind.MAC;
    }
    return named(name);
  }

  private static Kind named(String name) {
    if (HOST.matcher(name).matches()) {
      return Kind.HOST;
    }
    if (VOLUME.matcher(name).matches()) {
      return Kind.VOLUME;
    }
    if (NAME.matcher(name).matches()) {
      return Kind.NAME;
    }
    if (MOUNT_POINT.matcher(name).matches()) {
      return Kind.MOUNT_POINT;
    }
    return VERSION.matcher(name).matches() ? Kind.VERSION : Kind.TEXT;
  }
}
