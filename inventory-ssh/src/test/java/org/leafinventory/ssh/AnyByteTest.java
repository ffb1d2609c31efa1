package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.probe.Transcript;
import org.leafinventory.ssh.FaultyProxy.Direction;
import org.leafinventory.ssh.FaultyProxy.Fault;
import org.leafinventory.ssh.FaultyProxy.Plan;

/**
 * Whatever happens at whichever byte of the conversation with a real sshd, a run ends within its
 * limits, with an answer that is whole or a failure that says what it was, and leaves nothing.
 */
@Timeout(240)
@NullUnmarked // JUnit fills the fields
class AnyByteTest {

  /** For what only a limit ends. */
  private static final Duration SHORT = Duration.ofMillis(1_500);

  /** For what has to end without one, however busy the machine is. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final Duration SLACK = Duration.ofSeconds(10);

  private static final int AT_ONCE = 8;
  private static final String MARK = "any-byte-test-" + ProcessHandle.current().pid();
  private static final String ANSWER = "0".repeat(40_000) + "\n";

  private static final String SCRIPT = "printf '%040000d\\n' 0; : '" + "x".repeat(20_000) + "'\n";

  @TempDir static Path folder;
  private static OpenSshServer server;
  private static OpenSshServer gate;
  private static Path key;

  @BeforeAll
  static void startServers() throws Exception {
    server =
        OpenSshServer.start(
            Files.createDirectory(folder.resolve("mac")), "MaxStartups 500", "SetEnv MARK=" + MARK);
    gate = OpenSshServer.start(Files.createDirectory(folder.resolve("gate")), "MaxStartups 500");
    key = server.authorizedKey("login", "-t", "ed25519", "-N", "");
    gate.authorize("", key);
  }

  @AfterAll
  static void stopServers() {
    Stream.of(server, gate).filter(it -> it != null).forEach(OpenSshServer::close);
  }

  private static Duration limitFor(Fault fault) {
    return fault == Fault.RESET || fault == Fault.CLOSE ? LONG : SHORT;
  }

  @Test
  void a_direct_connection() throws Exception {
    assertEndsWell(false, EnumSet.allOf(Fault.class), 16);
  }

  @Test
  void a_connection_through_a_jump_host() throws Exception {
    assertEndsWell(true, EnumSet.of(Fault.STALL, Fault.RESET, Fault.CORRUPT), 10);
  }

  private void assertEndsWell(boolean jump, Set<Fault> faults, int points) throws Exception {
    List<Plan> plans = new ArrayList<>();
    try (FaultyProxy counting = new FaultyProxy(entrance(jump), null)) {
      run(counting, jump, LONG);
      for (Direction direction : Direction.values()) {
        long bytes = counting.bytes(direction);
        for (Fault fault : faults) {
          for (int i = 0; i <= points; i++) {
            plans.add(new Plan(fault, direction, (bytes - 1) * i / points));
          }
        }
      }
    }
    Leftovers before = Leftovers.now();
    ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<Void>> runs = new ArrayList<>();
      plans.forEach(plan -> runs.add(() -> assertEndsWell(plan, jump)));
      for (Future<Void> run : executor.invokeAll(runs)) {
        run.get();
      }
    } finally {
      executor.shutdownNow();
    }
    Leftovers.assertNoneSince(before);
    assertNoShellIsLeft();
  }

  private static int entrance(boolean jump) {
    return jump ? gate.port() : server.port();
  }

  private Transcript run(FaultyProxy proxy, boolean jump, Duration limit) throws IOException {
    Path config = Files.createTempFile(folder, "config", "");
    Files.writeString(
        config,
        "Host gate\n  HostName 127.0.0.1\n  HostKeyAlias gate\n  Port "
            + proxy.port()
            + "\nHost mac\n  HostName 127.0.0.1\n  HostKeyAlias mac\n  Port "
            + (jump ? server.port() + "\n  ProxyJump gate" : String.valueOf(proxy.port()))
            + "\nHost *\n  User "
            + OpenSshServer.USER
            + "\n");
    Path known = Files.createTempFile(folder, "known", "");
    Files.writeString(known, known("gate", gate) + known("mac", server));
    return server
        .transport(key)
        .connectTimeout(limit)
        .authTimeout(limit)
        .collectTimeout(limit.multipliedBy(2))
        .sshConfig(config)
        .knownHosts(known)
        .build()
        .run(Target.ssh("mac"), SCRIPT);
  }

  private static String known(String name, OpenSshServer of) throws IOException {
    return name
        + " "
        + Files.readString(of.knownHosts().resolveSibling("host_ed25519.pub")).strip()
        + "\n";
  }

  private Void assertEndsWell(Plan plan, boolean jump) throws Exception {
    try (FaultyProxy proxy = new FaultyProxy(entrance(jump), plan)) {
      Duration limit = limitFor(plan.fault());
      long start = System.nanoTime();
      try {
        assertThat(run(proxy, jump, limit).stdout().text()).as("%s", plan).isEqualTo(ANSWER);
      } catch (CollectionException e) {
        Messages.print(e);
        assertThat(e.kind()).as("%s: %s", plan, e.getMessage()).isIn(sensible(plan.fault()));
      } catch (RuntimeException | Error e) {
        throw new AssertionError(plan.toString(), e);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("%s", plan)
          .isLessThan(limit.multipliedBy(2).plus(SLACK));
    }
    return null;
  }

  private static List<FailureKind> sensible(Fault fault) {
    return switch (fault) {
      case STALL, TRICKLE -> List.of(FailureKind.TIMEOUT);
      case RESET, CLOSE -> List.of(FailureKind.CONNECT, FailureKind.COMMAND);
      case CORRUPT -> List.of(FailureKind.CONNECT, FailureKind.COMMAND, FailureKind.TIMEOUT);
    };
  }

  /** A shell whose connection is gone reads the end of its script, or cannot write. */
  private static void assertNoShellIsLeft() throws Exception {
    for (int i = 0; i < 100; i++) {
      if (shells() == 0) {
        return;
      }
      Thread.sleep(100);
    }
    fail("%d shells are left", shells());
  }

  /** Processes with the environment that sshd gives what it starts. */
  private static long shells() throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes.filter(process -> environmentOf(process).contains(MARK)).count();
    }
  }

  private static String environmentOf(Path process) {
    try {
      return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException noProcess) {
      return "";
    }
  }
}
