package org.leafinventory.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leafinventory.fleet.Fleets.answering;
import static org.leafinventory.fleet.Fleets.targets;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.Extractor;
import org.leafinventory.extraction.FailureClass;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.store.StoreException;

@Timeout(60)
class FleetRunnerTest {

  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void let_go_and_forget_interrupts() {
    released.countDown();
    Thread.interrupted();
  }

  @Test
  void asks_nobody_if_nobody_is_named() {
    FleetReport report = run(answering((target, attempt) -> Fleets.inventory(target)), List.of());

    assertThat(report.results()).isEmpty();
    assertThat(report.isSuccess()).isTrue();
  }

  @Test
  void asks_a_target_once_that_is_named_again_and_says_so() {
    Target one = Target.ssh("mac-1");
    Target two = Target.ssh("mac-2");

    FleetReport report =
        run(answering((target, attempt) -> Fleets.inventory(target)), List.of(one, two, one, one));

    assertThat(report.results()).extracting(FleetResult::target).containsExactly(one, two);
    assertThat(report.duplicates()).containsExactly(one, one);
  }

  @Test
  void tells_of_machines_that_share_a_name() {
    Map<String, HardwareInventory> machines =
        Map.of(
            "mac-0", Fleets.inventory("studio", "A"),
            "mac-1", Fleets.inventory("Studio", "B"),
            "mac-2", Fleets.inventory("mini", "C"),
            "mac-3", Fleets.inventory("mini", "C"),
            "mac-4", Fleets.inventory("alone", "D"));
    List<Target> targets = targets(5);

    FleetReport report =
        run(answering((target, attempt) -> machines.get(target.address())), targets);

    assertThat(report.sharedNames())
        .containsExactly(
            new SharedName(HostName.of("mini"), targets.subList(2, 4), true),
            new SharedName(HostName.of("studio"), targets.subList(0, 2), false));
  }

  @Test
  void sorts_failures_by_what_there_is_to_do() {
    Extractor extractor =
        answering(
            (target, attempt) -> {
              switch (target.address()) {
                case "mac-0" -> throw Fleets.failure(target, FailureKind.RESOLVE);
                case "mac-1" -> throw Fleets.failure(target, FailureKind.CONNECT);
                case "mac-2" -> throw Fleets.failure(target, FailureKind.HOST_KEY);
                case "mac-3" -> throw new StoreException("the disk is full", null);
                case "mac-4" -> throw new IllegalStateException("a defect");
                default -> {
                  return Fleets.inventory(target);
                }
              }
            });
    List<Target> targets = targets(6);

    FleetReport report = run(extractor, targets);

    assertThat(report.failures().keySet())
        .containsExactly(
            FailureClass.UNREACHABLE,
            FailureClass.HOST_KEY,
            FailureClass.STORAGE,
            FailureClass.DEFECT);
    assertThat(report.failures().get(FailureClass.UNREACHABLE))
        .extracting(FleetResult::target)
        .isEqualTo(targets.subList(0, 2));
    assertThat(report.succeeded()).isEqualTo(1);
  }

  @Test
  void an_error_of_one_collector_disturbs_no_other() {
    FleetReport report =
        run(
            answering(
                (target, attempt) -> {
                  if (target.address().equals("mac-1")) {
                    throw new StackOverflowError();
                  }
                  if (target.address().equals("mac-2")) {
                    throw new OutOfMemoryError("made up");
                  }
                  return Fleets.inventory(target);
                }),
            targets(20));

    assertThat(report.succeeded()).isEqualTo(18);
    assertThat(report.failures().get(FailureClass.DEFECT))
        .extracting(result -> result.failure().orElseThrow().reason())
        .containsExactly("StackOverflowError: null", "OutOfMemoryError: made up");
  }

  @Test
  void one_that_hangs_takes_its_own_slot_and_no_other() throws Exception {
    CountDownLatch others = new CountDownLatch(50);
    Extractor extractor =
        answering(
            (target, attempt) -> {
              if (target.address().equals("mac-0")) {
                await(others);
              }
              return Fleets.inventory(target);
            });

    FleetReport report =
        FleetRunner.of(extractor, Fleets.clock())
            .run(
                targets(51),
                FleetOptions.builder()
                    .parallelism(2)
                    .listener(
                        event -> {
                          if (event instanceof FleetEvent.Finished) {
                            others.countDown();
                          }
                        })
                    .build());

    assertThat(report.isSuccess()).isTrue();
  }

  @Test
  void a_retry_waits_without_a_slot() {
    List<String> order = new ArrayList<>();
    Extractor extractor =
        answering(
            (target, attempt) -> {
              order.add(target.address() + "#" + attempt);
              if (target.address().equals("mac-0") && attempt == 1) {
                throw Fleets.failure(target, FailureKind.TIMEOUT);
              }
              return Fleets.inventory(target);
            });

    new FleetRunner(extractor, Fleets.clock(), new VirtualTime())
        .run(targets(3), FleetOptions.builder().parallelism(1).executor(Runnable::run).build());

    assertThat(order).containsExactly("mac-0#1", "mac-1#1", "mac-2#1", "mac-0#2");
  }

  @Test
  void attempts_of_a_group_begin_some_time_apart() {
    VirtualTime time = new VirtualTime();
    List<Long> seconds = new ArrayList<>();
    Extractor extractor =
        answering(
            (target, attempt) -> {
              seconds.add(Duration.ofNanos(time.nanos()).toSeconds());
              return Fleets.inventory(target);
            });
    Pacing pacing =
        Pacing.perGroup(target -> Optional.of("jump"), 1).withInterval(Duration.ofSeconds(2));

    new FleetRunner(extractor, Fleets.clock(), time)
        .run(targets(4), FleetOptions.builder().pacing(pacing).executor(Runnable::run).build());

    assertThat(seconds).containsExactly(0L, 2L, 4L, 6L);
  }

  @Test
  void those_behind_one_jump_host_wait_for_each_other_whatever_their_addresses() {
    VirtualTime time = new VirtualTime();
    Map<String, Long> seconds = new LinkedHashMap<>();
    Extractor extractor =
        answering(
            (target, attempt) -> {
              seconds.put(target.address(), Duration.ofNanos(time.nanos()).toSeconds());
              return Fleets.inventory(target);
            });
    Pacing pacing =
        Pacing.perEntryPoint(
                target ->
                    switch (target.address()) {
                      case "mac-0" -> "Gate";
                      case "mac-1" -> "gate";
                      case "mac-2" -> target.address();
                      default -> "";
                    },
                1)
            .withInterval(Duration.ofSeconds(2));

    new FleetRunner(extractor, Fleets.clock(), time)
        .run(targets(5), FleetOptions.builder().pacing(pacing).executor(Runnable::run).build());

    assertThat(seconds)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("mac-0", 0L, "mac-1", 2L, "mac-2", 0L, "mac-3", 0L, "mac-4", 0L));
  }

  @Test
  void a_group_is_asked_for_once_so_that_who_entered_it_leaves_it() {
    AtomicInteger asked = new AtomicInteger();
    Pacing changing =
        Pacing.perGroup(target -> Optional.of("group-" + asked.getAndIncrement() / 4), 1);

    FleetReport report =
        new FleetRunner(
                answering(
                    (target, attempt) -> {
                      if (attempt < 3) {
                        throw Fleets.failure(target, FailureKind.TIMEOUT);
                      }
                      return Fleets.inventory(target);
                    }),
                Fleets.clock(),
                new VirtualTime())
            .run(
                targets(4),
                FleetOptions.builder().pacing(changing).executor(Runnable::run).build());

    assertThat(report.isSuccess()).isTrue();
    assertThat(asked).hasValue(4);
  }

  @Test
  void the_first_are_asked_before_the_groups_of_all_are_told() {
    List<String> order = new ArrayList<>();
    Pacing slow =
        Pacing.perGroup(
            target -> {
              order.add("group");
              return Optional.of("gate");
            },
            1);
    Extractor extractor =
        answering(
            (target, attempt) -> {
              order.add("asked");
              return Fleets.inventory(target);
            });

    FleetReport report =
        FleetRunner.of(extractor, Fleets.clock())
            .run(
                targets(1_000),
                FleetOptions.builder().parallelism(2).pacing(slow).executor(Runnable::run).build());

    assertThat(report.succeeded()).isEqualTo(1_000);
    assertThat(order).hasSize(2_000).startsWith("group", "asked");
    assertThat(order.subList(0, 200).stream().filter("asked"::equals)).hasSizeGreaterThan(2);
  }

  @Test
  void the_listener_is_called_by_the_calling_thread_alone() {
    Set<Thread> callers = ConcurrentHashMap.newKeySet();

    FleetRunner.of(answering((target, attempt) -> Fleets.inventory(target)), Fleets.clock())
        .run(
            targets(20),
            FleetOptions.builder().listener(event -> callers.add(Thread.currentThread())).build());

    assertThat(callers).containsExactly(Thread.currentThread());
  }

  @Test
  void a_listener_that_throws_ends_the_run_and_reaches_the_caller() {
    Fleets.Recorder machines = answering((target, attempt) -> Fleets.inventory(target));
    IllegalStateException broken = new IllegalStateException("pipe closed");
    FleetOptions options =
        FleetOptions.builder()
            .parallelism(1)
            .listener(
                event -> {
                  if (event instanceof FleetEvent.Finished) {
                    throw broken;
                  }
                })
            .build();

    assertThatThrownBy(() -> FleetRunner.of(machines, Fleets.clock()).run(targets(50), options))
        .isSameAs(broken);

    assertThat(machines.calls(Target.ssh("mac-49"))).isEmpty();
    assertThat(fleetThreads()).isEmpty();
  }

  @Test
  void an_interrupt_ends_what_runs_and_keeps_what_is_done() {
    AtomicBoolean interruptSeen = new AtomicBoolean();
    Fleets.Recorder machines =
        answering(
            (target, attempt) -> {
              if (target.address().equals("mac-5")) {
                try {
                  released.await();
                } catch (InterruptedException e) {
                  interruptSeen.set(true);
                  Thread.currentThread().interrupt();
                  throw Fleets.failure(target, FailureKind.CANCELLED);
                }
              }
              return Fleets.inventory(target);
            });
    Thread caller = Thread.currentThread();

    FleetReport report =
        FleetRunner.of(machines, Fleets.clock())
            .run(
                targets(100),
                FleetOptions.builder()
                    .parallelism(1)
                    .listener(
                        event -> {
                          if (event instanceof FleetEvent.Attempting it
                              && it.target().address().equals("mac-5")) {
                            caller.interrupt();
                          }
                        })
                    .build());

    assertThat(Thread.interrupted()).as("the flag is set again").isTrue();
    assertThat(report.cancelled()).isTrue();
    assertThat(report.succeeded()).isEqualTo(5);
    assertThat(report.results()).hasSize(100);
    assertThat(report.failures().keySet()).containsExactly(FailureClass.CANCELLED);
    assertThat(report.results().get(99).attempts()).isZero();
    assertThat(machines.calls(Target.ssh("mac-99"))).isEmpty();
    assertThat(fleetThreads()).isEmpty();
  }

  @Test
  void what_an_interrupt_broke_is_cancelled_not_a_full_disk() {
    Thread caller = Thread.currentThread();
    FleetReport report =
        run(
            answering(
                (target, attempt) -> {
                  caller.interrupt();
                  await(released);
                  throw new StoreException("the thread was interrupted", null);
                }),
            targets(1));

    assertThat(report.failures().keySet()).containsExactly(FailureClass.CANCELLED);
  }

  @Test
  void a_retry_that_waits_when_the_run_is_cancelled_is_told_to_have_failed() {
    Fleets.Recorder machines =
        answering(
            (target, attempt) -> {
              throw Fleets.failure(target, FailureKind.TIMEOUT);
            });
    Thread caller = Thread.currentThread();

    FleetReport report =
        FleetRunner.of(machines, Fleets.clock())
            .run(
                targets(1),
                FleetOptions.builder()
                    .backoff(Backoff.exponential(Duration.ofHours(1), Duration.ofHours(1)))
                    .listener(
                        event -> {
                          if (event instanceof FleetEvent.Retrying) {
                            caller.interrupt();
                          }
                        })
                    .build());

    assertThat(report.results().get(0).attempts()).isEqualTo(1);
    assertThat(report.results().get(0).isCancelled()).isTrue();
    assertThat(machines.calls(Target.ssh("mac-0")))
        .containsExactly("attempt", "retrying", "failed");
  }

  @Test
  void runs_on_the_executor_of_the_caller_and_leaves_it_running() throws Exception {
    ExecutorService mine =
        Executors.newFixedThreadPool(2, task -> new Thread(task, "of-the-caller"));
    try {
      Set<String> threads = ConcurrentHashMap.newKeySet();
      FleetReport report =
          FleetRunner.of(
                  answering(
                      (target, attempt) -> {
                        threads.add(Thread.currentThread().getName());
                        return Fleets.inventory(target);
                      }),
                  Fleets.clock())
              .run(targets(10), FleetOptions.builder().executor(mine).build());

      assertThat(report.isSuccess()).isTrue();
      assertThat(threads).containsExactly("of-the-caller");
      assertThat(mine.isShutdown()).isFalse();
    } finally {
      mine.shutdownNow();
    }
  }

  @Test
  void an_executor_that_refuses_fails_the_target_not_the_run() {
    FleetReport report =
        FleetRunner.of(answering((target, attempt) -> Fleets.inventory(target)), Fleets.clock())
            .run(
                targets(3),
                FleetOptions.builder()
                    .executor(
                        task -> {
                          throw new RejectedExecutionException("shut down");
                        })
                    .build());

    assertThat(report.failures()).containsOnlyKeys(FailureClass.DEFECT);
    assertThat(report.failed()).isEqualTo(3);
  }

  @Test
  void a_report_holds_no_inventory() {
    List<WeakReference<HardwareInventory>> inventories =
        Collections.synchronizedList(new ArrayList<>());

    FleetReport report =
        run(
            answering(
                (target, attempt) -> {
                  HardwareInventory inventory = Fleets.inventory(target);
                  inventories.add(new WeakReference<>(inventory));
                  return inventory;
                }),
            targets(200));

    for (int n = 0; n < 50 && !inventories.stream().allMatch(it -> it.refersTo(null)); n++) {
      System.gc();
    }
    assertThat(inventories).allMatch(it -> it.refersTo(null));
    assertThat(report.succeeded()).isEqualTo(200);
  }

  private static FleetReport run(Extractor extractor, List<Target> targets) {
    return FleetRunner.of(extractor, Fleets.clock())
        .run(
            targets,
            FleetOptions.builder()
                .backoff(Backoff.exponential(Duration.ZERO, Duration.ofMillis(1)))
                .build());
  }

  /** A pool has terminated a moment before the last of its threads has. */
  private static List<String> fleetThreads() {
    long deadline = System.nanoTime() + 5_000_000_000L;
    List<String> threads = namesOfFleetThreads();
    while (!threads.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
      threads = namesOfFleetThreads();
    }
    return threads;
  }

  private static List<String> namesOfFleetThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("leaf-inventory-fleet-"))
        .toList();
  }

  /** Waits, and heeds an interrupt by returning. */
  private static void await(CountDownLatch latch) {
    while (latch.getCount() > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
