package org.leafinventory.cli;

import picocli.CommandLine.Option;

/** How rows are printed. */
final class FormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json, jsonl, csv or markdown (default: table).")
  private OutputFormat format = OutputFormat.TABLE;

  OutputFormat format() {
    return format;
  }
}
