package org.leafinventory.projection;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.leafinventory.event.EventType;

/** How far a host has come. */
public enum HostState {
  /** It is being asked. */
  EXTRACTING,

  /** It has answered; its inventory is not kept yet. */
  DISCOVERED,

  /** Its inventory is kept. */
  INVENTORY_COMPLETE,

  /** Its configuration is written. */
  CONFIGURED,

  /** Its configuration is in use: some other program said so by {@code deployment.completed}. */
  DEPLOYED,

  /** The last that was tried with it went wrong. */
  FAILED;

  private static final Map<String, HostState> AFTER =
      Map.ofEntries(
          Map.entry(EventType.EXTRACTION_STARTED.name(), EXTRACTING),
          Map.entry(EventType.HARDWARE_DISCOVERED.name(), DISCOVERED),
          Map.entry(EventType.EXTRACTION_COMPLETED.name(), INVENTORY_COMPLETE),
          Map.entry(EventType.EXTRACTION_FAILED.name(), FAILED),
          Map.entry(EventType.GENERATION_COMPLETED.name(), CONFIGURED),
          Map.entry(EventType.GENERATION_FAILED.name(), FAILED),
          Map.entry("deployment.completed", DEPLOYED),
          Map.entry("deployment.failed", FAILED),
          Map.entry("config.deployment.completed", DEPLOYED),
          Map.entry("config.deployment.failed", FAILED));

  /** The state that an event of this type leads to; empty if it leads to none. */
  public static Optional<HostState> after(EventType type) {
    return Optional.ofNullable(AFTER.get(type.name()));
  }

  /** The word for it in files and tables: {@code inventory_complete}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word for it. */
  @Override
  public String toString() {
    return key();
  }
}
