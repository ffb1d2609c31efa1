package org.leafinventory.testkit.mac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SimulatedMacTest {

  private final OpenSsh ssh;

  SimulatedMacTest(@TempDir Path folder) {
    ssh = OpenSsh.in(folder);
  }

  @Test
  void runs_a_script_from_standard_input_in_a_shell() throws IOException {
    try (SimulatedMac mac = mac("mac-studio-m2-ultra").start()) {
      Shell.Result result =
          ssh.exec(mac, "sysctl -n hw.memsize; echo oops >&2; exit 42", "exec /bin/sh");
      assertThat(result.text()).isEqualTo("206158430208\n");
      assertThat(result.stderr()).isEqualTo("oops\n");
      assertThat(result.exit()).isEqualTo(42);
    }
  }

  @Test
  void counts_connections_and_commands() throws IOException {
    try (SimulatedMac mac = mac("mac-mini-m4").start()) {
      ssh.exec(mac, "", "uname -m");
      ssh.exec(mac, "", "true");
      assertThat(mac.connections()).isEqualTo(2);
      assertThat(mac.execs()).isEqualTo(2);
      assertThat(mac.commands()).containsExactly("uname -m", "true");
      assertThat(mac.filesCreated()).isEmpty();
      assertThat(mac.runningChildren()).isEmpty();
    }
  }

  @Test
  void carries_every_byte_both_ways() throws IOException {
    try (SimulatedMac mac = mac("mac-mini-m4").start()) {
      String text = "line ö\u0000\r\n".repeat(100_000);
      assertThat(ssh.exec(mac, text, "cat").text()).isEqualTo(text);
    }
  }

  @Test
  void starts_in_an_empty_home_and_reports_what_is_left_there() throws IOException {
    try (SimulatedMac mac = mac("mac-mini-m4").start()) {
      Shell.Result result =
          ssh.exec(mac, "", "ls -A; test \"$PWD\" = \"$HOME\" && touch x && touch \"$TMPDIR/y\"");
      assertThat(result).extracting(Shell.Result::exit, Shell.Result::text).containsExactly(0, "");
      assertThat(mac.filesCreated()).containsExactly("home/x", "tmp/y");
    }
  }

  @Test
  void kills_a_command_and_all_it_started_when_the_client_goes() throws Exception {
    try (SimulatedMac mac = mac("broken-mac").start()) {
      Process client =
          ssh.start(mac, "(system_profiler -json SPDisplaysDataType & sleep 300) | cat; sleep 300");
      eventually(() -> mac.runningChildren().size() >= 4);
      client.destroyForcibly();
      eventually(() -> mac.runningChildren().isEmpty());
    }
  }

  @Test
  void shows_what_a_finished_command_left_running_and_ends_it_on_close() throws Exception {
    SimulatedMac mac = mac("mac-mini-m4").start();
    ssh.exec(mac, "", "sleep 300 </dev/null >/dev/null 2>&1 &");
    List<ProcessHandle> left = mac.runningChildren();
    assertThat(left).hasSize(1);
    mac.close();
    eventually(() -> left.stream().noneMatch(ProcessHandle::isAlive));
    mac.close();
  }

  @Test
  void listens_on_the_loopback_address_it_was_given() throws IOException {
    try (SimulatedMac mac = mac("mac-mini-m4").address("127.0.0.7").user("ops").start()) {
      assertThat(mac.target()).hasToString("ssh://ops@127.0.0.7:" + mac.port());
      assertThat(mac.hostKeyFingerprint()).startsWith("SHA256:");
      assertThat(ssh.exec(mac, "", "echo $USER").text()).isEqualTo("ops\n");
    }
    assertThatThrownBy(() -> mac("mac-mini-m4").address("0.0.0.0"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refuses_a_key_that_it_does_not_know() throws IOException {
    try (SimulatedMac mac = SimulatedMac.start("mac-mini-m4")) {
      Shell.Result result = ssh.exec(mac, "", "true");
      assertThat(result.exit()).isEqualTo(255);
      assertThat(result.stderr()).contains("Permission denied");
      assertThat(mac.execs()).isZero();
    }
  }

  @Test
  void chatters_after_the_last_byte_when_the_log_out_is_noisy() throws IOException {
    try (SimulatedMac mac = mac("mac-mini-m4").fault(Fault.noisyLogout()).start()) {
      Shell.Result result = ssh.exec(mac, "", "uname -m; exit 3");
      assertThat(result.text()).startsWith("arm64\nSaving session...\n");
      assertThat(result.exit()).isEqualTo(3);
    }
  }

  @Test
  void gives_no_session_when_it_has_none() throws IOException {
    try (SimulatedMac mac = mac("mac-mini-m4").fault(Fault.refuseSession()).start()) {
      Shell.Result result = ssh.exec(mac, "", "true");
      assertThat(result.exit()).isEqualTo(255);
      assertThat(result.stderr()).doesNotContain("Permission denied");
      assertThat(mac.connections()).isEqualTo(1);
      assertThat(mac.execs()).isZero();
    }
  }

  @Test
  void greets_before_the_first_byte_when_the_shell_is_noisy() throws IOException {
    try (SimulatedMac mac = mac("mac-mini-m4").fault(Fault.noisyShell()).start()) {
      assertThat(ssh.exec(mac, "", "uname -m").text())
          .startsWith("Last login")
          .endsWith("\narm64\n");
    }
  }

  @Test
  void greets_first_on_the_broken_mac() throws IOException {
    try (SimulatedMac mac = mac("broken-mac").start()) {
      assertThat(ssh.exec(mac, "", "uname -m").text()).startsWith("****").endsWith("\narm64\n");
    }
  }

  @Test
  void refuses_everybody_when_told_to() throws IOException {
    try (SimulatedMac mac = mac("mac-mini-m4").fault(Fault.refuseAuthentication()).start()) {
      assertThat(ssh.exec(mac, "", "true").stderr()).contains("Permission denied");
    }
  }

  @Test
  void drops_the_connection_in_the_middle_of_the_output() throws IOException {
    try (SimulatedMac mac = mac("mac-mini-m4").fault(Fault.dropConnectionAfter(5)).start()) {
      Shell.Result result = ssh.exec(mac, "", "sw_vers; sleep 300");
      assertThat(result.text()).isEqualTo("Produ");
      assertThat(result.exit()).isEqualTo(255);
    }
  }

  @Test
  void sends_without_end_or_nothing_at_all() throws Exception {
    try (SimulatedMac endless = mac("mac-mini-m4").fault(Fault.endlessOutput()).start();
        SimulatedMac silent = mac("mac-mini-m4").fault(Fault.hangBeforeOutput()).start()) {
      Process flood = ssh.start(endless, "uname -m");
      assertThat(flood.getInputStream().readNBytes(3_000_000)).hasSize(3_000_000);
      flood.destroyForcibly();
      Process silence = ssh.start(silent, "uname -m");
      eventually(() -> silent.execs() == 1);
      assertThat(silence.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
      silence.destroyForcibly();
    }
  }

  @Test
  void serves_many_macs_and_connections_at_once() throws Exception {
    List<SimulatedMac> macs =
        IntStream.range(0, 20).mapToObj(i -> mac("mac-mini-m4").start()).toList();
    ExecutorService clients = Executors.newFixedThreadPool(20);
    try {
      List<Callable<String>> calls =
          IntStream.range(0, 60)
              .<Callable<String>>mapToObj(
                  i -> () -> ssh.exec(macs.get(i % macs.size()), "", "sysctl -n hw.ncpu").text())
              .toList();
      for (Future<String> answer : clients.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo("10\n");
      }
      assertThat(macs).allMatch(mac -> mac.connections() == 3);
    } finally {
      clients.shutdownNow();
      macs.forEach(SimulatedMac::close);
    }
  }

  private SimulatedMacBuilder mac(String machine) {
    try {
      return SimulatedMac.builder(machine).authorizedKey(ssh.publicKey());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("still not so after 10 s").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
