package org.leafinventory.nix.print;

import java.util.List;
import org.leafinventory.nix.ast.AttrKey;
import org.leafinventory.nix.ast.NixString;

/** Text between quotes of either kind. */
final class Escapes {

  private Escapes() {}

  static String name(String name) {
    return new AttrKey.Name(name).isBare() ? name : '"' + quoted(name, false) + '"';
  }

  /**
   * Text as it stands between {@code "}.
   *
   * @param beforeInterpolation whether <code>${</code> follows, which a last {@code $} would spoil
   */
  static String quoted(String text, boolean beforeInterpolation) {
    if (standsForItself(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '$' -> out.append(opensInterpolation(text, i, beforeInterpolation) ? "\\$" : "$");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** Most text by far is of this kind, and need not be copied. */
  private static boolean standsForItself(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == '$') {
        return false;
      }
    }
    return true;
  }

  /** Text as it stands between {@code ''}, if {@link #survivesIndentation} agrees to it. */
  static String indented(String text, boolean beforeInterpolation) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' && opensInterpolation(text, i, beforeInterpolation)) {
        out.append("''$");
      } else if (c == '\'' && text.startsWith("''", i)) {
        out.append("'''");
        i++;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean opensInterpolation(String text, int dollar, boolean beforeInterpolation) {
    return dollar + 1 < text.length() ? text.charAt(dollar + 1) == '{' : beforeInterpolation;
  }

  /**
   * Whether a string keeps its value between {@code ''}: it has several lines, Nix strips exactly
   * the indentation that we add, and no quote touches another escape.
   */
  static boolean survivesIndentation(List<NixString.Part> parts) {
    // An interpolation counts as a visible character of its line.
    StringBuilder whole = new StringBuilder();
    for (NixString.Part part : parts) {
      if (part instanceof NixString.Text text) {
        if (hasAwkwardCharacters(text.value())) {
          return false;
        }
        whole.append(text.value());
      } else {
        whole.append('$');
      }
    }
    return whole.indexOf("\n") >= 0 && keepsItsMargin(whole.toString().split("\n", -1));
  }

  private static boolean keepsItsMargin(String[] lines) {
    boolean touchesMargin = false;
    for (String line : lines) {
      if (!line.isEmpty() && line.isBlank()) {
        return false;
      }
      touchesMargin |= !line.isEmpty() && line.charAt(0) != ' ';
    }
    return touchesMargin;
  }

  /** Control characters, and quotes that would run into an escape or into the closing quotes. */
  private static boolean hasAwkwardCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\t') {
        return true;
      }
      if (c == '\'') {
        boolean last = i + 1 == text.length();
        if (last || text.charAt(i + 1) == '$' || text.startsWith("'''", i)) {
          return true;
        }
      }
    }
    return false;
  }
}
