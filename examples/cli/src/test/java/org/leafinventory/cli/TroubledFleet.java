package org.leafinventory.cli;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.fleet.Backoff;
import org.leafinventory.fleet.FleetListener;
import org.leafinventory.fleet.FleetOptions;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.fleet.RunJournal;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.nix.NixWriter;
import org.leafinventory.service.InventoryService;
import org.leafinventory.ssh.SshCollector;
import org.leafinventory.ssh.SshTransport;
import org.leafinventory.testkit.mac.Fault;
import org.leafinventory.testkit.mac.SimulatedMac;
import org.leafinventory.testkit.mac.SimulatedMacBuilder;

/**
 * Macs that are well, and every sort of trouble there is, each under a name that says which; and a
 * service that asks them all at the same time.
 */
final class TroubledFleet implements AutoCloseable {

  static final String MACHINE = "mac-mini-m4";
  static final String FULL_DISK = "full-disk";
  static final String DEFECT = "defect";
  static final String PASSWORD = "correct horse";
  static final int HEALTHY = 8;
  static final List<String> TOOLS =
      List.of(
          "csrutil",
          "diskutil",
          "fdesetup",
          "ifconfig",
          "ioreg",
          "networksetup",
          "nvram",
          "profiles",
          "route",
          "scutil",
          "spctl",
          "sw_vers",
          "sysctl",
          "system_profiler",
          "uname");

  /** What some tell, others tell, too; and some are not on every system. */
  static final List<String> DISPENSABLE =
      List.of("nvram", "profiles", "route", "scutil", "spctl", "uname");

  /** They get little time, so that the test ends soon; all others get more than they need. */
  static final List<String> SILENT =
      List.of("no-banner", "slow-banner", "hangs-at-once", "hangs-in-the-middle", "drips");

  private final Path folder;
  private final List<Closeable> toClose = new ArrayList<>();
  private final List<SimulatedMac> macs = new ArrayList<>();
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final List<String> knownHosts = new ArrayList<>();

  /**
   * @param folder for what it has to write down itself
   */
  TroubledFleet(Path folder) {
    this.folder = folder;
  }

  Map<String, Target> targets() {
    return targets;
  }

  List<SimulatedMac> macs() {
    return macs;
  }

  void healthy() {
    for (int n = 0; n < HEALTHY; n++) {
      mac("healthy-" + n, mac -> mac);
    }
  }

  void connections() throws IOException {
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      targets.put("refused-port", target(unused.getLocalPort()));
    }
    peer("no-banner", connection -> {});
    peer("closes-at-once", Socket::close);
    peer(
        "speaks-http",
        connection -> {
          HostilePeer.say(connection, "HTTP/1.1 400 Bad Request\r\n\r\n");
          connection.shutdownOutput();
        });
    peer(
        "slow-banner",
        connection -> {
          for (char c : "SSH-2.0-OpenSSH_9.9 and so on and so on\r\n".toCharArray()) {
            HostilePeer.say(connection, String.valueOf(c));
            Thread.sleep(1_000);
          }
        });
    mac("login-refused", mac -> mac.fault(Fault.refuseAuthentication()));
    SimulatedMac changed = start("changed-key", mac -> mac);
    SimulatedMac other = start("other", mac -> mac);
    knownHosts.add("[127.0.0.1]:" + changed.port() + " " + other.knownHostsLine().split(" ", 2)[1]);
    targets.put("changed-key", target(changed.port()));
    targets.put("unknown-key", target(start("unknown-key", mac -> mac).port()));
    targets.put("no-route", Target.ssh("255.255.255.255").withUser("admin"));
    peer(
        "too-busy",
        connection -> {
          HostilePeer.say(connection, "Exceeded MaxStartups\r\n");
          connection.shutdownOutput();
        });
    mac("no-session", mac -> mac.fault(Fault.refuseSession()));
  }

  void wires() throws IOException {
    wire("hangs-in-the-middle", FaultyWire.Fault.HANGS, 9_000);
    wire("drips", FaultyWire.Fault.DRIPS, 9_000);
    wire("resets-in-the-middle", FaultyWire.Fault.RESETS, 9_000);
    wire("resets-once", FaultyWire.Fault.RESETS_ONCE, 9_000);
    wire("busy-once", FaultyWire.Fault.BUSY_ONCE, 0);
  }

  void outputs() {
    mac("hangs-at-once", mac -> mac.fault(Fault.hangBeforeOutput()));
    mac("endless", mac -> mac.fault(Fault.endlessOutput()));
    mac("breaks-off", mac -> mac.fault(Fault.dropConnectionAfter(5_000)));
    mac("noisy", mac -> mac.fault(Fault.noisyShell()).fault(Fault.noisyLogout()));
    mac("not-utf-8", mac -> mac.fault(Fault.garbage("system_profiler", "SPNVMeDataType")));
    mac("hanging-tool", mac -> mac.fault(Fault.hanging("system_profiler", "SPPowerDataType")));
    mac(
        "long-line",
        mac ->
            mac.answer(
                "system_profiler", List.of("SPMemoryDataType"), "x".repeat(100 << 20), "", 0));
    mac("hostile-name", mac -> name(mac, "../../etc"));
    mac(FULL_DISK, mac -> mac);
    mac(DEFECT, mac -> mac);
  }

  void tools() {
    TOOLS.forEach(tool -> mac("without-" + tool, mac -> mac.fault(Fault.missing(tool))));
  }

  FleetReport extract(Path root, FleetListener listener) throws IOException {
    Path known = Files.write(folder.resolve("known_hosts"), knownHosts);
    Collector patient = collector(known, Duration.ofSeconds(60), Duration.ofSeconds(120));
    Collector impatient = collector(known, Duration.ofSeconds(3), Duration.ofSeconds(8));
    List<Target> silent = SILENT.stream().map(targets::get).toList();
    Collector ssh = target -> (silent.contains(target) ? impatient : patient).collect(target);
    return InventoryService.builder()
        .collector(target -> orDefect(ssh.collect(target)))
        .store(new FullForOne(FileInventoryStore.at(root), FULL_DISK))
        .exporter(NixWriter.at(root))
        .sink(JsonLinesEventLog.at(root))
        .build()
        .extractAll(
            List.copyOf(targets.values()),
            FleetOptions.builder()
                .parallelism(10)
                .retries(1)
                .backoff(Backoff.exponential(Duration.ZERO, Duration.ofMillis(50)))
                .journal(RunJournal.at(root))
                .listener(listener)
                .build());
  }

  private Collector collector(Path known, Duration connect, Duration whole) {
    SshTransport transport =
        SshTransport.builder()
            .password(PASSWORD.toCharArray())
            .knownHosts(known)
            .connectTimeout(connect)
            .collectTimeout(whole)
            .build();
    return SshCollector.over(transport).withProbeTimeout(Duration.ofSeconds(10));
  }

  private static HardwareInventory orDefect(HardwareInventory inventory) {
    if (inventory.hostName().value().equals(DEFECT)) {
      throw new StackOverflowError();
    }
    return inventory;
  }

  void mac(String name, UnaryOperator<SimulatedMacBuilder> change) {
    SimulatedMac mac = start(name, change);
    knownHosts.add(mac.knownHostsLine());
    targets.put(name, mac.target());
  }

  private void wire(String name, FaultyWire.Fault fault, int after) throws IOException {
    SimulatedMac mac = start(name, it -> it);
    FaultyWire wire = FaultyWire.to(mac, fault, after);
    toClose.add(wire);
    knownHosts.add("[127.0.0.1]:" + wire.port() + " " + mac.knownHostsLine().split(" ", 2)[1]);
    targets.put(name, target(wire.port()));
  }

  private SimulatedMac start(String name, UnaryOperator<SimulatedMacBuilder> change) {
    SimulatedMacBuilder builder = name(SimulatedMac.builder(MACHINE).password(PASSWORD), name);
    SimulatedMac mac = change.apply(builder).start();
    toClose.add(mac::close);
    macs.add(mac);
    return mac;
  }

  private static SimulatedMacBuilder name(SimulatedMacBuilder mac, String name) {
    return mac.answer("scutil", List.of("--get", "LocalHostName"), name + "\n", "", 0);
  }

  private static Target target(int port) {
    return Target.ssh("127.0.0.1").withUser("admin").withPort(port);
  }

  private void peer(String name, HostilePeer.Behaviour behaviour) throws IOException {
    HostilePeer peer = HostilePeer.start(behaviour);
    toClose.add(peer);
    targets.put(name, target(peer.port()));
  }

  @Override
  public void close() throws IOException {
    Collections.reverse(toClose);
    for (Closeable closeable : toClose) {
      closeable.close();
    }
    toClose.clear();
  }
}
