package org.leafinventory.standard;

import org.leafinventory.model.ByteSize;

/**
 * What main memory decides.
 *
 * @param jetstreamMaxMemory NATS JetStream: memory for streams, more than nothing
 * @param memoryPressurePercent memory in use at which pressure is reported, 1 to 100 percent
 * @param maxPending NATS: bytes that may wait for one slow client, more than nothing
 */
public record MemoryTuning(
    ByteSize jetstreamMaxMemory, int memoryPressurePercent, ByteSize maxPending) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public MemoryTuning {
    Checks.moreThanNothing("jetstreamMaxMemory", jetstreamMaxMemory);
    if (memoryPressurePercent < 1 || memoryPressurePercent > 100) {
      throw new IllegalArgumentException(
          "memoryPressurePercent must be from 1 to 100: " + memoryPressurePercent);
    }
    Checks.moreThanNothing("maxPending", maxPending);
  }
}
