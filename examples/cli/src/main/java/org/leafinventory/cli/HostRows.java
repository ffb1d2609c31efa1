package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leafinventory.cli.Rows.Cell;
import org.leafinventory.cli.Rows.Column;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
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

  /**
   * Fleets have few kinds of machine, hosts of a kind share these parts, and wording one takes
   * longer than looking it up.
   */
  private final IdentityHashMap<Hardware, List<Cell>> hardware = new IdentityHashMap<>();

  private final IdentityHashMap<List<Disk>, Cell> storages = new IdentityHashMap<>();
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
    List<Cell> machine = hardware.computeIfAbsent(inventory.hardware(), this::hardware);
    return List.of(
        Cell.of(inventory.hostName().value()),
        models.computeIfAbsent(
            new Model(system.model(), system.modelName()),
            model -> new Cell(model.id.or(model::name).orElse(null), Facts.model(system))),
        machine.get(0),
        machine.get(1),
        machine.get(2),
        storages.computeIfAbsent(inventory.disks(), disks -> storage(inventory)),
        text(system.macosVersion()),
        Cell.of(times.text(inventory.extractedAt())),
        Cell.of(inventory.issues().size()));
  }

  private List<Cell> hardware(Hardware machine) {
    return List.of(
        text(machine.cpuType()),
        Cell.of(machine.cpuCores()),
        new Cell(machine.memoryGb(), Facts.memory(machine)));
  }

  private static Cell storage(HardwareInventory inventory) {
    return new Cell(inventory.internalStorage().bytes(), Facts.storage(inventory));
  }

  private Cell text(Optional<String> value) {
    return texts.computeIfAbsent(value, it -> new Cell(it.orElse(null), Facts.text(it)));
  }

  /** What a model is called. */
  private record Model(Optional<String> id, Optional<String> name) {}
}
