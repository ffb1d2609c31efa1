package org.leafinventory.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Volume;

/**
 * The contract of {@link Collector}, to inherit by the test of an implementation.
 *
 * <pre>{@code
 * class MyCollectorContractTest extends CollectorContract {
 *
 *   @Override
 *   protected Collector collector() {
 *     return new MyCollector();
 *   }
 *
 *   @Override
 *   protected Target target() {
 *     return Target.parse("mine:here");
 *   }
 * }
 * }</pre>
 *
 * <p>The more a subclass tells, the more is tested: a rule for which it lacks what it needs, such
 * as {@link #hangingTarget()}, is skipped and says so.
 */
public abstract class CollectorContract {

  private static final Duration PROMPTLY = Duration.ofSeconds(10);
  private static final Duration HEAD_START = Duration.ofMillis(300);
  private static final int REPEATS = 3;

  /** For subclasses. */
  protected CollectorContract() {}

  /** The collector under test; may be called several times in one test. */
  protected abstract Collector collector();

  /** A target that answers with an inventory, every time and with the same facts. */
  protected abstract Target target();

  /** Targets of this collector's own kind that have no inventory to give; none by default. */
  protected List<Target> failingTargets() {
    return List.of();
  }

  /** A target that does not answer for at least half a minute; none by default. */
  protected Optional<Target> hangingTarget() {
    return Optional.empty();
  }

  /** A target of a scheme that the collector does not know. */
  protected Target foreignTarget() {
    return Target.of("x-no-such-scheme", "nowhere");
  }

  /**
   * What the collector was given that nobody may read: passwords, passphrases, tokens. None by
   * default.
   */
  protected List<String> secrets() {
    return List.of();
  }

  /** Whether a thread that came up during a test is not the collector's; none by default. */
  protected boolean isForeign(Thread thread) {
    return false;
  }

  /**
   * An inventory without what may change between two looks at the same machine. By default that is
   * the time, free space, and how the machine is powered.
   */
  protected HardwareInventory withoutWhatChanges(HardwareInventory inventory) {
    List<Volume> volumes =
        inventory.volumes().stream().map(volume -> volume.withFree(Optional.empty())).toList();
    return inventory
        .withExtractedAt(Instant.EPOCH)
        .withVolumes(volumes)
        .withPower(Optional.empty());
  }

  @Test
  void c1_a_target_that_answers_gives_an_inventory() {
    Attempt attempt = Attempt.at(collector(), target());

    assertThat(attempt.inventory())
        .as("c1: what came of asking %s: %s", target(), attempt)
        .isPresent();
    HardwareInventory inventory = attempt.inventory().orElseThrow();
    assertThat(InventoryJson.read(InventoryJson.write(inventory), "c1"))
        .as("c1: the inventory after it was written and read back")
        .isEqualTo(inventory);
  }

  @Test
  void c2_a_target_that_has_none_gives_a_collection_exception_and_nothing_else() {
    assumeFalse(failingTargets().isEmpty(), "c2 needs failingTargets()");

    for (Target failing : failingTargets()) {
      Attempt attempt = Attempt.at(collector(), failing);
      assertThat(attempt.failure())
          .as("c2: what came of asking %s: %s", failing, attempt)
          .isPresent();
    }
  }

  @Test
  void c3_a_target_of_a_foreign_scheme_is_unsupported() {
    Attempt attempt = Attempt.at(collector(), foreignTarget());

    assertThat(attempt.failure().map(CollectionException::kind))
        .as("c3: the kind of failure of %s, of which came: %s", foreignTarget(), attempt)
        .contains(FailureKind.UNSUPPORTED);
  }

  @Test
  void c4_a_failure_tells_the_target_the_reason_and_what_to_do_on_one_line() {
    List<Target> targets = new ArrayList<>(failingTargets());
    targets.add(foreignTarget());
    for (Target asked : targets) {
      // What else it may be is c2's and c3's to tell.
      Attempt.at(collector(), asked).failure().ifPresent(failure -> requireTelling(failure, asked));
    }
  }

  private static void requireTelling(CollectionException failure, Target asked) {
    assertThat(failure.target()).as("c4: the target of the failure").isEqualTo(asked);
    assertThat(failure.reason()).as("c4: the reason of the failure of %s", asked).isNotBlank();
    assertThat(failure.advice()).as("c4: the advice on the failure of %s", asked).isNotBlank();
    assertThat(failure.getMessage())
        .as("c4: the message on the failure of %s", asked)
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void c5_an_interrupted_thread_is_not_kept_waiting() throws InterruptedException {
    Attempt attempt = interruptedBefore(hangingTarget().orElseGet(this::target));

    assertThat(attempt.failure().map(CollectionException::kind))
        .as("c5: the kind of failure on an interrupted thread, on which came: %s", attempt)
        .contains(FailureKind.CANCELLED);
  }

  @Test
  void c6_an_interrupt_ends_a_collection_promptly_as_cancelled() throws InterruptedException {
    assumeTrue(hangingTarget().isPresent(), "c6 needs hangingTarget()");

    Attempt attempt = interruptedMeanwhile(hangingTarget().orElseThrow());

    assertThat(attempt.failure().map(CollectionException::kind))
        .as("c6: the kind of failure after an interrupt, on which came: %s", attempt)
        .contains(FailureKind.CANCELLED);
  }

  @Test
  void c7_the_interrupt_flag_stays_set() throws InterruptedException {
    assertThat(interruptedBefore(target()).interrupted())
        .as("c7: the flag of a thread that was interrupted before it asked")
        .isTrue();

    if (hangingTarget().isPresent()) {
      assertThat(interruptedMeanwhile(hangingTarget().get()).interrupted())
          .as("c7: the flag of a thread that was interrupted while it asked")
          .isTrue();
    }
  }

  private Attempt interruptedBefore(Target target) throws InterruptedException {
    return asked(target, Duration.ZERO);
  }

  private Attempt interruptedMeanwhile(Target target) throws InterruptedException {
    return asked(target, HEAD_START);
  }

  /** On a thread of its own, so that a collector that never ends does not end the tests. */
  private Attempt asked(Target target, Duration headStart) throws InterruptedException {
    CompletableFuture<Attempt> result = new CompletableFuture<>();
    Collector collector = collector();
    Thread asking = new Thread(() -> ask(collector, target, headStart, result), "asking");
    asking.setDaemon(true);
    asking.start();
    if (!headStart.isZero()) {
      asking.join(headStart.toMillis());
      asking.interrupt();
    }
    try {
      return result.get(PROMPTLY.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return fail("asking %s went on for %s after an interrupt", target, PROMPTLY);
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static void ask(
      Collector collector, Target target, Duration headStart, CompletableFuture<Attempt> result) {
    if (headStart.isZero()) {
      Thread.currentThread().interrupt();
    }
    result.complete(Attempt.at(collector, target));
  }

  @Test
  void c8_several_threads_at_once_get_the_same() {
    Collector collector = collector();
    Target target = target();

    List<String> answers = Parallel.run(thread -> lasting(Attempt.at(collector, target)));

    assertThat(new HashSet<>(answers))
        .as("c8: the different answers of %s to %d threads", target, answers.size())
        .hasSize(1);
  }

  @Test
  void c9_a_failure_before_leaves_no_trace_in_the_next_answer() {
    Collector collector = collector();
    String first = lasting(Attempt.at(collector, target()));

    Attempt.at(collector, foreignTarget());
    failingTargets().forEach(failing -> Attempt.at(collector, failing));

    assertThat(lasting(Attempt.at(collector, target())))
        .as("c9: the answer of %s after others failed", target())
        .isEqualTo(first);
  }

  private String lasting(Attempt attempt) {
    return attempt
        .inventory()
        .map(inventory -> InventoryJson.write(withoutWhatChanges(inventory)))
        .orElseGet(attempt::toString);
  }

  @Test
  void c10_no_thread_is_left_behind() {
    Collector collector = collector();
    // What is made once and shared does not count, so it is made before.
    Attempt.at(collector, target());
    ThreadWatch threads = new ThreadWatch(this::isForeign);

    for (int i = 0; i < REPEATS; i++) {
      Attempt.at(collector, target());
      failingTargets().forEach(failing -> Attempt.at(collector, failing));
    }

    assertThat(threads.left()).as("c10: threads that came and stayed").isEmpty();
  }

  @Test
  void c11_no_secret_is_told() {
    assumeFalse(secrets().isEmpty(), "c11 needs secrets()");
    List<Target> targets = new ArrayList<>(failingTargets());
    targets.add(target());
    targets.add(foreignTarget());
    Collector collector = collector();

    List<String> told = new ArrayList<>(List.of(collector.toString()));
    for (Target asked : targets) {
      Attempt attempt = Attempt.at(collector, asked);
      attempt.inventory().map(InventoryJson::write).ifPresent(told::add);
      attempt.thrown().map(CollectorContract::inFull).ifPresent(told::add);
    }

    for (String secret : secrets()) {
      assertThat(told)
          .as("c11: what the collector says of itself, of machines and of failures")
          .noneMatch(text -> text.contains(secret));
    }
  }

  private static String inFull(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
