package org.leafinventory.redaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256: what comes out tells nothing of what went in to whoever lacks the key. */
final class Prf {

  private static final String ALGORITHM = "HmacSHA256";

  /** Crockford's base 32: no letters that are taken for digits. */
  private static final String BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";

  /** Never fed, only cloned. */
  private final Mac keyed;

  Prf(byte[] key) {
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /**
   * Bytes that depend on {@code value} and on what they are for.
   *
   * @param use what they are for; without a NUL
   * @param length how many
   */
  byte[] bytes(String use, byte[] value, int length) {
    Mac mac = mac();
    byte[] all = new byte[length];
    for (int filled = 0, block = 0; filled < length; block++) {
      mac.update((use + '\0' + block + '\0').getBytes(StandardCharsets.UTF_8));
      byte[] next = mac.doFinal(value);
      int taken = Math.min(next.length, length - filled);
      System.arraycopy(next, 0, all, filled, taken);
      filled += taken;
    }
    return all;
  }

  byte[] bytes(String use, String value, int length) {
    return bytes(use, value.getBytes(StandardCharsets.UTF_8), length);
  }

  /** {@code length} characters out of {@code alphabet}. */
  String text(String use, String value, String alphabet, int length) {
    byte[] random = bytes(use, value, 2 * length);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int number = (random[2 * i] & 0xff) << 8 | (random[2 * i + 1] & 0xff);
      text.append(alphabet.charAt(number % alphabet.length()));
    }
    return text.toString();
  }

  /** {@code length} lower-case letters and digits, five bits each. */
  String token(String use, String value, int length) {
    return text(use, value, BASE32, length);
  }

  /**
   * The address with every bit after the first {@code fixed} kept or flipped, as the bits before it
   * and the key say: one to one, and what shares a prefix still does (Xu, Fan, Ammar, Moon:
   * Prefix-Preserving IP Address Anonymization, 2002). The last bit always flips, so that no
   * address stays what it is.
   */
  byte[] permute(String use, byte[] address, int fixed) {
    byte[] out = address.clone();
    int bits = 8 * address.length;
    for (int bit = fixed; bit < bits; bit++) {
      byte[] prefix = Arrays.copyOf(address, address.length + 1);
      prefix[address.length] = (byte) bit;
      clearFrom(prefix, bit, bits);
      if (bit == bits - 1 || (bytes(use, prefix, 1)[0] & 1) == 1) {
        out[bit / 8] ^= (byte) (0x80 >> bit % 8);
      }
    }
    return out;
  }

  private static void clearFrom(byte[] bytes, int from, int to) {
    bytes[from / 8] &= (byte) ~(0xff >> from % 8);
    Arrays.fill(bytes, from / 8 + 1, to / 8, (byte) 0);
  }

  private Mac mac() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(ALGORITHM + " of this Java cannot be cloned", e);
    }
  }
}
