package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.ByteSize;
import org.leafinventory.probe.Transcript;

/** Scripts on a real sshd. */
@NullUnmarked // JUnit fills the fields
class SshTransportTest {

  @TempDir static Path folder;
  private static OpenSshServer server;
  private static Path key;

  @BeforeAll
  static void startServer() throws Exception {
    server = OpenSshServer.start(folder);
    key = server.authorizedKey("login", "-t", "ed25519", "-N", "");
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  private static SshTransport transport() {
    return server.transport(key).build();
  }

  private static CollectionException failure(SshTransport transport, String script) {
    return failure(transport, server.target(), script);
  }

  private static CollectionException failure(SshTransport transport, Target target, String script) {
    CollectionException e =
        catchThrowableOfType(CollectionException.class, () -> transport.run(target, script));
    assertThat(e).as("a failure").isNotNull();
    Messages.print(e);
    return e;
  }

  @Test
  void keeps_the_streams_apart_and_tells_the_exit_status() {
    Transcript said = transport().run(server.target(), "echo out; echo err >&2; exit 7\n");

    assertThat(said.exitStatus()).hasValue(7);
    assertThat(said.stdout().text()).isEqualTo("out\n");
    assertThat(said.stderr().text()).isEqualTo("err\n");
  }

  @Test
  void a_shell_ended_by_a_signal_has_no_status_but_all_of_its_output() {
    Transcript said = transport().run(server.target(), "echo before; kill -9 $$\n");

    assertThat(said.exitStatus()).isEmpty();
    assertThat(said.stdout().text()).isEqualTo("before\n");
  }

  @Test
  void an_empty_script_is_an_empty_answer() {
    Transcript said = transport().run(server.target(), "");

    assertThat(said.exitStatus()).hasValue(0);
    assertThat(said.stdout().isEmpty()).isTrue();
  }

  @Test
  void every_byte_survives() {
    String script = "printf '\\000\\001\\r\\n\\377'\n";

    assertThat(transport().run(server.target(), script).stdout().toArray())
        .containsExactly(0, 1, '\r', '\n', 0xff);
  }

  @Test
  void one_run_is_one_connection_and_one_command() throws Exception {
    long connections = server.logged("Connection from");
    long commands = server.logged("Starting session: command");

    transport().run(server.target(), "echo once\n");

    assertThat(server.logged("Connection from") - connections).isEqualTo(1);
    assertThat(server.logged("Starting session: command") - commands).isEqualTo(1);
  }

  @Test
  void a_script_larger_than_the_window_arrives_whole() {
    int size = 6 * 1024 * 1024;
    String script = "wc -c <<'END'\n" + ("x".repeat(1023) + "\n").repeat(size / 1024) + "END\n";

    assertThat(transport().run(server.target(), script).stdout().text().strip())
        .isEqualTo(String.valueOf(size));
  }

  @Test
  void a_script_larger_than_the_window_may_be_answered_while_it_is_still_being_sent() {
    String line = "printf '%01000d' 0; printf '%0100d' 0 >&2; : " + "x".repeat(900) + "\n";

    Transcript said =
        server
            .transport(key)
            .maxOutput(ByteSize.ofMebibytes(16), ByteSize.ofMebibytes(4))
            .build()
            .run(server.target(), line.repeat(5_000));

    assertThat(said.stdout().size()).isEqualTo(5_000_000);
    assertThat(said.stderr().size()).isEqualTo(500_000);
  }

  @Test
  void a_shell_that_leaves_before_it_has_read_the_script_is_not_waited_for() {
    Transcript said =
        transport().run(server.target(), "exit 3\n" + "# never read\n".repeat(400_000));

    assertThat(said.exitStatus()).hasValue(3);
  }

  @Test
  void a_full_stderr_does_not_stand_in_the_way_of_stdout() {
    Transcript said =
        server
            .transport(key)
            .maxOutput(ByteSize.ofMebibytes(16), ByteSize.ofMebibytes(16))
            .build()
            .run(
                server.target(),
                "head -c 5000000 /dev/zero >&2\nhead -c 5000000 /dev/zero\necho end\n");

    assertThat(said.stderr().size()).isEqualTo(5_000_000);
    assertThat(said.stdout().size()).isEqualTo(5_000_004);
  }

  @Test
  void output_up_to_the_cap_is_kept_and_one_byte_more_fails() {
    SshTransport capped =
        server.transport(key).maxOutput(ByteSize.ofBytes(1000), ByteSize.ofBytes(10)).build();

    assertThat(capped.run(server.target(), "head -c 1000 /dev/zero\n").stdout().size())
        .isEqualTo(1000);
    CollectionException e = failure(capped, "head -c 1001 /dev/zero\n");
    assertThat(e.kind()).isEqualTo(FailureKind.COMMAND);
    assertThat(e)
        .hasMessageContaining("more than 1000 bytes of stdout")
        .hasMessageContaining("maxOutput");
    assertThat(failure(capped, "head -c 11 /dev/zero >&2\n"))
        .hasMessageContaining("10 bytes of stderr");
  }

  @Test
  void endless_output_is_cut_off_at_once() {
    long start = System.nanoTime();

    CollectionException e = failure(transport(), "cat /dev/zero\n");

    assertThat(e.kind()).isEqualTo(FailureKind.COMMAND);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_script_that_takes_too_long_ends_at_the_limit() {
    SshTransport hurried = server.transport(key).collectTimeout(Duration.ofSeconds(2)).build();
    long start = System.nanoTime();

    CollectionException e = failure(hurried, "sleep 20\n");

    assertThat(e.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(e)
        .hasMessageContaining("running the script did not end within 2 s (collectTimeout)");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void a_machine_that_stops_reading_ends_at_the_limit() {
    SshTransport hurried = server.transport(key).collectTimeout(Duration.ofSeconds(2)).build();
    String freeze = "p=$PPID; (sleep 4; kill -CONT $p) </dev/null >&- 2>&- & kill -STOP $p\n";
    long start = System.nanoTime();

    CollectionException e = failure(hurried, freeze + "# not read\n".repeat(2_000_000));

    assertThat(e.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void a_server_without_sessions_is_told_as_that(@TempDir Path other) throws Exception {
    try (OpenSshServer sessionless = OpenSshServer.start(other, "MaxSessions 0")) {
      Path login = sessionless.authorizedKey("login", "-t", "ed25519", "-N", "");

      CollectionException e =
          failure(sessionless.transport(login).build(), sessionless.target(), "echo\n");

      assertThat(e.kind()).isEqualTo(FailureKind.COMMAND);
      assertThat(e)
          .hasMessageContaining("refuses a session")
          .hasMessageContaining("check MaxSessions");
    }
  }

  @Test
  void one_session_is_all_that_a_run_needs(@TempDir Path other) throws Exception {
    try (OpenSshServer frugal = OpenSshServer.start(other, "MaxSessions 1")) {
      Path login = frugal.authorizedKey("login", "-t", "ed25519", "-N", "");

      Transcript said = frugal.transport(login).build().run(frugal.target(), "echo one\n");

      assertThat(said.stdout().text()).isEqualTo("one\n");
    }
  }

  @Test
  void a_connection_lost_in_the_middle_is_told_as_that() {
    CollectionException e = failure(transport(), "kill -9 $PPID; sleep 5\n");

    assertThat(e.kind()).isEqualTo(FailureKind.COMMAND);
    assertThat(e).hasMessageContaining("connection was lost while running the script");
  }

  @Test
  void a_machine_without_the_shell_is_told_from_a_script_that_fails() throws Exception {
    Path restricted = OpenSshServer.generateKey(folder, "no_shell", "-t", "ed25519", "-N", "");
    server.authorize(
        "command=\"echo 'zsh:1: no such file or directory: /bin/sh' >&2; exit 127\" ", restricted);

    CollectionException e = failure(server.transport(restricted).build(), "echo\n");

    assertThat(e.kind()).isEqualTo(FailureKind.COMMAND);
    assertThat(e).hasMessageContaining("/bin/sh cannot be run");
    assertThat(transport().run(server.target(), "no_such_program\n").exitStatus()).hasValue(127);
  }

  @Test
  void interruption_ends_a_run_at_once_and_leaves_the_flag_set() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> flag =
          executor.submit(
              () -> {
                CollectionException e = failure(transport(), "sleep 20\n");
                assertThat(e.kind()).isEqualTo(FailureKind.CANCELLED);
                return Thread.currentThread().isInterrupted();
              });
      long sessions = server.logged("Starting session: command");
      while (server.logged("Starting session: command") == sessions) {
        Thread.sleep(20);
      }
      long start = System.nanoTime();
      executor.shutdownNow();
      assertThat(flag.get()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void a_thread_that_is_already_interrupted_connects_nowhere() throws Exception {
    long connections = server.logged("Connection from");
    Thread.currentThread().interrupt();

    CollectionException e = failure(transport(), "echo\n");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(e.kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(server.logged("Connection from")).isEqualTo(connections);
  }

  @Test
  void one_transport_serves_many_threads() throws Exception {
    SshTransport shared = transport();
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> runs =
          IntStream.range(0, 24)
              .<Callable<String>>mapToObj(
                  i -> () -> shared.run(server.target(), "echo " + i + "\n").stdout().text())
              .toList();
      List<Future<String>> answers = executor.invokeAll(runs);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(i + "\n");
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void nothing_is_left_behind_by_success_or_failure() throws Exception {
    SshTransport good = transport();
    SshTransport hurried = server.transport(key).collectTimeout(Duration.ofSeconds(1)).build();
    good.run(server.target(), "echo warm\n");
    Leftovers before = Leftovers.now();

    for (int i = 0; i < 5; i++) {
      good.run(server.target(), "echo fine\n");
    }
    failure(hurried, "sleep 10\n");
    failure(good, Target.ssh("127.0.0.1").withPort(OpenSshServer.freePort()), "echo\n");
    failure(good, server.target().withUser("nobody-of-this-name"), "echo\n");
    failure(good, "cat /dev/zero\n");
    failure(good, Target.ssh("no-such-host.invalid"), "echo\n");

    Leftovers.assertNoneSince(before);
  }

  @Test
  void a_target_of_another_scheme_is_unsupported() {
    CollectionException e = failure(transport(), Target.parse("local:"), "echo\n");

    assertThat(e.kind()).isEqualTo(FailureKind.UNSUPPORTED);
  }

  @Test
  void a_name_without_an_address_cannot_be_resolved() {
    CollectionException e = failure(transport(), Target.ssh("no-such-host.invalid"), "echo\n");

    assertThat(e.kind()).isEqualTo(FailureKind.RESOLVE);
    assertThat(e).hasMessageContaining("no-such-host.invalid");
  }

  @Test
  void a_closed_port_refuses_the_connection() throws Exception {
    Target closed = Target.ssh("127.0.0.1").withPort(OpenSshServer.freePort());

    CollectionException e = failure(transport(), closed, "echo\n");

    assertThat(e.kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(e).hasMessageContaining("refused");
  }

  @Test
  void a_host_name_is_resolved_and_looked_up_in_known_hosts_by_name() throws Exception {
    Path named = folder.resolve("named_known_hosts");
    String hostKey = Files.readString(folder.resolve("host_ed25519.pub"));
    Files.writeString(
        named, "[localhost]:" + server.port() + " " + hostKey, StandardCharsets.UTF_8);

    Transcript said =
        server
            .transport(key)
            .knownHosts(named)
            .build()
            .run(Target.ssh("LOCALHOST").withPort(server.port()), "echo hi\n");

    assertThat(said.stdout().text()).isEqualTo("hi\n");
  }
}
