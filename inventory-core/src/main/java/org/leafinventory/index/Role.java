package org.leafinventory.index;

import java.util.Set;

/** How a {@link Checker} judges the values of a column. */
enum Role {
  VERSION,
  HOST,
  EXTRACTED_AT,
  BOOT_TIME,
  /** Any text. */
  TEXT,
  /** What is like a value that was accepted. */
  LIKE,
  /** A value that was accepted. */
  OTHER;

  static final Column VERSION_COLUMN = Column.ofSection("schema_version");
  static final Column HOST_COLUMN = new Column("system_info", "hostname");
  static final Column TIME_COLUMN = Column.ofSection("extracted_at");
  private static final Column BOOT_TIME_COLUMN = new Column("system_info", "boot_time");

  /** Columns that take any text. */
  private static final Set<Column> TEXTS =
      Set.of(
          new Column("system_info", "computer_name"),
          new Column("system_info", "serial_number"),
          new Column("system_info", "hardware_uuid"));

  /** What briefs are made of. */
  private static final Set<Column> BRIEF =
      Set.of(
          new Column("system_info", "model_name"),
          new Column("system_info", "model"),
          new Column("system_info", "architecture"),
          new Column("system_info", "macos_version"),
          new Column("system_info", "macos_build"),
          new Column("system_info", "virtual_machine"),
          new Column("hardware", "cpu_type"),
          new Column("hardware", "cpu_cores"),
          new Column("hardware", "cpu_threads"),
          new Column("hardware", "memory_bytes"),
          Column.ofSection("disks"),
          Column.ofSection("issues"));

  static Role of(Column column) {
    if (column.equals(VERSION_COLUMN)) {
      return VERSION;
    }
    if (column.equals(HOST_COLUMN)) {
      return HOST;
    }
    if (column.equals(TIME_COLUMN)) {
      return EXTRACTED_AT;
    }
    if (column.equals(BOOT_TIME_COLUMN)) {
      return BOOT_TIME;
    }
    return TEXTS.contains(column) ? TEXT : Likeness.isFor(column) ? LIKE : OTHER;
  }

  /** Whether briefs tell what stands in {@code column}. */
  static boolean isInBrief(Column column) {
    return BRIEF.contains(column);
  }
}
