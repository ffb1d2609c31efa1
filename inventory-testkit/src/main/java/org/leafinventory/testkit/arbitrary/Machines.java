package org.leafinventory.testkit.arbitrary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Gpu;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.SystemInfo;

/** Systems and their hardware: Macs as they are sold, and what no shop sells. */
final class Machines {

  private static final long YEAR_2015 = 1_420_070_400L;
  private static final long YEAR_2040 = 2_208_988_800L;

  private Machines() {}

  static Arbitrary<MacKind> kinds() {
    return Arbitraries.of(MacKind.ALL);
  }

  static Arbitrary<Instant> times() {
    return Arbitraries.longs()
        .between(YEAR_2015, YEAR_2040)
        .shrinkTowards(YEAR_2015)
        .map(Instant::ofEpochSecond);
  }

  static Arbitrary<SystemInfo> systemInfo(MacKind kind) {
    return systems(
        Arbitraries.just(kind.architecture()),
        Arbitraries.just(kind.model()),
        Arbitraries.just(kind.name()),
        releases(),
        Arbitraries.strings().withCharRange('A', 'Z').numeric().ofLength(10));
  }

  static Arbitrary<SystemInfo> oddSystemInfo() {
    Arbitrary<String> text = Texts.anyText();
    Arbitrary<MacosRelease> anything = Combinators.combine(text, text, text).as(MacosRelease::new);
    return systems(
        Arbitraries.of(Architecture.class),
        text,
        text,
        Arbitraries.oneOf(releases(), anything),
        text);
  }

  private static Arbitrary<SystemInfo> systems(
      Arbitrary<Architecture> architecture,
      Arbitrary<String> model,
      Arbitrary<String> name,
      Arbitrary<MacosRelease> releases,
      Arbitrary<String> serial) {
    return Combinators.combine(systems(architecture, model, name, serial), releases.optional())
        .as((system, release) -> release.map(it -> it.on(system)).orElse(system));
  }

  /** What fleets run, now and then what no Mac runs yet. */
  private static Arbitrary<MacosRelease> releases() {
    return Arbitraries.frequencyOf(
        Tuple.of(14, Arbitraries.of(MacosRelease.KNOWN)),
        Tuple.of(1, Arbitraries.of(MacosRelease.FUTURE)));
  }

  private static Arbitrary<SystemInfo> systems(
      Arbitrary<Architecture> architecture,
      Arbitrary<String> model,
      Arbitrary<String> name,
      Arbitrary<String> serial) {
    return Builders.withBuilder(SystemInfo::builder)
        .use(Texts.hostNames())
        .in(SystemInfo.Builder::hostname)
        .use(Texts.anyText().optional())
        .in(SystemInfo.Builder::computerName)
        .use(model.optional())
        .in(SystemInfo.Builder::model)
        .use(serial.optional())
        .in(SystemInfo.Builder::serialNumber)
        .use(architecture)
        .in(SystemInfo.Builder::architecture)
        .use(name.optional())
        .in(SystemInfo.Builder::modelName)
        .use(serial.map(text -> text + "/A").optional())
        .in(SystemInfo.Builder::modelNumber)
        .use(Arbitraries.just("00000000-0000-1000-8000-0123456789AB").optional())
        .in(SystemInfo.Builder::hardwareUuid)
        .use(Arbitraries.of(false, true).optional())
        .in(SystemInfo.Builder::virtualMachine)
        .use(times().optional())
        .in(SystemInfo.Builder::bootTime)
        .use(Arbitraries.oneOf(Arbitraries.of("11881.140.96", "13822.1.2"), name).optional())
        .in(SystemInfo.Builder::firmwareVersion)
        .use(Arbitraries.just("(a)").optional(0.2))
        .in(SystemInfo.Builder::macosVersionExtra)
        .use(Arbitraries.of("11881.140.96", "13822.1.2").optional())
        .in(SystemInfo.Builder::osLoaderVersion)
        .use(Arbitraries.of(true, false).optional())
        .in(SystemInfo.Builder::rosettaInstalled)
        .build(SystemInfo.Builder::build);
  }

  static Arbitrary<Hardware> hardware(MacKind kind) {
    return Arbitraries.of(kind.memoryGibibytes())
        .map(
            gibibytes ->
                Hardware.builder()
                    .cpuType(kind.cpu())
                    .cpuCores(kind.cores())
                    .cpuThreads(kind.threads())
                    .cpuPackages(1)
                    .memoryBytes(ByteSize.ofGibibytes(gibibytes))
                    .coreClusters(kind.coreClusters())
                    .gpus(gpus(kind))
                    .build());
  }

  private static List<Gpu> gpus(MacKind kind) {
    return kind.isAppleSilicon()
        ? List.of(
            Gpu.builder()
                .model(kind.cpu())
                .cores(kind.gpuCores())
                .metal("Metal 3")
                .vendor("Apple")
                .build())
        : List.of(
            Gpu.builder().model("AMD Radeon Pro 5500M").vramBytes(ByteSize.ofGibibytes(8)).build());
  }

  /** Any number of cores, any memory, up to three kinds of cores with any names. */
  static Arbitrary<Hardware> oddHardware() {
    return Builders.withBuilder(Hardware::builder)
        .use(Texts.anyText().optional())
        .in(Hardware.Builder::cpuType)
        .use(Arbitraries.integers().between(1, 1024))
        .in(Hardware.Builder::cpuCores)
        .use(Arbitraries.integers().between(1, 2048))
        .withProbability(0.8)
        .in(Hardware.Builder::cpuThreads)
        .use(Arbitraries.integers().between(1, 4))
        .withProbability(0.5)
        .in(Hardware.Builder::cpuPackages)
        .use(Arbitraries.longs().between(1, 5_000_000_000L))
        .withProbability(0.5)
        .in(Hardware.Builder::cpuFrequencyHz)
        .use(memory())
        .in(Hardware.Builder::memoryBytes)
        .use(cluster().list().ofMaxSize(3))
        .in(Hardware.Builder::coreClusters)
        .use(gpu().list().ofMaxSize(3))
        .in(Hardware.Builder::gpus)
        .use(Arbitraries.integers().between(1, 64))
        .withProbability(0.8)
        .in(Hardware.Builder::neuralEngineCores)
        .build(Hardware.Builder::build);
  }

  private static Arbitrary<ByteSize> memory() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.integers().between(1, 2048).map(ByteSize::ofGibibytes)),
        Tuple.of(2, Arbitraries.longs().between(1, 1L << 40).map(ByteSize::ofBytes)),
        Tuple.of(1, Arbitraries.just(ByteSize.ofBytes(Long.MAX_VALUE))));
  }

  static Arbitrary<CoreCluster> cluster() {
    return Builders.withBuilder(CoreCluster::builder)
        .use(Arbitraries.oneOf(Arbitraries.of("Super", "Standard"), Texts.anyText()))
        .in(CoreCluster.Builder::name)
        .use(Arbitraries.integers().between(0, 512))
        .in(CoreCluster.Builder::cores)
        .use(Arbitraries.integers().between(0, 1024))
        .withProbability(0.8)
        .in(CoreCluster.Builder::threads)
        .build(CoreCluster.Builder::build);
  }

  static Arbitrary<Gpu> gpu() {
    Arbitrary<Optional<ByteSize>> vram =
        Arbitraries.longs().between(0, 1L << 37).map(ByteSize::ofBytes).optional();
    return Builders.withBuilder(Gpu::builder)
        .use(Texts.anyText())
        .in(Gpu.Builder::model)
        .use(Arbitraries.integers().between(1, 128))
        .withProbability(0.8)
        .in(Gpu.Builder::cores)
        .use(vram)
        .in(Gpu.Builder::vramBytes)
        .use(Texts.anyText().optional())
        .in(Gpu.Builder::metal)
        .use(Texts.anyText().optional())
        .in(Gpu.Builder::vendor)
        .build(Gpu.Builder::build);
  }
}
