package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leafinventory.cli.Rows.Cell;
import org.leafinventory.cli.Rows.Column;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.SystemInfo;

/** Hosts in rows: what {@code leaf hosts} and {@code leaf find} show. */
final class HostRows {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("host", "HOST"),
          new Column("model", "MODEL"),
          new Column("cpu", "CPU"),
          new Column("cores", "CORES"),
          new Column("memory_gb", "MEMORY"),
          new Column("storage_bytes", "STORAGE"),
          new Column("macos_version", "MACOS"),
          new Column("extracted_at", "ASKED AT"),
          new Column("issues", "ISSUES"));

  /** Fleets have few sizes and models, and wording one takes longer than looking it up. */
  private final Map<ByteSize, Cell> storages = new HashMap<>();

  private final Map<Model, Cell> models = new HashMap<>();
  private final Map<Optional<String>, Cell> texts = new HashMap<>();
  private final Times times = new Times();

  private HostRows() {}

  static void print(PrintWriter out, OutputFormat format, Stream<HardwareInventory> inventories) {
    HostRows hosts = new HostRows();
    Rows rows = Rows.to(out, format, COLUMNS);
    inventories.forEach(inventory -> rows.add(hosts.row(inventory)));
    rows.end();
  }

  private List<Cell> row(HardwareInventory inventory) {
    SystemInfo system = inventory.systemInfo();
    return List.of(
        Cell.of(inventory.hostName().value()),
        models.computeIfAbsent(
            new Model(system.model(), system.modelName()),
            model -> new Cell(model.id.or(model::name).orElse(null), Facts.model(system))),
        text(inventory.hardware().cpuType()),
        Cell.of(inventory.hardware().cpuCores()),
        new Cell(inventory.hardware().memoryGb(), Facts.memory(inventory.hardware())),
        storages.computeIfAbsent(
            inventory.internalStorage(), size -> new Cell(size.bytes(), Facts.storage(inventory))),
        text(system.macosVersion()),
        Cell.of(times.text(inventory.extractedAt())),
        Cell.of(inventory.issues().size()));
  }

  private Cell text(Optional<String> value) {
    return texts.computeIfAbsent(value, it -> new Cell(it.orElse(null), Facts.text(it)));
  }

  /** What a model is called. */
  private record Model(Optional<String> id, Optional<String> name) {}
}
