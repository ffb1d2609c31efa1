package org.leafinventory.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;
import org.leafinventory.model.Printable;
import org.leafinventory.service.InventoryService;
import org.leafinventory.ssh.SshCollector;
import org.leafinventory.ssh.SshTransport;
import org.leafinventory.testkit.mac.SimulatedMac;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leaf demo}. */
@Command(
    name = "demo",
    header = "Try everything without a Mac.",
    description =
        "Starts simulated Macs on this machine, extracts each over real SSH, and writes the files"
            + " that real ones would give.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  /** One of the simulated Macs hangs; the demonstration need not wait as long as the real thing. */
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);

  @Option(
      names = "--root",
      paramLabel = "DIR",
      defaultValue = "leaf-demo",
      description = "Where the files go (default: ${DEFAULT-VALUE}).")
  private Path root;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Starting " + SimulatedMac.machines().size() + " simulated Macs on 127.0.0.1 …");
    List<HardwareInventory> inventories = new ArrayList<>();
    for (String machine : SimulatedMac.machines()) {
      inventories.add(extract(machine, out));
    }
    out.println();
    HostRows.print(out, OutputFormat.TABLE, inventories.stream());
    issues(inventories, out);
    whatNext(biggest(inventories), out);
    return 0;
  }

  private static HostName biggest(List<HardwareInventory> inventories) {
    return inventories.stream()
        .max(Comparator.comparingInt(inventory -> inventory.hardware().cpuCores()))
        .orElseThrow()
        .hostName();
  }

  private HardwareInventory extract(String machine, PrintWriter out) {
    try (SimulatedMac mac = SimulatedMac.start(machine)) {
      Path knownHosts = Files.createTempFile("leaf-demo-", ".known_hosts");
      try {
        Files.writeString(knownHosts, mac.knownHostsLine() + "\n");
        Extraction extraction = service(mac, knownHosts).extract(mac.target());
        out.printf("  %-42s %s%n", mac.target(), extraction.inventory().hostName());
        out.flush();
        return extraction.inventory();
      } finally {
        Files.delete(knownHosts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InventoryService service(SimulatedMac mac, Path knownHosts) {
    SshTransport transport =
        SshTransport.builder()
            .password(mac.password().toCharArray())
            .knownHosts(knownHosts)
            .build();
    return Workspace.service(root, SshCollector.over(transport).withProbeTimeout(PROBE_TIMEOUT));
  }

  private static void issues(List<HardwareInventory> inventories, PrintWriter out) {
    for (HardwareInventory inventory : inventories) {
      if (!inventory.issues().isEmpty()) {
        out.println();
        out.println("What " + inventory.hostName() + " could not tell:");
        for (Issue issue : inventory.issues()) {
          out.println("  " + issue.section() + ": " + Printable.line(issue.message()));
        }
      }
    }
  }

  private void whatNext(HostName host, PrintWriter out) {
    out.println();
    out.println("Look at what is there now:");
    out.println("  " + Leaf.COMMAND + " show " + host + " --root " + root);
    out.println("  " + Leaf.COMMAND + " explain " + host + " --root " + root);
    out.println("  " + Leaf.COMMAND + " compare --root " + root);
    out.println("  jq .hardware " + root + "/inventory/*/latest.json");
    out.println("  cat " + root + "/inventory/" + host + "/hardware.nix");
    out.println("Then ask a Mac of yours:");
    out.println("  " + Leaf.COMMAND + " extract admin@10.1.1.10 --root fleet");
  }
}
