package org.leafinventory.redaction;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.leafinventory.model.Printable;

/** The ways in which a secret may be written where it is not told but mentioned. */
final class Spellings {

  /** Of a longer one the beginning is looked for. */
  private static final int LONGEST = 200;

  private Spellings() {}

  /** As it is, composed and decomposed, escaped, and as macOS makes host names of it. */
  static Set<String> plain(String secret) {
    String text = shorten(secret.strip());
    Set<String> all = new LinkedHashSet<>();
    for (String apostrophe : new String[] {"’", "'"}) {
      String straight = text.replaceAll("[’‘ʼ']", apostrophe);
      all.add(straight);
      all.add(straight.replaceAll("\\p{Pd}", "-"));
    }
    all.add(text);
    for (String spelling : Set.copyOf(all)) {
      all.add(Normalizer.normalize(spelling, Normalizer.Form.NFC));
      all.add(Normalizer.normalize(spelling, Normalizer.Form.NFD));
      all.add(escaped(spelling));
      all.add(JsonEscapes.encode(spelling));
      all.add(JsonEscapes.encodeAscii(spelling));
      all.add(XmlEscapes.encode(spelling));
      all.add(XmlEscapes.encode(spelling).replace("'", "&apos;").replace("\"", "&quot;"));
      all.add(spelling.replace("/", ":"));
    }
    all.add(label(text));
    all.add(label(text.replaceAll("(?i)([aou])\u0308", "$1e")));
    all.add(label(german(Normalizer.normalize(text, Normalizer.Form.NFC))));
    return all;
  }

  /** What {@link Printable} makes of it. */
  private static String escaped(String text) {
    String quoted = Printable.quote(text);
    return quoted.substring(1, quoted.length() - 1).replaceFirst("…$", "");
  }

  private static String german(String text) {
    return text.replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("Ä", "Ae")
        .replace("Ö", "Oe")
        .replace("Ü", "Ue")
        .replace("ß", "ss");
  }

  /** The host name that macOS makes of a computer's name. */
  private static String label(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\p{M}’‘ʼ']", "")
        .replaceAll("[^A-Za-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  static String hex(String text) {
    return HexFormat.of().formatHex(shorten(text).getBytes(StandardCharsets.UTF_8));
  }

  static String percent(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : shorten(text).getBytes(StandardCharsets.UTF_8)) {
      boolean isPlain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
      out.append(isPlain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
    }
    return out.toString();
  }

  private static String shorten(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
