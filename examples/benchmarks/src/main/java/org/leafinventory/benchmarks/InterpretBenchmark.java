package org.leafinventory.benchmarks;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.macos.MacInterpreter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Interpreting one full recording, in which every command answered. Should take less than 5 ms.
 *
 * <p>Needs {@code /bin/sh}: the recording is made by the real script before anything is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class InterpretBenchmark {

  /** An Apple silicon Mac without and an Intel Mac with several of most things. */
  @Param({"mac-studio-m2-ultra", "macbook-pro-intel"})
  public String machine = "";

  private Recording recording = Recording.builder().recordedAt(Instant.EPOCH).build();

  /** Asks the simulated Mac once. */
  @Setup
  public void record() {
    recording = SimulatedRecordings.of(machine);
  }

  /** From recording to inventory. */
  @Benchmark
  public HardwareInventory interpret() {
    return MacInterpreter.interpret(recording);
  }
}
