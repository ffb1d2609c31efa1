package org.leafinventory.cli;

/** How rows are printed. */
enum OutputFormat {
  /** For people: columns as wide as what stands in them. */
  TABLE,
  /** One JSON list of objects. */
  JSON,
  /** One JSON object a line. */
  JSONL,
  /** RFC 4180, for spreadsheets. */
  CSV,
  /** A table for a page or a ticket. */
  MARKDOWN;

  /** Whether rows of any shape can be printed as they come. */
  boolean isStreamed() {
    return this == JSON || this == JSONL;
  }
}
