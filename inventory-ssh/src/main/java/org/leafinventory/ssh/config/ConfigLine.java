package org.leafinventory.ssh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line: a keyword and what follows it.
 *
 * @param keyword in lower case
 * @param rest what follows, as it stands there
 */
record ConfigLine(String keyword, String rest, String place) {

  private static final String BLANKS = " \t\r\n\f";

  /** The line, or nothing for an empty one and a comment. */
  static Optional<ConfigLine> parse(String text, String place) {
    String line = text.strip();
    int end = 0;
    while (end < line.length() && BLANKS.indexOf(line.charAt(end)) < 0 && line.charAt(end) != '=') {
      end++;
    }
    if (end == 0 || line.startsWith("#")) {
      return Optional.empty();
    }
    String keyword = line.substring(0, end).toLowerCase(Locale.ROOT);
    return Optional.of(new ConfigLine(keyword, afterDelimiter(line, end), place));
  }

  /** Blanks and at most one equals sign are skipped. */
  private static String afterDelimiter(String text, int from) {
    String rest = text.substring(from).stripLeading();
    return rest.startsWith("=") ? rest.substring(1).stripLeading() : rest;
  }

  /**
   * What follows as words: separated by blanks, quoted by {@code '} or {@code "}, up to a comment.
   *
   * @throws SshConfigException if a quote is not closed
   */
  List<String> words() throws SshConfigException {
    List<String> words = new ArrayList<>();
    int i = 0;
    while (true) {
      while (i < rest.length() && BLANKS.indexOf(rest.charAt(i)) >= 0) {
        i++;
      }
      if (i == rest.length() || rest.charAt(i) == '#') {
        return words;
      }
      StringBuilder word = new StringBuilder();
      i = word(i, word);
      words.add(word.toString());
    }
  }

  private int word(int from, StringBuilder word) throws SshConfigException {
    char quote = 0;
    int i = from;
    for (; i < rest.length(); i++) {
      char c = rest.charAt(i);
      char next = i + 1 < rest.length() ? rest.charAt(i + 1) : 0;
      if (c == '\\'
          && (next == '\'' || next == '"' || next == '\\' || (next == ' ' && quote == 0))) {
        word.append(next);
        i++;
      } else if (quote == 0 && BLANKS.indexOf(c) >= 0) {
        break;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else {
        word.append(c);
      }
    }
    if (quote != 0) {
      throw new SshConfigException(place, "a quote is not closed", "close it");
    }
    return i;
  }

  /** The criteria of a Match line, whose words an equals sign may separate, too. */
  List<String> criteria() throws SshConfigException {
    List<String> criteria = new ArrayList<>();
    String left = rest;
    while (!left.isEmpty() && !left.startsWith("#")) {
      int end = 0;
      if (left.startsWith("\"")) {
        end = left.indexOf('"', 1);
        if (end < 0) {
          throw new SshConfigException(place, "a quote is not closed", "close it");
        }
        criteria.add(left.substring(1, end));
        end++;
      } else {
        while (end < left.length()
            && BLANKS.indexOf(left.charAt(end)) < 0
            && left.charAt(end) != '=') {
          end++;
        }
        criteria.add(left.substring(0, end));
      }
      left = afterDelimiter(left, end);
    }
    return criteria;
  }
}
