package org.leafinventory.policy;

import java.util.List;
import org.leafinventory.model.ByteSize;

/**
 * Sizes as the configuration of a NATS server spells them.
 *
 * <p>NATS counts {@code KB}, {@code MB}, {@code GB} and {@code TB} in powers of 1024, so that
 * {@code 16GB} is 16 GiB. That holds for the value written without quotes: within quotes NATS reads
 * {@code max_file_store} and its like with other suffixes and refuses these.
 */
public final class NatsSize {

  private static final List<String> UNITS = List.of("", "KB", "MB", "GB", "TB");
  private static final long STEP = 1024;

  private NatsSize() {}

  /**
   * The size in the largest unit of which it is a whole number: {@code 16GB}, {@code 512MB}, {@code
   * 2TB}; a plain count of bytes such as {@code 1000000} where it is none. Nothing is {@code 0}.
   */
  public static String format(ByteSize size) {
    long count = size.bytes();
    int unit = 0;
    while (count != 0 && count % STEP == 0 && unit < UNITS.size() - 1) {
      count /= STEP;
      unit++;
    }
    return count + UNITS.get(unit);
  }
}
