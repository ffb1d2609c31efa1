package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.leafinventory.cli.Rows.Cell;
import org.leafinventory.cli.Rows.Column;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.query.TierChange;
import org.leafinventory.standard.StandardTuningPolicy;

/** What other thresholds would change. Thread-safe. */
final class WhatIf {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("host", "HOST"),
          new Column("dimension", "DIMENSION"),
          new Column("tier", "TIER"),
          new Column("new_tier", "NEW TIER"),
          new Column("because", "BECAUSE"),
          new Column("rule", "RULE"),
          new Column("new_rule", "NEW RULE"));

  private final TuningPolicy other;

  /** Machines of a kind have the same answer. */
  private final Map<Kind, List<TierChange>> known = new ConcurrentHashMap<>();

  WhatIf(TuningPolicy other) {
    this.other = other;
  }

  /** Whether any tier would be another. */
  boolean changes(HardwareInventory inventory) {
    return !of(inventory).isEmpty();
  }

  void print(PrintWriter out, OutputFormat format, Stream<HardwareInventory> inventories) {
    Rows rows = Rows.to(out, format, COLUMNS);
    inventories.forEach(
        inventory -> of(inventory).forEach(change -> rows.add(row(inventory, change))));
    rows.end();
  }

  private List<TierChange> of(HardwareInventory inventory) {
    Kind kind =
        new Kind(
            inventory.hardware().cpuCores(),
            inventory.hardware().memoryBytes(),
            inventory.internalStorage());
    return known.computeIfAbsent(
        kind, it -> TierChange.between(StandardTuningPolicy.standard(), other, inventory));
  }

  private static List<Cell> row(HardwareInventory inventory, TierChange change) {
    return Stream.of(
            inventory.hostName().value(),
            change.dimension().name().toLowerCase(Locale.ROOT),
            TuningText.tier(change.before().tier()),
            TuningText.tier(change.after().tier()),
            change.after().fact() + " is " + change.after().observed(),
            change.before().rule(),
            change.after().rule())
        .map(Cell::of)
        .toList();
  }

  /** All that the standard policy looks at. */
  private record Kind(int cores, ByteSize memory, ByteSize storage) {}
}
