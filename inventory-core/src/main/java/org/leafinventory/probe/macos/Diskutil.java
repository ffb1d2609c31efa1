package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Printable;

/** What {@code diskutil} tells: its lists of disks, and one disk at a time. */
final class Diskutil {

  static final String SOURCE = "diskutil";

  private static final String SECTION = "disks";
  private static final String INFO = "diskutil-info-";
  private static final Pattern WHOLE = Pattern.compile("disk[0-9]{1,6}");

  private final Answers answers;

  Diskutil(Answers answers) {
    this.answers = answers;
  }

  /** Whether {@code device} is a whole disk by its name: {@code disk0}, not {@code disk0s1}. */
  static boolean isWhole(String device) {
    return WHOLE.matcher(device).matches();
  }

  /** {@code disk3s1s1} lies on {@code disk3}. */
  static String wholeDisk(String device) {
    return device.replaceFirst("^(disk[0-9]+)s.*", "$1");
  }

  /** The disks that are neither virtual nor made of others; empty where macOS has no such list. */
  Optional<List<JsonNode>> physical() {
    JsonNode list = answers.optionalPlist("diskutil-list-physical");
    return list.has("AllDisksAndPartitions") ? Optional.of(entries(list)) : Optional.empty();
  }

  /** All disks: physical ones, those that are made of them, and disk images. */
  List<JsonNode> all() {
    return answers.plist("diskutil-list", SECTION).map(Diskutil::entries).orElse(List.of());
  }

  /** The same where it does not matter whether they could be read. */
  List<JsonNode> allIfTold() {
    return entries(answers.optionalPlist("diskutil-list"));
  }

  private static List<JsonNode> entries(JsonNode list) {
    return Tree.items(list, "AllDisksAndPartitions");
  }

  /** The whole disks that were asked for one by one, whether a list names them or not. */
  List<String> asked() {
    return answers.idsWithPrefix(INFO).stream()
        .map(id -> id.substring(INFO.length()))
        .filter(Diskutil::isWhole)
        .toList();
  }

  /** What is told of one disk; missing where nothing is, or where the answer is about another. */
  JsonNode info(String device) {
    JsonNode info = answers.plist(INFO + device, SECTION).orElseGet(MissingNode::getInstance);
    String about = Tree.text(info, "DeviceIdentifier").orElse(device);
    if (about.equals(device)) {
      return info;
    }
    answers.issue(
        SECTION,
        IssueKind.MALFORMED,
        "diskutil info " + device + " told of " + Printable.quote(about) + " instead");
    return MissingNode.getInstance();
  }

  /** Whether {@code device} is on a disk of its own, not in a file, as far as is told. */
  boolean isOnRealDisk(String device) {
    String disk = wholeDisk(device);
    JsonNode info = answers.optionalPlist(INFO + disk);
    if (isDiskImage(info)) {
      return false;
    }
    Set<String> physical =
        physical().orElse(List.of()).stream()
            .flatMap(entry -> Tree.text(entry, "DeviceIdentifier").stream())
            .collect(Collectors.toSet());
    return physical.isEmpty() || physical.contains(disk);
  }

  static boolean isDiskImage(JsonNode info) {
    return info.path("BusProtocol").asText().equals("Disk Image");
  }
}
