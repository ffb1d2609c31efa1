package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.ExtractionFailure;
import org.leafinventory.extraction.FailureClass;
import org.leafinventory.fleet.Backoff;
import org.leafinventory.fleet.FleetEvent;
import org.leafinventory.fleet.FleetOptions;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.fleet.FleetResult;
import org.leafinventory.fleet.Pacing;
import org.leafinventory.service.InventoryService;
import org.leafinventory.testkit.mac.SimulatedTools;

/** Fleets behind a real sshd that takes two log-ins at a time and no third one. */
@Timeout(120)
@NullUnmarked // JUnit fills the fields
class BusyServerTest {

  private static final int MACS = 12;
  private static final int AT_ONCE = 2;
  private static final String BUSY = "MaxStartups 2:100:2";

  @TempDir Path folder;
  private final List<OpenSshServer> servers = new ArrayList<>();
  private final List<ExtractionFailure> retried = new ArrayList<>();
  private OpenSshServer busy;
  private String path;

  @BeforeEach
  void startBusyServer() throws Exception {
    path = SimulatedTools.of("mac-mini-m4").installInto(Files.createDirectory(in("tools")));
    busy = start("busy", BUSY);
  }

  @AfterEach
  void stopServers() {
    servers.forEach(OpenSshServer::close);
  }

  private Path in(String name) {
    return folder.resolve(name);
  }

  private OpenSshServer start(String name, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("SetEnv PATH=" + path);
    OpenSshServer server =
        OpenSshServer.start(Files.createDirectory(in(name)), all.toArray(String[]::new));
    servers.add(server);
    server.authorizedKey("login", "-t", "ed25519", "-N", "");
    return server;
  }

  /** Many names for one server, which in truth would be many Macs. */
  private static List<Target> macs() {
    return IntStream.range(0, MACS).mapToObj(n -> Target.ssh("mac-" + n)).toList();
  }

  private SshCollector collector(OpenSshServer behind, String... more) throws Exception {
    List<String> lines = new ArrayList<>(List.of("Host mac-*"));
    lines.addAll(List.of(more));
    lines.addAll(way(behind));
    lines.add("Host gate");
    lines.addAll(way(busy));
    lines.addAll(List.of("Host *", "User " + OpenSshServer.USER, "IdentityAgent none"));
    return SshCollector.over(
        SshTransport.builder()
            .sshConfig(Files.write(in("config"), lines))
            .connectTimeout(Duration.ofSeconds(30))
            .authTimeout(Duration.ofSeconds(30))
            .build());
  }

  private static List<String> way(OpenSshServer to) {
    return List.of(
        "HostName 127.0.0.1",
        "Port " + to.port(),
        "IdentityFile " + to.knownHosts().resolveSibling("login"),
        "UserKnownHostsFile " + to.knownHosts());
  }

  private FleetReport ask(SshCollector collector, int retries, Pacing pacing) {
    return InventoryService.builder()
        .collector(collector)
        .build()
        .extractAll(
            macs(),
            FleetOptions.builder()
                .parallelism(MACS)
                .retries(retries)
                .backoff(Backoff.exponential(Duration.ofMillis(500), Duration.ofSeconds(8)))
                .pacing(pacing)
                .random(new SplittableRandom(1))
                .listener(
                    event -> {
                      if (event instanceof FleetEvent.Retrying retry) {
                        retried.add(retry.failure());
                      }
                    })
                .build());
  }

  private long turnedAway() throws Exception {
    return busy.logged("drop connection");
  }

  @Test
  void all_of_a_fleet_get_through_it_by_coming_back_at_different_times() throws Exception {
    FleetReport report = ask(collector(busy), 8, Pacing.none());

    assertThat(report.failures()).isEmpty();
    assertThat(report.succeeded()).isEqualTo(MACS);
    assertThat(turnedAway()).as("turned away").isPositive();
    assertThat(retried).isNotEmpty();
    assertThat(retried)
        .allSatisfy(
            failure -> {
              assertThat(failure.failureClass()).isEqualTo(FailureClass.UNREACHABLE);
              assertThat(failure.reason() + failure.advice()).contains("MaxStartups");
            });
  }

  @Test
  void those_it_turns_away_for_good_are_told_why() throws Exception {
    FleetReport report = ask(collector(busy), 0, Pacing.none());

    assertThat(report.succeeded()).isBetween(1, MACS - 1);
    List<FleetResult> failed = report.failures().get(FailureClass.UNREACHABLE);
    assertThat(failed)
        .hasSize(report.failed())
        .extracting(result -> result.failure().orElseThrow())
        .allMatch(failure -> (failure.reason() + failure.advice()).contains("MaxStartups"));
  }

  @Test
  void none_is_turned_away_by_a_jump_host_that_is_spared() throws Exception {
    SshCollector collector = collector(start("mac", "MaxStartups 100"), "ProxyJump gate");

    FleetReport unspared = ask(collector, 0, Pacing.none());
    long turnedAway = turnedAway();
    FleetReport report = ask(collector, 0, Pacing.perEntryPoint(collector::entryPoint, AT_ONCE));

    assertThat(unspared.failed()).as("failures without pacing").isPositive();
    assertThat(turnedAway).isPositive();
    assertThat(report.failures()).isEmpty();
    assertThat(turnedAway()).isEqualTo(turnedAway);
  }
}
