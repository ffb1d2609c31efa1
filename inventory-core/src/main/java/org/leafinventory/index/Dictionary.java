package org.leafinventory.index;

import java.util.Arrays;

/** Byte strings, each kept once and numbered from 1 in the order they came. Not thread-safe. */
final class Dictionary {

  private byte[] content = new byte[256];
  private int[] ends = new int[8];
  private int[] hashes = new int[8];
  private int[] slots = new int[16];
  private int size;

  /** The number of {@code source[from, to)}, which is added if it is not there. */
  int number(byte[] source, int from, int to) {
    int hash = Bytes.hash(source, from, to);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int candidate = slots[slot] - 1;
      if (hashes[candidate] == hash
          && Arrays.equals(content, start(candidate), ends[candidate], source, from, to)) {
        return candidate + 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    add(source, from, to, hash);
    slots[slot] = size;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size;
  }

  /** The number of {@code source[from, to)}; 0 if it is not there. */
  int find(byte[] source, int from, int to) {
    int hash = Bytes.hash(source, from, to);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int candidate = slots[slot] - 1;
      if (hashes[candidate] == hash
          && Arrays.equals(content, start(candidate), ends[candidate], source, from, to)) {
        return candidate + 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return 0;
  }

  int size() {
    return size;
  }

  /** All of them, one after the other. */
  byte[] content() {
    return Arrays.copyOf(content, size == 0 ? 0 : ends[size - 1]);
  }

  /** Where each ends in {@link #content()}. */
  int[] ends() {
    return Arrays.copyOf(ends, size);
  }

  private void add(byte[] source, int from, int to, int hash) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    int start = size == 0 ? 0 : ends[size - 1];
    int end = Math.addExact(start, to - from);
    if (end > content.length) {
      content = Arrays.copyOf(content, Math.max(end, content.length * 2));
    }
    System.arraycopy(source, from, content, start, to - from);
    ends[size] = end;
    hashes[size] = hash;
    size++;
  }

  private void rehash() {
    slots = new int[slots.length * 4];
    for (int n = 0; n < size; n++) {
      int slot = hashes[n] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = n + 1;
    }
  }

  private int start(int n) {
    return n == 0 ? 0 : ends[n - 1];
  }
}
