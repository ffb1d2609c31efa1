package org.leafinventory.ssh.config;

import java.util.List;
import java.util.Locale;

/** The patterns of OpenSSH: {@code *}, {@code ?}, and {@code !} before one that must not fit. */
public final class Patterns {

  private Patterns() {}

  /** Whether all of {@code text} fits {@code pattern}, upper and lower case told apart. */
  public static boolean fits(String text, String pattern) {
    int t = 0;
    int p = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Whether one of the patterns fits, and no negated one does. */
  public static boolean fitsAny(String text, List<String> patterns) {
    boolean fits = false;
    for (String pattern : patterns) {
      if (pattern.startsWith("!")) {
        if (fits(text, pattern.substring(1))) {
          return false;
        }
      } else {
        fits |= fits(text, pattern);
      }
    }
    return fits;
  }

  /** As {@link #fitsAny} for a list with commas. */
  static boolean fitsList(String text, String list) {
    return fitsAny(text, List.of(list.split(",", -1)));
  }

  /** For host names in a Match: upper and lower case are the same there, unlike after Host. */
  static boolean fitsHostList(String host, String list) {
    return fitsList(host.toLowerCase(Locale.ROOT), list.toLowerCase(Locale.ROOT));
  }
}
