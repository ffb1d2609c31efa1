package org.leafinventory.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.fleet.Fleets.targets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.ExtractionFailure;
import org.leafinventory.extraction.Extractor;

/** Whatever machines do, a run keeps its promises. */
class FleetPropertyTest {

  /** How one machine behaves: it fails in these ways, one after the other, then it answers. */
  record Script(List<FailureKind> failures) {

    /** How often it is asked when {@code retries} more attempts are allowed. */
    int attempts(int retries) {
      int attempts = 1;
      while (attempts <= failures.size()
          && attempts <= retries
          && failures.get(attempts - 1).isWorthRetrying()) {
        attempts++;
      }
      return attempts;
    }

    Optional<FailureKind> end(int retries) {
      int attempts = attempts(retries);
      return attempts > failures.size()
          ? Optional.empty()
          : Optional.of(failures.get(attempts - 1));
    }
  }

  @Property(tries = 300)
  void each_target_has_one_result_in_the_order_of_the_request(
      @ForAll("fleets") List<Script> fleet,
      @ForAll @IntRange(max = 3) int retries,
      @ForAll @IntRange(min = 1, max = 5) int parallelism,
      @ForAll long seed) {
    List<Target> targets = targets(fleet.size());
    Fleets.Recorder extractor = scripted(targets, fleet);
    List<FleetEvent> events = new ArrayList<>();

    FleetReport report =
        inVirtualTime(extractor)
            .run(
                targets,
                FleetOptions.builder()
                    .parallelism(parallelism)
                    .retries(retries)
                    .random(new SplittableRandom(seed))
                    .executor(Runnable::run)
                    .listener(events::add)
                    .build());

    assertThat(report.results()).extracting(FleetResult::target).isEqualTo(targets);
    for (int n = 0; n < targets.size(); n++) {
      FleetResult result = report.results().get(n);
      assertThat(result.attempts()).isEqualTo(fleet.get(n).attempts(retries));
      assertThat(result.failure().map(ExtractionFailure::kind))
          .isEqualTo(fleet.get(n).end(retries).map(FailureKind::key));
      assertThat(extractor.calls(result.target())).isEqualTo(expectedCalls(result));
    }
    assertThat(finished(events)).containsExactlyInAnyOrderElementsOf(report.results());
    assertThat(report.succeeded() + report.failed()).isEqualTo(targets.size());
    assertThat(report.failures().values().stream().mapToInt(List::size).sum())
        .isEqualTo(report.failed());
  }

  @Property(tries = 100)
  void a_run_in_virtual_time_depends_on_its_random_numbers_alone(
      @ForAll("fleets") List<Script> fleet, @ForAll long seed) {
    assertThat(events(fleet, seed)).isEqualTo(events(fleet, seed));
  }

  @Property(tries = 25)
  void never_are_more_in_flight_than_allowed_in_all_and_in_a_group(
      @ForAll("fleets") List<Script> fleet,
      @ForAll @IntRange(min = 1, max = 6) int parallelism,
      @ForAll @IntRange(min = 1, max = 3) int atOnce) {
    List<Target> targets = targets(fleet.size());
    Gauge all = new Gauge();
    Map<String, Gauge> groups = new ConcurrentHashMap<>();
    Fleets.Recorder machines = scripted(targets, fleet);
    Extractor extractor =
        target ->
            new Gauged(
                machines.prepare(target),
                List.of(all, groups.computeIfAbsent(groupOf(target), name -> new Gauge())));

    FleetReport report =
        FleetRunner.of(extractor, Fleets.clock())
            .run(
                targets,
                FleetOptions.builder()
                    .parallelism(parallelism)
                    .backoff(Backoff.exponential(Duration.ZERO, Duration.ofMillis(2)))
                    .pacing(Pacing.perGroup(target -> Optional.of(groupOf(target)), atOnce))
                    .build());

    assertThat(report.results()).hasSameSizeAs(targets);
    assertThat(all.most()).isLessThanOrEqualTo(parallelism);
    assertThat(groups.values()).allMatch(group -> group.most() <= atOnce);
  }

  @Provide
  Arbitrary<List<Script>> fleets() {
    Arbitrary<FailureKind> kinds = Arbitraries.of(FailureKind.class);
    Arbitrary<FailureKind> often =
        Arbitraries.of(FailureKind.CONNECT, FailureKind.TIMEOUT, FailureKind.COMMAND);
    return Arbitraries.frequencyOf(Tuple.of(3, often), Tuple.of(1, kinds))
        .list()
        .ofMaxSize(4)
        .map(Script::new)
        .list()
        .ofMaxSize(12);
  }

  private static String groupOf(Target target) {
    return "jump-" + Math.floorMod(target.hashCode(), 2);
  }

  private static Fleets.Recorder scripted(List<Target> targets, List<Script> fleet) {
    Map<String, Script> scripts = new TreeMap<>();
    for (int n = 0; n < targets.size(); n++) {
      scripts.put(targets.get(n).address(), fleet.get(n));
    }
    return Fleets.answering(
        (target, attempt) -> {
          List<FailureKind> failures =
              scripts.getOrDefault(target.address(), new Script(List.of())).failures();
          if (attempt <= failures.size()) {
            throw Fleets.failure(target, failures.get(attempt - 1));
          }
          return Fleets.inventory(target);
        });
  }

  private static FleetRunner inVirtualTime(Extractor extractor) {
    return new FleetRunner(extractor, Fleets.clock(), new VirtualTime());
  }

  private static List<String> events(List<Script> fleet, long seed) {
    List<String> events = new ArrayList<>();
    List<Target> targets = targets(fleet.size());
    inVirtualTime(scripted(targets, fleet))
        .run(
            targets,
            FleetOptions.builder()
                .random(new SplittableRandom(seed))
                .executor(Runnable::run)
                .listener(event -> events.add(told(event)))
                .build());
    return events;
  }

  /** Correlation ids are random. */
  private static String told(FleetEvent event) {
    return event.toString().replaceAll("correlationId=[0-9a-f-]+", "");
  }

  private static List<FleetResult> finished(List<FleetEvent> events) {
    return events.stream()
        .filter(FleetEvent.Finished.class::isInstance)
        .map(event -> ((FleetEvent.Finished) event).result())
        .toList();
  }

  private static List<String> expectedCalls(FleetResult result) {
    List<String> calls = new ArrayList<>();
    for (int n = 1; n < result.attempts(); n++) {
      calls.addAll(List.of("attempt", "retrying"));
    }
    calls.add("attempt");
    calls.addAll(result.isSuccess() ? List.of() : Collections.singletonList("failed"));
    return calls;
  }

  /** How many are inside now, and how many were at most. */
  static final class Gauge {

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    void enter() {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
    }

    void leave() {
      now.decrementAndGet();
    }

    int most() {
      return most.get();
    }
  }
}
