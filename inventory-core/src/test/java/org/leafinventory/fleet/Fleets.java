package org.leafinventory.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.extraction.ExtractionFailure;
import org.leafinventory.extraction.Extractor;
import org.leafinventory.extraction.PendingExtraction;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.standard.StandardTuningPolicy;
import org.leafinventory.testkit.time.MutableClock;

/** Fleets in memory: machines that answer as a test says, and what was done to each. */
final class Fleets {

  static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");

  private Fleets() {}

  /** {@code mac-0}, {@code mac-1}, … */
  static List<Target> targets(int count) {
    return IntStream.range(0, count).mapToObj(n -> Target.ssh("mac-" + n)).toList();
  }

  static MutableClock clock() {
    return MutableClock.at(NOON);
  }

  static CollectionException failure(Target target, FailureKind kind) {
    return new CollectionException(target, kind, "it was " + kind.key(), "mend it");
  }

  /** A machine that is called as its target. */
  static HardwareInventory inventory(Target target) {
    return inventory(target.address(), "serial-" + target.address());
  }

  static HardwareInventory inventory(String name, String serialNumber) {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of(name))
                .serialNumber(serialNumber)
                .architecture(Architecture.ARM64)
                .build())
        .hardware(Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(16)).build())
        .extractedAt(NOON)
        .build();
  }

  /** An extractor over {@code machines}, which are told the target and the attempt, from 1. */
  static Recorder answering(BiFunction<Target, Integer, HardwareInventory> machines) {
    return new Recorder(machines);
  }

  /** Extracts, and remembers each call in the order it came. */
  static final class Recorder implements Extractor {

    private final BiFunction<Target, Integer, HardwareInventory> machines;
    private final Map<Target, List<String>> calls = new ConcurrentHashMap<>();

    private Recorder(BiFunction<Target, Integer, HardwareInventory> machines) {
      this.machines = machines;
    }

    /** What was called of the extraction of {@code target}. */
    List<String> calls(Target target) {
      return calls.getOrDefault(target, List.of());
    }

    @Override
    public PendingExtraction prepare(Target target) {
      List<String> mine = new ArrayList<>();
      if (calls.put(target, mine) != null) {
        throw new AssertionError(target + " was prepared twice");
      }
      return new Recorded(target, machines, mine);
    }
  }

  private static final class Recorded implements PendingExtraction {

    private final UUID id = UUID.randomUUID();
    private final Target target;
    private final BiFunction<Target, Integer, HardwareInventory> machines;
    private final List<String> calls;
    private int attempts;

    Recorded(
        Target target,
        BiFunction<Target, Integer, HardwareInventory> machines,
        List<String> calls) {
      this.target = target;
      this.machines = machines;
      this.calls = calls;
    }

    @Override
    public UUID correlationId() {
      return id;
    }

    @Override
    public Extraction attempt() {
      calls.add("attempt");
      HardwareInventory inventory = machines.apply(target, ++attempts);
      return new Extraction(
          inventory,
          StandardTuningPolicy.standard().decide(inventory),
          Optional.empty(),
          List.of(),
          id);
    }

    @Override
    public void retrying(ExtractionFailure failure, Duration pause) {
      calls.add("retrying");
    }

    @Override
    public void failed(Throwable failure) {
      calls.add("failed");
    }
  }
}
