package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Gpu;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.MemoryModule;

/** Processor and memory: the kernel's own numbers, the profile where it has none. */
final class ProcessorReader {

  private static final String SECTION = "hardware";

  /** How a translated {@code sysctl} calls every Apple chip: {@code VirtualApple @ 2.50GHz}. */
  private static final String ROSETTA_BRAND = "VirtualApple";

  private final Answers answers;
  private final Sysctl sysctl;
  private final Overview overview;
  private final List<MemoryModule> memoryModules;

  ProcessorReader(
      Answers answers, Sysctl sysctl, Overview overview, List<MemoryModule> memoryModules) {
    this.answers = answers;
    this.sysctl = sysctl;
    this.overview = overview;
    this.memoryModules = memoryModules;
  }

  Hardware read(List<Gpu> gpus) {
    List<CoreCluster> clusters = clusters();
    int cores = cores(clusters);
    OptionalLong frequency = sysctl.number("hw.cpufrequency");
    return Hardware.builder()
        .cpuType(name())
        .cpuCores(cores)
        .cpuThreads(
            first(
                positive(sysctl.count("hw.logicalcpu")),
                positive(sysctl.count("hw.ncpu")),
                inAllPackages("machdep.cpu.thread_count")))
        .cpuPackages(
            first(
                positive(sysctl.count("hw.packages")),
                positive(Tree.count(overview.profile(), "packages"))))
        .cpuFrequencyHz(frequency.orElse(0) > 0 ? frequency : OptionalLong.empty())
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
        .filter(brand -> !brand.startsWith(ROSETTA_BRAND))
        .map(brand -> brand.replaceAll("\\s+", " "))
        .or(() -> overview.known("chip_type"))
        .or(() -> overview.known("cpu_type"));
  }

  private int cores(List<CoreCluster> clusters) {
    int inClusters = clusters.stream().mapToInt(CoreCluster::cores).sum();
    Told<Integer> physical = cores("sysctl hw.physicalcpu", sysctl.count("hw.physicalcpu"));
    Told<Integer> sum = cores("the sum of hw.perflevel*", OptionalInt.of(inClusters));
    Told<Integer> profile = cores(Overview.PROFILE, overview.totalCores());
    CrossCheck check = new CrossCheck(answers, SECTION);
    check.same("cpu_cores", physical, sum);
    check.same("cpu_cores", physical.value().isPresent() ? physical : sum, profile);
    return physical
        .value()
        .or(sum::value)
        .or(profile::value)
        .or(() -> cores("", inAllPackages("machdep.cpu.core_count")).value())
        .or(() -> cores("", sysctl.count("hw.ncpu")).value())
        .orElseThrow(
            () ->
                new InterpretationException(
                    "the machine did not tell how many cores it has (sysctl hw.physicalcpu)"));
  }

  /** What {@code machdep.cpu} counts, it counts in one processor. */
  private OptionalInt inAllPackages(String name) {
    OptionalInt count = positive(sysctl.count(name));
    return count.isPresent()
        ? OptionalInt.of(count.getAsInt() * positive(sysctl.count("hw.packages")).orElse(1))
        : count;
  }

  private static Told<Integer> cores(String source, OptionalInt count) {
    return new Told<>(source, positive(count).stream().boxed().findFirst());
  }

  private ByteSize memory() {
    Told<ByteSize> kernel = new Told<>("sysctl hw.memsize", sysctl.bytes("hw.memsize"));
    Told<ByteSize> profile = new Told<>(Overview.PROFILE, overview.memory());
    Told<ByteSize> sum =
        new Told<>("the sum of SPMemoryDataType", MemoryModuleReader.sum(memoryModules));
    CrossCheck check = new CrossCheck(answers, SECTION);
    check.sameRoughly("memory_bytes", kernel, profile);
    check.sameRoughly("memory_bytes", kernel.value().isPresent() ? kernel : profile, sum);
    return kernel
        .value()
        .or(profile::value)
        .or(sum::value)
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
