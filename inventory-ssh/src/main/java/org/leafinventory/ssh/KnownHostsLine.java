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
import org.leafinventory.ssh.config.Patterns;

/**
 * One line of a known_hosts file.
 *
 * @param marker {@code @revoked}, {@code @cert-authority}, or empty
 * @param patterns host names, wildcards, negations, or one hashed name
 */
record KnownHostsLine(Path file, int number, String marker, List<String> patterns, SshKey key) {

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
    SshKey key = new SshKey(fields.get(first + 1), fields.get(first + 2));
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

  boolean isAuthority() {
    return marker.equals("@cert-authority");
  }

  boolean isRevoked() {
    return marker.equals("@revoked");
  }

  /** Where it stands: {@code /home/me/.ssh/known_hosts:12}. */
  String place() {
    return file + ":" + number;
  }

  private static boolean matches(String pattern, String name) {
    return pattern.startsWith(HASHED)
        ? matchesHash(pattern, name)
        : Patterns.fits(name, pattern.toLowerCase(Locale.ROOT));
  }

  /** A name as a hashed line has it. */
  static String hashed(String name, byte[] salt) {
    Base64.Encoder base64 = Base64.getEncoder();
    return HASHED + base64.encodeToString(salt) + "|" + base64.encodeToString(hash(salt, name));
  }

  private static boolean matchesHash(String pattern, String name) {
    String[] parts = pattern.substring(HASHED.length()).split("\\|", -1);
    try {
      byte[] hash = hash(Base64.getDecoder().decode(parts[0]), name);
      return parts.length == 2 && MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[1]));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static byte[] hash(byte[] salt, String name) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(salt, "HmacSHA1"));
      return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
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
