package org.leafinventory.redaction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.leafinventory.model.HostName;

/**
 * What stands in place of a secret: the same for the same secret and key, of the same form, and not
 * to be led back without the key.
 */
final class Pseudonyms {

  /** What the names of a machine and of its disks become. */
  static final String LABEL = "anon";

  /** What is told where there is no serial number; at least what the interpreter takes for that. */
  private static final Set<String> NOTHING =
      Set.of(
          "unknown",
          "not available",
          "not provided",
          "none",
          "n/a",
          "empty",
          "null",
          "(null)",
          "undefined",
          "not specified",
          "not set");

  /** How {@code scutil} tells of no name. */
  private static final String NOT_SET = "not set";

  private static final Pattern ZEROS = Pattern.compile("(?:0[xX])?[0\\s:.-]*");
  private static final Pattern ORDINARY_SERIAL = Pattern.compile("[A-Za-z0-9 /._*:-]{1,200}");

  /** As macOS writes numbers; {@code 0X} may well begin a serial number. */
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9A-Fa-f]+");

  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern PLAIN_LABEL =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?");
  private static final Pattern DOMAIN = Pattern.compile("(?:[A-Za-z0-9_-]+\\.)+[A-Za-z0-9_-]+\\.?");
  private static final Set<String> KNOWN_LABELS =
      Set.of(
          "local",
          "localhost",
          "localdomain",
          "lan",
          "home",
          "internal",
          "arpa",
          "test",
          "invalid",
          "example",
          "com",
          "net",
          "org",
          "edu",
          "gov",
          "io",
          "dev");

  private static final String DIGITS = "0123456789";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int LONGEST_DOMAIN = 255;
  private static final int SHORTEST_SERIAL = 8;
  private static final int FAMILY = 6;
  private static final int SPELLING = 5;

  private final Prf prf;
  private final Addresses addresses;

  Pseudonyms(Prf prf) {
    this.prf = prf;
    this.addresses = new Addresses(prf);
  }

  Addresses addresses() {
    return addresses;
  }

  /**
   * A name in place of a name of a machine, a disk, a person. Names that macOS derives from each
   * other, as {@code Zoes-Mac-Buero} from {@code Zoë’s Mac – Büro}, share the first token; the
   * second is of the spelling, so that two names never become one. A plain label stays one.
   */
  String name(String name) {
    if (name.isBlank() || name.equals(NOT_SET)) {
      return name;
    }
    String family = prf.token("name", family(name), FAMILY);
    String spelling = prf.token("spelling", name, SPELLING);
    boolean isLabel = name.length() <= 63 && PLAIN_LABEL.matcher(name).matches();
    return isLabel ? LABEL + "-" + family + "-" + spelling : "Anon " + family + " " + spelling;
  }

  /** What is left of a name once spaces, marks, accents and the case of letters are gone. */
  private static String family(String name) {
    String letters =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replaceAll("[^\\p{L}\\p{N}]", "");
    // German transliteration: macOS makes ue of ü where it speaks German, and u elsewhere.
    String folded = letters.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    return folded.isEmpty() ? name : folded;
  }

  /**
   * The name of a host, label by label, so that the first label of the pseudonym is the pseudonym
   * of the first label. A usable host name stays one, and an unusable one unusable.
   */
  String host(String host) {
    if (KNOWN_LABELS.contains(host.toLowerCase(Locale.ROOT))) {
      return host;
    }
    if (host.length() > LONGEST_DOMAIN || !DOMAIN.matcher(host).matches()) {
      return name(host);
    }
    List<String> labels = new ArrayList<>();
    for (String label : host.split("\\.", -1)) {
      labels.add(KNOWN_LABELS.contains(label.toLowerCase(Locale.ROOT)) ? label : name(label));
    }
    String other = String.join(".", labels);
    boolean isUsable = HostName.tryParse(host).isPresent();
    if (isUsable == HostName.tryParse(other).isPresent()) {
      return other;
    }
    return isUsable ? name(host.replace('.', '-')) : "Anon " + other.replaceAll("[. ]+", " ");
  }

  /** Whether this says that there is no serial number. */
  static boolean isNothing(String serial) {
    String word = serial.strip().toLowerCase(Locale.ROOT);
    return NOTHING.contains(word) || ZEROS.matcher(word).matches() || word.matches("[*\\s-]*");
  }

  /**
   * A serial number over the same alphabet and of the same length, though never of fewer than eight
   * letters and digits: fewer are soon tried out, and soon the same.
   */
  String serial(String serial) {
    if (isNothing(serial)) {
      return serial;
    }
    if (UUID.matcher(serial).matches()) {
      return uuid(serial);
    }
    String core = serial.strip();
    String before = serial.substring(0, serial.indexOf(core));
    String after = serial.substring(before.length() + core.length());
    String other;
    int attempt = 0;
    do {
      other = serial(core, "serial" + attempt++);
    } while (other.equalsIgnoreCase(core) || isNothing(other));
    return before + other + after;
  }

  private String serial(String core, String use) {
    int from = HEXADECIMAL.matcher(core).matches() ? 2 : 0;
    String letters = core.substring(from).replaceAll("[^A-Za-z0-9]", "");
    if (letters.isEmpty() || !ORDINARY_SERIAL.matcher(core).matches()) {
      return "SN" + prf.text(use, core, UPPER + DIGITS, SHORTEST_SERIAL);
    }
    int length = Math.max(letters.length(), SHORTEST_SERIAL);
    String other = prf.text(use, core, alphabet(letters), length);
    StringBuilder out = new StringBuilder();
    int used = 0;
    out.append(core, 0, from);
    for (int i = from; i < core.length(); i++) {
      boolean isLetter = Character.isLetterOrDigit(core.charAt(i));
      out.append(isLetter ? other.charAt(used++) : core.charAt(i));
    }
    return out.append(other.substring(used)).toString();
  }

  private static String alphabet(String letters) {
    if (letters.matches("[0-9]+")) {
      return DIGITS;
    }
    if (letters.matches("[0-9a-f]+")) {
      return DIGITS + "abcdef";
    }
    if (letters.matches("[0-9A-F]+")) {
      return DIGITS + "ABCDEF";
    }
    return (letters.matches(".*[0-9].*") ? DIGITS : "")
        + (letters.matches(".*[A-Z].*") ? UPPER : "")
        + (letters.matches(".*[a-z].*") ? UPPER.toLowerCase(Locale.ROOT) : "");
  }

  /** A UUID of the same version; nil and the constants of partition types stay. */
  String uuid(String uuid) {
    if (WellKnown.isUuid(uuid)) {
      return uuid;
    }
    byte[] random = prf.bytes("uuid", uuid.toLowerCase(Locale.ROOT), 16);
    StringBuilder hex = new StringBuilder(HexFormat.of().formatHex(random));
    hex.setCharAt(12, uuid.charAt(14));
    hex.setCharAt(16, "89ab".charAt(random[8] & 3));
    for (int dash : new int[] {8, 13, 18, 23}) {
      hex.insert(dash, '-');
    }
    return Addresses.sameCase(uuid, hex.toString());
  }

  String email(String address) {
    String token = prf.token("email", address.toLowerCase(Locale.ROOT), FAMILY + SPELLING);
    return LABEL + "-" + token + "@redacted.invalid";
  }
}
