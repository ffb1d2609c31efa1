package org.leafinventory.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Outputs for people in the form for programs, where one says exactly what the other does: the same
 * command prints both from the same values.
 */
final class RecordedText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LINE = Pattern.compile("\\s*([^:]+?):\\s+(.*\\S)\\s*");
  private static final Pattern BYTES = Pattern.compile("\\(([0-9][0-9,.\\s\\u202f]*) [Bb]ytes\\)");
  private static final Pattern KINDS =
      Pattern.compile("([0-9]+) \\(([0-9]+) performance and ([0-9]+) efficiency\\)");
  private static final Map<String, String> HARDWARE =
      Map.ofEntries(
          Map.entry("Model Name", "machine_name"),
          Map.entry("Model Identifier", "machine_model"),
          Map.entry("Model Number", "model_number"),
          Map.entry("Chip", "chip_type"),
          Map.entry("Processor Name", "cpu_type"),
          Map.entry("Processor Speed", "current_processor_speed"),
          Map.entry("Memory", "physical_memory"),
          Map.entry("Boot ROM Version", "boot_rom_version"),
          Map.entry("System Firmware Version", "boot_rom_version"),
          Map.entry("OS Loader Version", "os_loader_version"),
          Map.entry("Serial Number (system)", "serial_number"),
          Map.entry("Hardware UUID", "platform_UUID"),
          Map.entry("Provisioning UDID", "provisioning_UDID"));
  private static final Map<String, String> SOFTWARE =
      Map.of(
          "System Version", "os_version",
          "Kernel Version", "kernel_version",
          "Boot Volume", "boot_volume",
          "Computer Name", "local_host_name",
          "User Name", "user_name",
          "Time since boot", "uptime");

  private RecordedText() {}

  /** The sections of one answer in JSON, each as an answer of its own, by data type. */
  static Map<String, String> sections(String json) {
    Map<String, String> sections = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> section : tree(json).properties()) {
      sections.put(section.getKey(), document(section.getKey(), section.getValue()));
    }
    return sections;
  }

  static String architecture(String sourceJson) {
    return tree(sourceJson).path("architecture").asText();
  }

  static String profile(String type, String text) {
    ObjectNode item =
        switch (type) {
          case "SPHardwareDataType" -> hardware(text);
          case "SPSoftwareDataType" -> software(text);
          case "SPNVMeDataType" -> drive(text);
          default -> throw new IllegalArgumentException(type);
        };
    return document(type, JSON.createArrayNode().add(item));
  }

  private static ObjectNode hardware(String text) {
    ObjectNode item = JSON.createObjectNode();
    for (Map.Entry<String, String> line : lines(text).entrySet()) {
      String value = line.getValue();
      String key = HARDWARE.getOrDefault(line.getKey(), "");
      if (!key.isEmpty()) {
        item.put(key, value);
      } else if (line.getKey().equals("Number of Processors")) {
        item.put("packages", Integer.parseInt(value));
      } else if (line.getKey().equals("Total Number of Cores")) {
        Matcher kinds = KINDS.matcher(value);
        if (kinds.matches()) {
          item.put("number_processors", kinds.replaceFirst("proc $1:$2:$3"));
        } else {
          item.put("number_processors", Integer.parseInt(value));
        }
      } else if (line.getKey().equals("Activation Lock Status")) {
        item.put("activation_lock_status", "activation_lock_" + value.toLowerCase(Locale.ROOT));
      }
    }
    return item;
  }

  private static ObjectNode software(String text) {
    ObjectNode item = JSON.createObjectNode();
    Map<String, String> lines = lines(text);
    SOFTWARE.forEach(
        (name, key) -> {
          if (lines.containsKey(name)) {
            item.put(key, told(lines, name));
          }
        });
    if (lines.getOrDefault("System Integrity Protection", "").equals("Enabled")) {
      item.put("system_integrity", "integrity_enabled");
    }
    return item;
  }

  /** All but the revision, which the text groups by thousands as if it were a number. */
  private static ObjectNode drive(String text) {
    Map<String, String> lines = lines(text);
    ObjectNode controller = JSON.createObjectNode();
    ObjectNode drive = controller.putArray("_items").addObject();
    drive.put("_name", told(lines, "Model"));
    drive.put("device_model", told(lines, "Model"));
    drive.put("device_serial", told(lines, "Serial Number"));
    drive.put("bsd_name", told(lines, "BSD Name"));
    drive.put("size_in_bytes", bytes(told(lines, "Capacity")));
    drive.put("spnvme_trim_support", told(lines, "TRIM Support"));
    drive.put("detachable_drive", word(lines, "Detachable Drive"));
    drive.put("removable_media", word(lines, "Removable Media"));
    drive.put("smart_status", told(lines, "S.M.A.R.T. status"));
    return controller;
  }

  private static String word(Map<String, String> lines, String name) {
    return told(lines, name).toLowerCase(Locale.ROOT);
  }

  private static String told(Map<String, String> lines, String name) {
    String value = lines.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name + " in " + lines);
    }
    return value;
  }

  /** {@code diskutil info} as {@code diskutil info -plist}. */
  static String disk(String text) {
    Map<String, String> lines = lines(text);
    StringBuilder dict = new StringBuilder();
    string(dict, "DeviceIdentifier", told(lines, "Device Identifier"));
    string(dict, "Content", told(lines, "Content (IOContent)"));
    string(dict, "MediaName", told(lines, "Device / Media Name"));
    string(dict, "BusProtocol", told(lines, "Protocol"));
    string(dict, "SMARTStatus", told(lines, "SMART Status"));
    flag(dict, "WholeDisk", told(lines, "Whole"), "Yes");
    flag(dict, "Internal", told(lines, "Device Location"), "Internal");
    flag(dict, "SolidState", told(lines, "Solid State"), "Yes");
    flag(dict, "RemovableMedia", told(lines, "Removable Media"), "Yes", "Removable");
    if (lines.containsKey("Virtual")) {
      string(
          dict, "VirtualOrPhysical", told(lines, "Virtual").equals("Yes") ? "Virtual" : "Physical");
    }
    if (lines.containsKey("LV UUID")) {
      string(dict, "CoreStorageLVUUID", told(lines, "LV UUID"));
    }
    String size = lines.getOrDefault("Total Size", lines.getOrDefault("Disk Size", ""));
    dict.append("<key>TotalSize</key><integer>").append(bytes(size)).append("</integer>\n");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\">\n<dict>\n"
        + dict
        + "</dict>\n</plist>\n";
  }

  /** {@code ioreg} as {@code ioreg -a}: what identifies the machine. */
  static String platform(String text) {
    StringBuilder dict = new StringBuilder();
    Pattern.compile("\"(IOPlatformSerialNumber|IOPlatformUUID|model)\" = <?\"([^\"]*)\">?")
        .matcher(text)
        .results()
        .forEach(property -> string(dict, property.group(1), property.group(2)));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\">\n<array>\n<dict>\n"
        + dict
        + "</dict>\n</array>\n</plist>\n";
  }

  private static void string(StringBuilder dict, String key, String value) {
    dict.append("<key>").append(key).append("</key><string>").append(value).append("</string>\n");
  }

  private static void flag(StringBuilder dict, String key, String value, String... yes) {
    boolean is = Arrays.asList(yes).contains(value);
    dict.append("<key>").append(key).append("</key><").append(is).append("/>\n");
  }

  /** {@code System Version: Mac OS X 10.6.8 (10K549)} as {@code sw_vers} prints it. */
  static String swVers(String text) {
    Matcher version =
        Pattern.compile("(.*) ([0-9.]+) \\((\\w+)\\)").matcher(told(lines(text), "System Version"));
    if (!version.matches()) {
      throw new IllegalArgumentException(text);
    }
    return version.replaceFirst("ProductName:\t$1\nProductVersion:\t$2\nBuildVersion:\t$3\n");
  }

  private static long bytes(String size) {
    Matcher bytes = BYTES.matcher(size);
    if (!bytes.find()) {
      throw new IllegalArgumentException(size);
    }
    return Long.parseLong(bytes.group(1).replaceAll("[^0-9]", ""));
  }

  /** The first value of each name. */
  private static Map<String, String> lines(String text) {
    Map<String, String> lines = new LinkedHashMap<>();
    text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> lines.putIfAbsent(line.group(1), line.group(2)));
    return lines;
  }

  private static String document(String type, JsonNode items) {
    return JsonNodeFactory.instance.objectNode().set(type, items).toPrettyString() + "\n";
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
