package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.ByteSize;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.Transcript;

class LocalTransportTest {

  private static final Duration PROMPTLY = Duration.ofSeconds(4);

  /** A time to sleep that no other process on this machine sleeps. */
  private final String sleep = "sleep 86401." + ThreadLocalRandom.current().nextInt(1 << 30);

  private final LocalTransport transport = LocalTransport.builder().build();
  private final LocalTransport hurried =
      LocalTransport.builder().timeout(Duration.ofMillis(300)).build();

  @Test
  void output_error_output_and_exit_status_are_kept_apart() {
    Transcript said = run("printf 'out\\377'; printf 'err' >&2; exit 3");
    assertThat(said.exitStatus()).hasValue(3);
    assertThat(said.stdout()).isEqualTo(Bytes.of(new byte[] {'o', 'u', 't', (byte) 0xff}));
    assertThat(said.stderr().text()).isEqualTo("err");
  }

  @Test
  void the_environment_can_be_given_in_full() {
    LocalTransport bare =
        LocalTransport.builder().environment(Map.of("LEAF", "green", "PATH", "/usr/bin")).build();
    String said =
        bare.run(LocalTransport.TARGET, "echo \"$LEAF $PATH ${HOME-none}\"").stdout().text();
    assertThat(said).isEqualTo("green /usr/bin none\n");
  }

  @Test
  void a_script_and_an_answer_larger_than_any_pipe_get_through() {
    String line = "x".repeat(1000);
    String script = ("echo " + line + "\necho " + line + " >&2\n").repeat(1000) + "echo end\n";
    Transcript said = run(script);
    assertThat(said.stdout().text()).isEqualTo((line + "\n").repeat(1000) + "end\n");
    assertThat(said.stderr().size()).isEqualTo(1_001_000);
  }

  @Test
  void a_shell_that_does_not_read_on_is_no_failure() {
    assertThat(run("exit 0\n" + "# not read\n".repeat(100_000)).exitStatus()).hasValue(0);
  }

  @Test
  void a_process_left_in_the_background_holds_nothing_up() {
    assertThat(timed(() -> run("sleep 20 & echo said; exit 0")).stdout().text())
        .isEqualTo("said\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local:elsewhere", "ssh://mac.leaf.example", "recording:mac.json"})
  void any_other_target_is_unsupported(String target) {
    CollectionException failure =
        catchThrowableOfType(
            CollectionException.class, () -> transport.run(Target.parse(target), "exit 0"));
    assertThat(failure.kind()).isEqualTo(FailureKind.UNSUPPORTED);
    assertThat(failure)
        .hasMessage(
            target
                + ": this collector asks no machine but the one it stands on; write local: for that"
                + " one, or use the collector of the scheme");
  }

  @Test
  void a_machine_without_the_shell_is_a_command_failure() {
    CollectionException failure =
        failure(LocalTransport.builder().shell("/no/such/shell").build(), "exit 0");
    assertThat(failure.kind()).isEqualTo(FailureKind.COMMAND);
    assertThat(failure).message().startsWith("local: /no/such/shell cannot be run here: ");
  }

  @RepeatedTest(5)
  void at_the_time_limit_everything_below_the_shell_is_killed() {
    String storm = "while :; do (trap '' TERM; " + sleep + ") & sleep 0.01; done\n";
    CollectionException failure =
        failure(hurried, "trap '' TERM HUP INT\n(" + storm + ") &\n(" + storm + ") | " + sleep);
    assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(failure)
        .hasMessage(
            "local: the script did not end within 0.3 s (timeout); find out what hangs on this"
                + " machine, or raise timeout");
    assertThat(sleepers()).isEmpty();
  }

  @Test
  void whole_seconds_are_told_as_such() {
    LocalTransport second = LocalTransport.builder().timeout(Duration.ofSeconds(1)).build();
    assertThat(failure(second, sleep).reason())
        .isEqualTo("the script did not end within 1 s (timeout)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " >&2"})
  void endless_output_is_a_command_failure(String where) {
    LocalTransport small =
        LocalTransport.builder()
            .maxOutput(ByteSize.ofBytes(100_000), ByteSize.ofBytes(100_000))
            .build();
    CollectionException failure = failure(small, sleep + " & cat /dev/zero" + where);
    assertThat(failure.kind()).isEqualTo(FailureKind.COMMAND);
    assertThat(failure.reason()).matches("the script wrote more than 100000 bytes to std(out|err)");
    assertThat(sleepers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cat /dev/zero &\n", "while :; do :; done &\n"})
  void an_interrupt_ends_the_run_promptly_and_leaves_nothing(String busy) throws Exception {
    LocalTransport roomy =
        LocalTransport.builder()
            .maxOutput(ByteSize.ofGibibytes(1), ByteSize.ofGibibytes(1))
            .build();
    AtomicReference<CollectionException> failure = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>(false);
    Thread caller =
        new Thread(
            () -> {
              failure.set(failure(roomy, busy + sleep));
              flag.set(Thread.currentThread().isInterrupted());
            });
    caller.start();
    Thread.sleep(50);
    caller.interrupt();
    caller.join(PROMPTLY.toMillis());
    assertThat(failure)
        .hasValueSatisfying(it -> assertThat(it.kind()).isEqualTo(FailureKind.CANCELLED));
    assertThat(flag.get()).isTrue();
    assertThat(sleepers()).isEmpty();
  }

  @Test
  void a_thread_that_is_interrupted_already_starts_nothing() {
    Thread.currentThread().interrupt();
    try {
      assertThat(failure(transport, "exit 0").kind()).isEqualTo(FailureKind.CANCELLED);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void no_thread_is_left() throws InterruptedException {
    failure(hurried, sleep + "\n".repeat(1_000_000));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("leaf-inventory-local-script")) {
        thread.join(PROMPTLY.toMillis());
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void a_builder_refuses_limits_that_cannot_work() {
    LocalTransport.Builder builder = LocalTransport.builder();
    assertThatThrownBy(() -> builder.timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.timeout(Duration.ofDays(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.maxOutput(ByteSize.ZERO, ByteSize.ofBytes(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.maxOutput(ByteSize.ofBytes(1), ByteSize.ofGibibytes(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Transcript run(String script) {
    return transport.run(LocalTransport.TARGET, script);
  }

  private static CollectionException failure(LocalTransport transport, String script) {
    return timed(
        () ->
            catchThrowableOfType(
                CollectionException.class, () -> transport.run(LocalTransport.TARGET, script)));
  }

  private static <T> T timed(Supplier<T> task) {
    long began = System.nanoTime();
    T result = task.get();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PROMPTLY);
    return result;
  }

  private List<String> sleepers() {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(command -> command.endsWith(sleep))
        .toList();
  }
}
