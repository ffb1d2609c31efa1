package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.event.EventType;
import org.leafinventory.eventlog.EventLog;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.extraction.FailureClass;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.fleet.Backoff;
import org.leafinventory.fleet.FleetEvent;
import org.leafinventory.fleet.FleetListener;
import org.leafinventory.fleet.FleetOptions;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.fleet.FleetResult;
import org.leafinventory.fleet.RunJournal;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.nix.NixWriter;
import org.leafinventory.service.InventoryService;
import org.leafinventory.ssh.SshCollector;
import org.leafinventory.ssh.SshTransport;
import org.leafinventory.testkit.mac.Fault;
import org.leafinventory.testkit.mac.SimulatedMac;
import org.leafinventory.testkit.mac.SimulatedMacBuilder;

/** One run over healthy Macs and every sort of trouble there is, all at the same time. */
@Timeout(300)
class FaultFleetTest {

  private static final String MACHINE = "mac-mini-m4";
  private static final String FULL_DISK = "full-disk";
  private static final String DEFECT = "defect";
  private static final String PASSWORD = "correct horse";
  private static final int HEALTHY = 8;
  private static final List<String> TOOLS =
      List.of(
          "csrutil",
          "diskutil",
          "fdesetup",
          "ifconfig",
          "ioreg",
          "networksetup",
          "scutil",
          "sw_vers",
          "sysctl",
          "system_profiler",
          "uname");

  /** What they tell, others tell, too. */
  private static final List<String> REPLACEABLE = List.of("scutil", "uname");

  /** They get little time, so that the test ends soon; all others get more than they need. */
  private static final List<String> SILENT =
      List.of("no-banner", "slow-banner", "hangs-at-once", "hangs-in-the-middle", "drips");

  @TempDir private Path folder;

  private final List<Closeable> toClose = new ArrayList<>();
  private final List<SimulatedMac> macs = new ArrayList<>();
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final List<String> knownHosts = new ArrayList<>();

  @AfterEach
  void closeAll() throws IOException {
    Collections.reverse(toClose);
    for (Closeable closeable : toClose) {
      closeable.close();
    }
    toClose.clear();
  }

  @Test
  void every_healthy_mac_succeeds_and_each_failure_is_what_it_is() throws Exception {
    warmUp();
    int sockets = Leftovers.sockets();
    healthy();
    connections();
    wires();
    outputs();
    tools();

    FleetReport report = extract(folder.resolve("root"), event -> {});

    assertNothingGoesOn();
    assertOutcomes(outcomes(report));
    assertToldWell(report);
    closeAll();
    eventually(() -> assertThat(Leftovers.sockets()).isLessThanOrEqualTo(sockets));
  }

  @Test
  void a_run_that_is_cancelled_in_the_middle_of_everything_leaves_nothing_either()
      throws Exception {
    warmUp();
    int sockets = Leftovers.sockets();
    connections();
    wires();
    outputs();
    healthy();
    AtomicInteger finished = new AtomicInteger();

    FleetReport report =
        extract(
            folder.resolve("root"),
            event -> {
              if (event instanceof FleetEvent.Finished && finished.incrementAndGet() == 5) {
                Thread.currentThread().interrupt();
              }
            });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.cancelled()).isTrue();
    assertThat(report.results()).hasSize(targets.size());
    assertThat(report.failures().get(FailureClass.CANCELLED)).hasSizeGreaterThan(10);
    assertThat(RunJournal.at(folder.resolve("root")).unfinished()).isPresent();
    assertNothingGoesOn();
    closeAll();
    eventually(() -> assertThat(Leftovers.sockets()).isLessThanOrEqualTo(sockets));
  }

  private void assertOutcomes(Map<String, String> outcomes) {
    Map<String, String> expected = new TreeMap<>();
    for (int n = 0; n < HEALTHY; n++) {
      expected.put("healthy-" + n, "ok");
    }
    expected.put("refused-port", "unreachable");
    expected.put("no-route", "unreachable");
    expected.put("too-busy", "unreachable");
    expected.put("busy-once", "ok after 2");
    expected.put("no-session", "probe");
    expected.put("closes-at-once", "unreachable");
    expected.put("speaks-http", "unreachable");
    SILENT.forEach(name -> expected.put(name, "timeout"));
    expected.put("login-refused", "authentication");
    expected.put("changed-key", "host_key");
    expected.put("unknown-key", "host_key");
    expected.put("resets-in-the-middle", "probe");
    expected.put("resets-once", "ok after 2");
    expected.put("breaks-off", "probe");
    expected.put("endless", "probe");
    expected.put("noisy", "ok");
    expected.put("not-utf-8", "ok with issues");
    expected.put("long-line", "ok with issues");
    expected.put("hanging-tool", "ok with issues");
    expected.put("hostile-name", "parse");
    expected.put(FULL_DISK, "storage");
    expected.put(DEFECT, "defect");
    TOOLS.forEach(
        tool -> expected.put("no-" + tool, REPLACEABLE.contains(tool) ? "ok" : "ok with issues"));
    assertThat(outcomes).containsExactlyInAnyOrderEntriesOf(expected);
    assertThat(kept())
        .containsAll(expectedHosts(outcomes))
        .doesNotContain(FULL_DISK, DEFECT, "changed-key");
  }

  private void assertToldWell(FleetReport report) {
    assertThat(ends()).isEqualTo(targets.size());
    assertThat(RunJournal.at(folder.resolve("root")).unfinished()).isEmpty();
    assertThat(report.failures().values().stream().flatMap(List::stream))
        .allSatisfy(FaultFleetTest::tellsOnOneLine);
    assertThat(words(report, "no-route")).contains("no connection to port 22", "unreachable");
    assertThat(words(report, "too-busy")).contains("too many logins", "MaxStartups");
    assertThat(words(report, "no-session")).contains("refuses a session", "MaxSessions");
  }

  private String words(FleetReport report, String name) {
    return report.results().stream()
        .filter(result -> Objects.equals(result.target(), targets.get(name)))
        .flatMap(result -> result.failure().stream())
        .map(failure -> failure.reason() + "; " + failure.advice())
        .collect(Collectors.joining());
  }

  private Set<Integer> ports() {
    return targets.values().stream()
        .flatMapToInt(target -> target.port().stream())
        .boxed()
        .collect(Collectors.toSet());
  }

  /** Neither here nor on the Macs, where commands that were cut short end, too. */
  private void assertNothingGoesOn() throws Exception {
    assertThat(Leftovers.connectionsTo(ports())).isEmpty();
    eventually(() -> assertThat(Leftovers.threads()).isEmpty());
    for (SimulatedMac mac : macs) {
      eventually(() -> assertThat(mac.runningChildren()).as("%s", mac).isEmpty());
    }
  }

  /** What the platform opens once and keeps is not of the run. */
  private void warmUp() throws Exception {
    mac("warm", mac -> mac);
    assertThat(extract(folder.resolve("warm"), event -> {}).isSuccess()).isTrue();
    closeAll();
    macs.clear();
    targets.clear();
    knownHosts.clear();
  }

  private static void eventually(Runnable assertion) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      try {
        assertion.run();
        return;
      } catch (AssertionError notYet) {
        Thread.sleep(100);
      }
    }
    assertion.run();
  }

  private void healthy() {
    for (int n = 0; n < HEALTHY; n++) {
      mac("healthy-" + n, mac -> mac);
    }
  }

  private void connections() throws IOException {
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

  private void wires() throws IOException {
    wire("hangs-in-the-middle", FaultyWire.Fault.HANGS, 9_000);
    wire("drips", FaultyWire.Fault.DRIPS, 9_000);
    wire("resets-in-the-middle", FaultyWire.Fault.RESETS, 9_000);
    wire("resets-once", FaultyWire.Fault.RESETS_ONCE, 9_000);
    wire("busy-once", FaultyWire.Fault.BUSY_ONCE, 0);
  }

  private void outputs() {
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

  private void tools() {
    TOOLS.forEach(tool -> mac("no-" + tool, mac -> mac.fault(Fault.missing(tool))));
  }

  private FleetReport extract(Path root, FleetListener listener) throws IOException {
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

  private Map<String, String> outcomes(FleetReport report) {
    Map<Target, String> names =
        targets.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    Map<String, String> outcomes = new TreeMap<>();
    report.results().forEach(it -> outcomes.put(names.get(it.target()), outcome(it)));
    return outcomes;
  }

  private static String outcome(FleetResult result) {
    return result
        .extracted()
        .map(
            it ->
                "ok"
                    + (result.attempts() == 1 ? "" : " after " + result.attempts())
                    + (it.issues() == 0 ? "" : " with issues"))
        .orElseGet(() -> result.failure().orElseThrow().failureClass().key());
  }

  private static List<String> expectedHosts(Map<String, String> outcomes) {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getValue().startsWith("ok") && !entry.getKey().equals("no-scutil"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<String> kept() {
    return FileInventoryStore.at(folder.resolve("root")).hosts().stream()
        .map(HostName::value)
        .toList();
  }

  /** How many extractions came to an end, by the log of events. */
  private int ends() {
    try (var events = EventLog.read(folder.resolve("root/events/events.jsonl"))) {
      return (int)
          events
              .filter(
                  event ->
                      event.eventType().equals(EventType.EXTRACTION_COMPLETED)
                          || event.eventType().equals(EventType.EXTRACTION_FAILED))
              .map(event -> event.correlationId())
              .distinct()
              .count();
    }
  }

  private static void tellsOnOneLine(FleetResult result) {
    assertThat(result.failure().orElseThrow().reason()).isNotBlank().doesNotContain("\n", "\u001b");
    assertThat(result.failure().orElseThrow().advice()).isNotBlank().doesNotContain("\n");
    if (result.failure().orElseThrow().failureClass() == FailureClass.HOST_KEY) {
      assertThat(result.attempts()).isEqualTo(1);
    }
  }

  private void mac(String name, UnaryOperator<SimulatedMacBuilder> change) {
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
}
