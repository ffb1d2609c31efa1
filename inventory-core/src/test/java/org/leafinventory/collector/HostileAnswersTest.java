package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.leafinventory.collect.Target;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.macos.InterpretationException;
import org.leafinventory.probe.macos.MacInterpreter;
import org.leafinventory.testkit.mac.SimulatedTools;

/**
 * Whatever a machine answers, there is an inventory with issues, or one exception with one safe
 * line.
 *
 * <p>The answers are those of the simulated Macs and, where they are there, of the recorded ones.
 * Runs 3 000 cases; {@code -Dleaf.fuzz.factor=40} makes it 120 000. A failure names the seed of its
 * case.
 */
class HostileAnswersTest {

  private static final int FACTOR = Integer.getInteger("leaf.fuzz.factor", 1);
  private static final Duration AT_MOST = Duration.ofSeconds(5);
  private static final String UNSAFE = "[\\p{Cntrl}\\u2028\\u2029\\u202e]";
  private static final Path RECORDINGS = Path.of("..", "..", "shared", "recordings");
  private static final List<Recording> MACHINES = new ArrayList<>();

  @BeforeContainer
  static void record_the_simulated_machines() throws IOException {
    Path folder = Files.createTempDirectory("hostile-answers-");
    for (String machine : SimulatedTools.machines()) {
      LocalShell shell =
          new LocalShell("/bin/sh", SimulatedTools.of(machine), folder.resolve(machine));
      MacCollector collector =
          MacCollector.builder().transport(shell).probeTimeout(Duration.ofSeconds(2)).build();
      MACHINES.add(collector.record(Target.ssh("mac.leaf.example")));
    }
    delete(folder);
    if (Files.isDirectory(RECORDINGS)) {
      for (RecordedMachine machine : RecordedMachine.all(RECORDINGS)) {
        MACHINES.add(
            machine.with(Expectation.of(machine.name()).supplied(), RECORDINGS).recording());
      }
    }
  }

  @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
  void any_answers_end_well(@ForAll long seed) {
    for (int i = 0; i < FACTOR; i++) {
      long own = seed + i;
      long began = System.nanoTime();
      assertEndsWell(mutated(new Random(own)), "seed " + own);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).as("seed " + own).isLessThan(AT_MOST);
    }
  }

  private static Recording mutated(Random random) {
    Recording recording = MACHINES.get(random.nextInt(MACHINES.size()));
    List<ProbeResult> probes = new ArrayList<>(recording.probes());
    for (int i = random.nextInt(6); i >= 0; i--) {
      // The first answers are those that no inventory can be without.
      int at = random.nextInt(random.nextBoolean() ? probes.size() : 1 + probes.size() / 4);
      ProbeResult answer = probes.get(at);
      switch (random.nextInt(12)) {
        case 0 -> {
          if (probes.size() > 1) {
            probes.remove(at);
          }
        }
        case 1 -> probes.set(at, answer.withId(probes.get(0).id()));
        case 2 ->
            probes.set(at, answer.withStdout(probes.get(random.nextInt(probes.size())).stdout()));
        default -> probes.set(at, Mutation.pick(random, Mutation.values()).apply(answer, random));
      }
    }
    return recording.withProbes(probes);
  }

  private static void assertEndsWell(Recording recording, String seed) {
    try {
      HardwareInventory inventory = MacInterpreter.interpret(recording);
      String json = InventoryJson.write(inventory);
      assertThat(InventoryJson.read(json, seed)).as(seed).isEqualTo(inventory);
      assertThat(json).as(seed).doesNotContain(Mutation.SECRET);
      assertThat(inventory.internalStorage().bytes()).as(seed).isNotNegative();
      for (Issue issue : inventory.issues()) {
        assertThat(issue.message()).as(seed).hasSizeLessThan(900).doesNotContainPattern(UNSAFE);
      }
    } catch (InterpretationException e) {
      assertThat(e.reason()).as(seed).hasSizeLessThan(900).doesNotContainPattern(UNSAFE);
    } catch (RuntimeException e) {
      throw new AssertionError(seed, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
