package org.leafinventory.probe;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Bytes as a machine sent them: an immutable value, compared by content. */
public final class Bytes {

  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of these bytes. */
  public static Bytes of(byte[] content) {
    return content.length == 0 ? EMPTY : new Bytes(content.clone());
  }

  /** The bytes {@code from} (included) to {@code to} (excluded) of {@code content}, copied. */
  public static Bytes of(byte[] content, int from, int to) {
    return from >= to ? EMPTY : new Bytes(Arrays.copyOfRange(content, from, to));
  }

  /** The UTF-8 bytes of {@code text}. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return content.clone();
  }

  /** The bytes as UTF-8 text; what is not UTF-8 becomes U+FFFD. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** The bytes as UTF-8 text; empty if they are not UTF-8. */
  public Optional<String> strictText() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** How many there are. */
  public int size() {
    return content.length;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return content.length == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /** The number of bytes: what a machine said may be long, and private. */
  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
