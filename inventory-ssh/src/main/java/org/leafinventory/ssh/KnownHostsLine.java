package org.leafinventory.ssh;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of a known_hosts file.
 *
 * @param marker {@code @revoked}, {@code @cert-authority}, or empty
 * @param patterns host names, wildcards, negations, or one hashed name
 */
record KnownHostsLine(Path file, int number, String marker, List<String> patterns, HostKey key) {

  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
  private static final String HASHED = "|1|";

  /** The line, or nothing for a comment, an empty line and what is no known_hosts line. */
  static Optional<KnownHostsLine> parse(String text, Path file, int number) {
    String line = text.strip();
    if (line.isEmpty() || line.startsWith("#")) {
      return Optional.empty();
    }
    List<String> fields = BLANKS.splitAsStream(line).toList();
    String marker = line.startsWith("@") ? fields.get(0) : "";
    int first = marker.isEmpty() ? 0 : 1;
    if (fields.size() < first + 3) {
      return Optional.empty();
    }
    HostKey key = new HostKey(fields.get(first + 1), fields.get(first + 2));
    List<String> patterns = List.of(fields.get(first).split(",", -1));
    return isBase64(key.base64())
        ? Optional.of(new KnownHostsLine(file, number, marker, patterns, key))
        : Optional.empty();
  }

  /** Whether this line speaks of {@code name}; a negated pattern that fits says no. */
  boolean isFor(String name) {
    boolean fits = false;
    for (String pattern : patterns) {
      if (pattern.startsWith("!")) {
        if (matches(pattern.substring(1), name)) {
          return false;
        }
      } else {
        fits |= matches(pattern, name);
      }
    }
    return fits;
  }

  boolean isPlain() {
    return marker.isEmpty();
  }

  boolean isRevoked() {
    return marker.equals("@revoked");
  }

  /** Where it stands: {@code /home/me/.ssh/known_hosts:12}. */
  String place() {
    return file + ":" + number;
  }

  private static boolean matches(String pattern, String name) {
    return pattern.startsWith(HASHED) ? matchesHash(pattern, name) : matchesGlob(pattern, name);
  }

  private static boolean matchesGlob(String pattern, String name) {
    StringBuilder regex = new StringBuilder();
    pattern
        .toLowerCase(Locale.ROOT)
        .chars()
        .forEach(
            c -> {
              switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf((char) c)));
              }
            });
    return Pattern.matches(regex.toString(), name);
  }

  private static boolean matchesHash(String pattern, String name) {
    String[] parts = pattern.substring(HASHED.length()).split("\\|", -1);
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[0]), "HmacSHA1"));
      byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
      return parts.length == 2 && MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[1]));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
