package org.leafinventory.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.nix.HardwareNix;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.print.NixPrinter;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.standard.StandardTuningPolicy;
import org.leafinventory.testkit.arbitrary.Inventories;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Printing {@code hardware.nix} of 1 000 hosts, beside Jackson writing the same inventories as
 * JSON. Printing should take at most one and a half times as long.
 *
 * <p>The inventories are the same in every run. {@code hardware.nix} says less than the JSON, which
 * has all that a machine told: compare the sizes printed at the start too. What is measured of both
 * is the way from inventory to text.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class NixPrintBenchmark {

  private static final int HOSTS = 1_000;
  private static final long SEED = 42;

  private final List<HardwareInventory> inventories = new ArrayList<>(HOSTS);
  private final List<TuningProfile> tunings = new ArrayList<>(HOSTS);

  /** Makes the inventories, and says how long the texts are that will be compared. */
  @Setup
  public void makeInventories() {
    JqwikSession.run(this::generate);
    TuningPolicy policy = StandardTuningPolicy.standard();
    long nixLength = 0;
    long jsonLength = 0;
    for (int n = 0; n < HOSTS; n++) {
      tunings.add(policy.decide(inventories.get(n)));
      nixLength += nix(n).length();
      jsonLength += InventoryJson.write(inventories.get(n)).length();
    }
    System.out.printf("# %d characters of Nix, %d of JSON%n", nixLength, jsonLength);
  }

  /** From inventories to {@code hardware.nix}: tree and text. */
  @Benchmark
  public void nix(Blackhole sink) {
    for (int n = 0; n < HOSTS; n++) {
      sink.consume(nix(n));
    }
  }

  /** From inventories to the syntax tree alone. */
  @Benchmark
  public void nixTree(Blackhole sink) {
    for (int n = 0; n < HOSTS; n++) {
      sink.consume(HardwareNix.of(inventories.get(n), tunings.get(n)));
    }
  }

  /** From inventories to the JSON of snapshots. */
  @Benchmark
  public void json(Blackhole sink) {
    for (HardwareInventory inventory : inventories) {
      sink.consume(InventoryJson.write(inventory));
    }
  }

  private void generate() {
    RandomGenerator<HardwareInventory> generator = Inventories.realistic().generator(HOSTS);
    Random random = new Random(SEED);
    for (int n = 0; n < HOSTS; n++) {
      inventories.add(generator.next(random).value());
    }
  }

  private String nix(int n) {
    return NixPrinter.print(Nix.file(HardwareNix.of(inventories.get(n), tunings.get(n))));
  }
}
