package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Gpu;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.IssueKind;

/** Processor and memory: the kernel's own numbers, the profile where it has none. */
final class ProcessorReader {

  private static final String SECTION = "hardware";

  private final Answers answers;
  private final Sysctl sysctl;
  private final Overview overview;

  ProcessorReader(Answers answers, Sysctl sysctl, Overview overview) {
    this.answers = answers;
    this.sysctl = sysctl;
    this.overview = overview;
  }

  Hardware read(List<Gpu> gpus) {
    List<CoreCluster> clusters = clusters();
    int cores = cores(clusters);
    return Hardware.builder()
        .cpuType(name())
        .cpuCores(cores)
        .cpuThreads(
            first(positive(sysctl.count("hw.logicalcpu")), positive(sysctl.count("hw.ncpu"))))
        .memoryBytes(memory())
        .coreClusters(clusters)
        .gpus(gpus)
        .neuralEngineCores(neuralEngineCores())
        .build();
  }

  /** The kernel's brand string knows the exact model and no language. */
  private Optional<String> name() {
    return sysctl
        .text("machdep.cpu.brand_string")
        .map(brand -> brand.replaceAll("\\s+", " "))
        .or(() -> overview.known("chip_type"))
        .or(() -> overview.known("cpu_type"));
  }

  private int cores(List<CoreCluster> clusters) {
    int inClusters = clusters.stream().mapToInt(CoreCluster::cores).sum();
    OptionalInt physical = positive(sysctl.count("hw.physicalcpu"));
    if (physical.isPresent() && inClusters > 0 && inClusters != physical.getAsInt()) {
      answers.issue(
          SECTION,
          IssueKind.CONFLICT,
          "sysctl: hw.physicalcpu says "
              + physical.getAsInt()
              + " cores, hw.perflevel* add up to "
              + inClusters
              + "; the former is kept");
    }
    return first(
            physical,
            inClusters > 0 ? OptionalInt.of(inClusters) : OptionalInt.empty(),
            positive(overview.totalCores()),
            positive(sysctl.count("hw.ncpu")))
        .orElseThrow(
            () ->
                new InterpretationException(
                    "the machine did not tell how many cores it has (sysctl hw.physicalcpu)"));
  }

  private ByteSize memory() {
    return sysctl
        .bytes("hw.memsize")
        .or(() -> overview.memory().filter(size -> size.bytes() > 0))
        .orElseThrow(
            () ->
                new InterpretationException(
                    "the machine did not tell how much memory it has (sysctl hw.memsize)"));
  }

  private List<CoreCluster> clusters() {
    List<CoreCluster> clusters = new ArrayList<>();
    for (int level = 0; level < sysctl.performanceLevels(); level++) {
      String prefix = "hw.perflevel" + level + ".";
      OptionalInt cores = sysctl.count(prefix + "physicalcpu");
      if (cores.isPresent()) {
        clusters.add(
            CoreCluster.builder()
                .name(sysctl.text(prefix + "name"))
                .cores(cores.getAsInt())
                .threads(sysctl.count(prefix + "logicalcpu"))
                .build());
      }
    }
    return clusters;
  }

  private OptionalInt neuralEngineCores() {
    JsonNode devices = answers.optionalPlist("ioreg-ane");
    for (JsonNode device : devices) {
      OptionalInt cores =
          Tree.count(device.path("DeviceProperties"), "ANEDevicePropertyNumANECores");
      if (positive(cores).isPresent()) {
        return cores;
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt positive(OptionalInt count) {
    return count.orElse(0) > 0 ? count : OptionalInt.empty();
  }

  private static OptionalInt first(OptionalInt... counts) {
    return Stream.of(counts)
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElseGet(OptionalInt::empty);
  }
}
