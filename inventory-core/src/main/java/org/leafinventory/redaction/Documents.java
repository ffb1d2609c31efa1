package org.leafinventory.redaction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.leafinventory.probe.Bytes;

/** What a command said, in whichever form it did. */
final class Documents {

  /** Not UTF-8, so that whoever refused the line before still does. */
  private static final int SPOILT = 0xff;

  private static final String NOTE = " removed: this line was not UTF-8";
  private static final char REPLACEMENT = '\ufffd';

  private Documents() {}

  /**
   * Rewrites JSON, a property list, or lines. A line that is not UTF-8 could hold anything, in any
   * encoding; a note of one line stands in its place.
   */
  static Bytes rewrite(String document, Bytes bytes, Rewriter rewriter) {
    if (bytes.isEmpty()) {
      return bytes;
    }
    String text = bytes.text();
    String other = rewrite(document, text, rewriter);
    if (bytes.strictText().isEmpty()) {
      return withoutSpoiltLines(other);
    }
    return other.equals(text) ? bytes : Bytes.utf8(other);
  }

  static String rewrite(String document, String text, Rewriter rewriter) {
    if (Kinds.of(document, "") != Kind.TEXT) {
      // One value, whatever it begins with: people call their Macs {this} and <that>.
      return LineText.rewrite(document, text, rewriter);
    }
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      return JsonText.rewrite(document, text, rewriter);
    }
    return start.startsWith("<") || start.startsWith("\ufeff<")
        ? PlistText.rewrite(document, text, rewriter)
        : LineText.rewrite(document, text, rewriter);
  }

  private static Bytes withoutSpoiltLines(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean isSpoilt = lines[i].indexOf(REPLACEMENT) >= 0;
      if (i > 0) {
        out.write('\n');
      }
      if (isSpoilt) {
        out.write(SPOILT);
      }
      out.writeBytes((isSpoilt ? NOTE : lines[i]).getBytes(StandardCharsets.UTF_8));
    }
    return Bytes.of(out.toByteArray());
  }
}
