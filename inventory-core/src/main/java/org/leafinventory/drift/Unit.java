package org.leafinventory.drift;

import com.fasterxml.jackson.databind.JsonNode;
import org.leafinventory.model.ByteSize;

/** How a single value is put into words. No two values are put into the same ones. */
enum Unit {
  /** As it stands; true and false as yes and no. */
  PLAIN {
    @Override
    String describe(JsonNode value) {
      if (value.isBoolean()) {
        return value.booleanValue() ? "yes" : "no";
      }
      return value.asText();
    }
  },

  /** Bytes of memory, in binary units where that is exact. */
  MEMORY {
    @Override
    String describe(JsonNode value) {
      long bytes = value.longValue();
      if (bytes != 0 && bytes % GIBIBYTE == 0) {
        return withBytes(bytes / GIBIBYTE + " GiB", bytes);
      }
      return bytes != 0 && bytes % MEBIBYTE == 0
          ? withBytes(bytes / MEBIBYTE + " MiB", bytes)
          : bytes + " bytes";
    }
  },

  /** Bytes of storage, in decimal units as disks are labelled, rounded. */
  STORAGE {
    @Override
    String describe(JsonNode value) {
      long bytes = value.longValue();
      return bytes < 1000 ? bytes + " bytes" : withBytes(ByteSize.ofBytes(bytes).toString(), bytes);
    }
  };

  private static final long MEBIBYTE = 1L << 20;
  private static final long GIBIBYTE = 1L << 30;

  abstract String describe(JsonNode value);

  private static String withBytes(String words, long bytes) {
    return words + " (" + bytes + " bytes)";
  }
}
