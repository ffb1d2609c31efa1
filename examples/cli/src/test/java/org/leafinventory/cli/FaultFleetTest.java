package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Target;
import org.leafinventory.event.EventType;
import org.leafinventory.eventlog.EventLog;
import org.leafinventory.extraction.FailureClass;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.fleet.FleetEvent;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.fleet.FleetResult;
import org.leafinventory.fleet.RunJournal;
import org.leafinventory.model.HostName;
import org.leafinventory.testkit.mac.SimulatedMac;

/** One run over healthy Macs and every sort of trouble there is, all at the same time. */
@Timeout(300)
class FaultFleetTest {

  @TempDir private Path folder;
  private TroubledFleet fleet;

  @BeforeEach
  void setUp() {
    fleet = new TroubledFleet(folder);
  }

  @AfterEach
  void closeAll() throws IOException {
    fleet.close();
  }

  @Test
  void every_healthy_mac_succeeds_and_each_failure_is_what_it_is() throws Exception {
    warmUp();
    int sockets = Leftovers.sockets();
    fleet.healthy();
    fleet.connections();
    fleet.wires();
    fleet.outputs();
    fleet.tools();

    FleetReport report = fleet.extract(folder.resolve("root"), event -> {});

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
    fleet.connections();
    fleet.wires();
    fleet.outputs();
    fleet.healthy();
    AtomicInteger finished = new AtomicInteger();

    FleetReport report =
        fleet.extract(
            folder.resolve("root"),
            event -> {
              if (event instanceof FleetEvent.Finished && finished.incrementAndGet() == 5) {
                Thread.currentThread().interrupt();
              }
            });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.cancelled()).isTrue();
    assertThat(report.results()).hasSize(fleet.targets().size());
    assertThat(report.failures().get(FailureClass.CANCELLED)).hasSizeGreaterThan(10);
    assertThat(RunJournal.at(folder.resolve("root")).unfinished()).isPresent();
    assertNothingGoesOn();
    closeAll();
    eventually(() -> assertThat(Leftovers.sockets()).isLessThanOrEqualTo(sockets));
  }

  private void assertOutcomes(Map<String, String> outcomes) {
    Map<String, String> expected = new TreeMap<>();
    for (int n = 0; n < TroubledFleet.HEALTHY; n++) {
      expected.put("healthy-" + n, "ok");
    }
    expected.put("refused-port", "unreachable");
    expected.put("no-route", "unreachable");
    expected.put("too-busy", "unreachable");
    expected.put("busy-once", "ok after 2");
    expected.put("no-session", "probe");
    expected.put("closes-at-once", "unreachable");
    expected.put("speaks-http", "unreachable");
    TroubledFleet.SILENT.forEach(name -> expected.put(name, "timeout"));
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
    expected.put(TroubledFleet.FULL_DISK, "storage");
    expected.put(TroubledFleet.DEFECT, "defect");
    TroubledFleet.TOOLS.forEach(
        tool ->
            expected.put(
                "without-" + tool,
                TroubledFleet.DISPENSABLE.contains(tool) ? "ok" : "ok with issues"));
    assertThat(outcomes).containsExactlyInAnyOrderEntriesOf(expected);
    assertThat(kept())
        .containsAll(expectedHosts(outcomes))
        .doesNotContain(TroubledFleet.FULL_DISK, TroubledFleet.DEFECT, "changed-key");
  }

  private void assertToldWell(FleetReport report) {
    assertThat(ends()).isEqualTo(fleet.targets().size());
    assertThat(RunJournal.at(folder.resolve("root")).unfinished()).isEmpty();
    assertThat(report.failures().values().stream().flatMap(List::stream))
        .allSatisfy(FaultFleetTest::tellsOnOneLine);
    assertThat(words(report, "no-route")).contains("no connection to port 22", "unreachable");
    assertThat(words(report, "too-busy")).contains("too many logins", "MaxStartups");
    assertThat(words(report, "no-session")).contains("refuses a session", "MaxSessions");
  }

  private String words(FleetReport report, String name) {
    return report.results().stream()
        .filter(result -> Objects.equals(result.target(), fleet.targets().get(name)))
        .flatMap(result -> result.failure().stream())
        .map(failure -> failure.reason() + "; " + failure.advice())
        .collect(Collectors.joining());
  }

  private Set<Integer> ports() {
    return fleet.targets().values().stream()
        .flatMapToInt(target -> target.port().stream())
        .boxed()
        .collect(Collectors.toSet());
  }

  /** Neither here nor on the Macs, where commands that were cut short end, too. */
  private void assertNothingGoesOn() throws Exception {
    assertThat(Leftovers.connectionsTo(ports())).isEmpty();
    eventually(() -> assertThat(Leftovers.threads()).isEmpty());
    for (SimulatedMac mac : fleet.macs()) {
      eventually(() -> assertThat(mac.runningChildren()).as("%s", mac).isEmpty());
    }
  }

  /** What the platform opens once and keeps is not of the run. */
  private void warmUp() throws Exception {
    try (TroubledFleet warm = new TroubledFleet(folder)) {
      warm.mac("warm", mac -> mac);
      assertThat(warm.extract(folder.resolve("warm"), event -> {}).isSuccess()).isTrue();
    }
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

  private Map<String, String> outcomes(FleetReport report) {
    Map<Target, String> names =
        fleet.targets().entrySet().stream()
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
        .filter(
            entry -> entry.getValue().startsWith("ok") && !entry.getKey().equals("without-scutil"))
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
}
