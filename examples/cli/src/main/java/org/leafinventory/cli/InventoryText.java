package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.model.Power;
import org.leafinventory.model.Printable;
import org.leafinventory.model.SystemInfo;

/** One inventory as the old script printed it: a line for each of the main facts. */
final class InventoryText {

  private final PrintWriter out;

  InventoryText(PrintWriter out) {
    this.out = out;
  }

  void print(HardwareInventory inventory) {
    SystemInfo system = inventory.systemInfo();
    line("Hostname", inventory.hostName().value());
    system.computerName().ifPresent(name -> line("Name", Printable.line(name)));
    line("Model", Facts.model(system));
    line("Serial", Facts.text(system.serialNumber()));
    line("CPU", Facts.cpu(inventory.hardware()));
    line("Memory", Facts.memory(inventory.hardware()));
    String label = "Disks";
    for (Disk disk : inventory.disks()) {
      line(label, Facts.disk(disk));
      label = "";
    }
    if (inventory.disks().isEmpty()) {
      line(label, "-");
    }
    lines("Volumes", Facts.volumes(inventory));
    lines("Network", Facts.network(inventory));
    lines("Displays", inventory.displays().stream().map(Facts::display).toList());
    inventory.power().flatMap(Power::battery).ifPresent(it -> line("Battery", Facts.battery(it)));
    line("macOS", Facts.macos(system));
    inventory.uptimeSeconds().ifPresent(seconds -> line("Uptime", Facts.uptime(seconds)));
    inventory
        .security()
        .map(Facts::security)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> line("Security", text));
    system.virtualMachine().filter(it -> it).ifPresent(it -> line("Virtual", "yes"));
    issues(inventory);
  }

  private void issues(HardwareInventory inventory) {
    String label = "Issues";
    for (Issue issue : inventory.issues()) {
      line(
          label,
          Printable.line(issue.section())
              + ": "
              + issue.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + ": "
              + Printable.line(issue.message()));
      label = "";
    }
  }

  private void lines(String first, List<String> texts) {
    String label = first;
    for (String text : texts) {
      line(label, text);
      label = "";
    }
  }

  private void line(String label, String text) {
    out.printf(Locale.ROOT, "%-10s %s%n", label.isEmpty() ? "" : label + ":", text);
  }
}
