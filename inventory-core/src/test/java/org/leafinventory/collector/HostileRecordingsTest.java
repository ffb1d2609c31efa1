package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.macos.InterpretationException;
import org.leafinventory.probe.macos.MacInterpreter;
import org.leafinventory.redaction.Redaction;
import org.leafinventory.redaction.SimulatedRecordings;
import org.leafinventory.testkit.mac.SimulatedTools;

/**
 * Whatever a machine answers, it can be redacted, in time, and so can what was made of it.
 *
 * <p>Runs 60 cases; {@code -Dleaf.fuzz.factor=40} makes it 2 400.
 */
class HostileRecordingsTest {

  private static final int FACTOR = Integer.getInteger("leaf.fuzz.factor", 1);
  private static final Duration AT_MOST = Duration.ofSeconds(20);
  private static final Redaction REDACTION = Redaction.withKey(new byte[16]);

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void any_answers_can_be_redacted(@ForAll long seed) {
    for (int i = 0; i < FACTOR; i++) {
      Recording recording = mutated(new Random(seed + i));
      long began = System.nanoTime();
      Recording redacted = redact(recording, seed + i);
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .as("seed " + seed)
          .isLessThan(AT_MOST);
      assertThat(redacted.probes()).hasSameSizeAs(recording.probes());
      redactInterpreted(recording, seed + i);
    }
  }

  private static Recording redact(Recording recording, long seed) {
    try {
      return REDACTION.redact(recording);
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private static void redactInterpreted(Recording recording, long seed) {
    HardwareInventory inventory;
    try {
      inventory = MacInterpreter.interpret(recording);
    } catch (InterpretationException e) {
      return;
    }
    try {
      assertThat(REDACTION.redact(inventory).hostName()).isNotEqualTo(inventory.hostName());
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private static Recording mutated(Random random) {
    List<String> machines = SimulatedTools.machines();
    Recording recording = SimulatedRecordings.of(machines.get(random.nextInt(machines.size())));
    List<ProbeResult> probes = new ArrayList<>(recording.probes());
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(probes.size());
      probes.set(at, Mutation.pick(random, Mutation.values()).apply(probes.get(at), random));
    }
    return recording.withProbes(probes);
  }
}
