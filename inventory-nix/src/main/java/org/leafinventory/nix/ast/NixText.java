package org.leafinventory.nix.ast;

import java.util.Set;
import java.util.regex.Pattern;

/** What Nix accepts as text, as an identifier and as a path. */
final class NixText {

  private static final Set<String> KEYWORDS =
      Set.of("if", "then", "else", "assert", "with", "let", "in", "rec", "inherit");

  private static final Pattern PATH_SEGMENT = Pattern.compile("[A-Za-z0-9._+-]+");

  private static final int SHOWN = 60;

  private NixText() {}

  /** Returns {@code text} if a Nix file can hold it; {@code what} names it in the message. */
  static String requireText(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new IllegalArgumentException(what + " holds a NUL, which Nix cannot represent");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new IllegalArgumentException(
            what + " holds a lone surrogate at index " + i + ", which UTF-8 cannot encode");
      }
    }
    return text;
  }

  /** Returns {@code name} if a variable can bear it. */
  static String requireVariable(String what, String name) {
    // `or` stands bare as an attribute name, but the grammar has no variable of that name.
    if (!isBareAttribute(name) || name.equals("or")) {
      throw new IllegalArgumentException(quote(name) + " is not a valid " + what + " in Nix");
    }
    return name;
  }

  static boolean isBareAttribute(String name) {
    if (name.isEmpty() || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      if (!isInIdentifier(name.charAt(i))) {
        return false;
      }
    }
    return !KEYWORDS.contains(name);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isInIdentifier(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '\'' || c == '-';
  }

  static String requirePath(String path) {
    if (!isPath(path)) {
      throw new IllegalArgumentException(
          quote(path)
              + " is not a path literal of Nix: it needs a slash (as in ./file or /etc/nix),"
              + " has no trailing or double slash, and holds only letters, digits and . _ - +");
    }
    return path;
  }

  // By hand, as a regular expression with a repeated group overflows the stack on a long path.
  private static boolean isPath(String path) {
    boolean lookup = path.length() > 2 && path.startsWith("<") && path.endsWith(">");
    String plain = lookup ? path.substring(1, path.length() - 1) : path;
    String[] segments = plain.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean mayBeSpecial = i == 0 && !lookup;
      if (!PATH_SEGMENT.matcher(segments[i]).matches()
          && !(mayBeSpecial && (segments[i].isEmpty() || segments[i].equals("~")))) {
        return false;
      }
    }
    return lookup || segments.length > 1;
  }

  // Formatters strip more than String.stripTrailing does: no-break spaces and U+0085, too.
  static String stripTrailing(String line) {
    int end = line.length();
    while (end > 0 && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /** The offender of a message, on one line and cut to a readable length. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    int end = Math.min(text.length(), SHOWN);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append(end < text.length() ? "…\"" : "\"").toString();
  }
}
