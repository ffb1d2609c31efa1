package org.leafinventory.event;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What an event tells, by its dotted name. The names are a promise; a log may hold others, written
 * by other programs.
 *
 * @param name the dotted name, such as {@code inventory.extraction.started}
 */
public record EventType(@JsonValue String name) {

  /** A machine is about to be asked. */
  public static final EventType EXTRACTION_STARTED = new EventType("inventory.extraction.started");

  /** The machine answered: what it is. */
  public static final EventType HARDWARE_DISCOVERED =
      new EventType("inventory.hardware.discovered");

  /** The answer is kept and everything that follows from it is written. */
  public static final EventType EXTRACTION_COMPLETED =
      new EventType("inventory.extraction.completed");

  /** An attempt failed, and another one follows: the extraction has not ended yet. */
  public static final EventType EXTRACTION_RETRYING =
      new EventType("inventory.extraction.retrying");

  /** The extraction ended without success. */
  public static final EventType EXTRACTION_FAILED = new EventType("inventory.extraction.failed");

  /** Configuration of a host is about to be written. */
  public static final EventType GENERATION_STARTED = new EventType("config.generation.started");

  /** Configuration of a host is written. */
  public static final EventType GENERATION_COMPLETED = new EventType("config.generation.completed");

  /** Configuration of a host could not be written. */
  public static final EventType GENERATION_FAILED = new EventType("config.generation.failed");

  /** The dotted name. */
  @Override
  public String toString() {
    return name;
  }
}
