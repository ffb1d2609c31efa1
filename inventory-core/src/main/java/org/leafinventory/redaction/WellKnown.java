package org.leafinventory.redaction;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is the same on all Macs, and so identifies none. */
final class WellKnown {

  /** Types of partitions and users that Apple made end alike. */
  private static final String APPLE_TYPE = "-11AA-AA11-00306543ECAC";

  /** Other types of GPT partitions: EFI, Microsoft's, Linux'. */
  private static final Set<String> UUIDS =
      Set.of(
          "00000000-0000-0000-0000-000000000000",
          "C12A7328-F81F-11D2-BA4B-00A0C93EC93B",
          "EBD0A0A2-B9E5-4433-87C0-68B6B72699C7",
          "E3C9E316-0B5C-4DB8-817D-F92DF00215AE",
          "DE94BBA4-06D1-4D40-A16A-BFD50179D6AC",
          "0FC63DAF-8483-4772-8E79-3D69D8477DE4");

  private static final Set<String> VOLUMES =
      Set.of(
          "macintosh hd",
          "macintosh hd - data",
          "macintosh hd - daten",
          "data",
          "preboot",
          "recovery",
          "recovery hd",
          "vm",
          "update",
          "xart",
          "hardware",
          "iscpreboot",
          "efi",
          "boot os x",
          "untitled",
          "no name",
          "bootcamp",
          "nix store",
          "nix");

  private static final Pattern DEVICE =
      Pattern.compile("(?i)/?(?:dev/)?[a-z]{2,6}[0-9]+(?:s[0-9]+)*");

  /** What macOS and those who build Macs call things: no name is found by these alone. */
  private static final Set<String> WORDS =
      Set.of(
          "apple",
          "mac",
          "macs",
          "macbook",
          "macbookair",
          "macbookpro",
          "macmini",
          "macpro",
          "imac",
          "imacpro",
          "mini",
          "studio",
          "pro",
          "air",
          "max",
          "ultra",
          "display",
          "macintosh",
          "hd",
          "ssd",
          "hdd",
          "disk",
          "disks",
          "drive",
          "media",
          "data",
          "recovery",
          "preboot",
          "update",
          "hardware",
          "intel",
          "core",
          "xeon",
          "amd",
          "radeon",
          "nvidia",
          "geforce",
          "iris",
          "graphics",
          "virtual",
          "machine",
          "virtualmac",
          "vmware",
          "parallels",
          "color",
          "lcd",
          "usb",
          "thunderbolt",
          "ethernet",
          "bridge",
          "wi",
          "fi",
          "wifi",
          "bluetooth",
          "internal",
          "external",
          "untitled",
          "true",
          "false",
          "null",
          "none",
          "yes",
          "no",
          "unknown",
          "enabled",
          "disabled",
          "active",
          "inactive",
          "verified",
          "failing",
          "status",
          "good",
          "normal",
          "arm",
          "arm64",
          "x86",
          "x86_64",
          "intel64",
          "darwin",
          "macos",
          "admin",
          "root",
          "user",
          "users",
          "guest",
          "local",
          "localhost",
          "name",
          "string",
          "integer",
          "array",
          "dict",
          "plist",
          "version",
          "memory",
          "processor",
          "performance",
          "efficiency",
          "super",
          "standard",
          "metal",
          "system",
          "volume",
          "volumes",
          "library",
          "private",
          "server",
          "node",
          "host",
          "computer",
          "laptop",
          "desktop",
          "build",
          "builder",
          "runner",
          "test",
          "backup",
          "home",
          "work",
          "office",
          "storage",
          "keyboard",
          "mouse",
          "hub");

  private static final int SHORTEST = 4;
  private static final int SHORTEST_NUMBER = 6;

  private WellKnown() {}

  static boolean isUuid(String uuid) {
    String upper = uuid.toUpperCase(Locale.ROOT);
    return UUIDS.contains(upper) || upper.endsWith(APPLE_TYPE);
  }

  static boolean isVolume(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\p{Pd}", "-");
    return VOLUMES.contains(lower) || DEVICE.matcher(lower).matches();
  }

  /**
   * Whether a secret is looked for everywhere, and not only where it is told: it has four
   * characters or more, six if they are digits, and is not made of everyday words alone.
   */
  static boolean isDistinctive(String secret) {
    String text = secret.strip();
    if (text.codePointCount(0, text.length()) < SHORTEST || DEVICE.matcher(text).matches()) {
      return false;
    }
    if (text.matches("[0-9]+")) {
      return text.length() >= SHORTEST_NUMBER;
    }
    for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,.’'()]+")) {
      if (!word.isEmpty() && !WORDS.contains(word) && !word.matches("m[0-9]")) {
        return true;
      }
    }
    return false;
  }
}
