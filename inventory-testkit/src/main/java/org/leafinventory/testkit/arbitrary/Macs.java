package org.leafinventory.testkit.arbitrary;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;

/**
 * Generated Macs of which a test pins what matters to it; everything else stays any.
 *
 * <pre>{@code
 * Macs builders =
 *     Macs.any()
 *         .withCores(8)
 *         .withMemory(ByteSize.ofGibibytes(64))
 *         .withInternalStorage(Arbitraries.of(ByteSize.ofGigabytes(500), ByteSize.ofGigabytes(1000)))
 *         .onMacos("15.*");
 * }</pre>
 *
 * <p>It is an {@link Arbitrary}: use it in a {@code @Provide} method, or {@code map} and {@code
 * filter} it. What is pinned stays when a counterexample shrinks. Immutable: every method gives
 * another one; of two that pin the same, the later counts.
 */
public final class Macs extends ArbitraryDecorator<HardwareInventory> {

  private final Arbitrary<HardwareInventory> macs;

  private Macs(Arbitrary<HardwareInventory> macs) {
    this.macs = macs;
  }

  /** All of them, the odd and the hostile among them: {@link Inventories#any()}. */
  public static Macs any() {
    return new Macs(Inventories.any());
  }

  /** Macs as a fleet has them: {@link Inventories#fleet()}. */
  public static Macs everyday() {
    return new Macs(Inventories.fleet());
  }

  /** Everyday Macs with Apple's processors. */
  public static Macs appleSilicon() {
    return new Macs(Inventories.fleet(Machines.kinds().filter(MacKind::isAppleSilicon)));
  }

  /** Everyday Macs with Intel's processors. */
  public static Macs intel() {
    return new Macs(Inventories.fleet(Machines.kinds().filter(kind -> !kind.isAppleSilicon())));
  }

  /** One Mac that tells nothing but host name, architecture, 8 cores and 16 GiB: no disks. */
  public static Macs bare() {
    return new Macs(Arbitraries.just(Accidents.bare()));
  }

  /**
   * With this number of physical cores. Threads and kinds of cores, where there are any, go with
   * it.
   *
   * @param cores 1 or more
   * @throws IllegalArgumentException if there are fewer
   */
  public Macs withCores(int cores) {
    if (cores < 1) {
      throw new IllegalArgumentException("a Mac has at least one core: " + cores);
    }
    return withCores(Arbitraries.just(cores));
  }

  /** With one of these numbers of physical cores, each 1 or more. */
  public Macs withCores(Arbitrary<Integer> cores) {
    return with(cores, (mac, count) -> mac.withHardware(resized(mac.hardware(), count)));
  }

  /**
   * With this much main memory.
   *
   * @throws IllegalArgumentException if it is nothing
   */
  public Macs withMemory(ByteSize memory) {
    if (memory.equals(ByteSize.ZERO)) {
      throw new IllegalArgumentException("a Mac has some memory");
    }
    return withMemory(Arbitraries.just(memory));
  }

  /** With one of these sizes of main memory, each more than nothing. */
  public Macs withMemory(Arbitrary<ByteSize> memory) {
    return with(
        memory,
        (mac, size) ->
            mac.withHardware(Hardware.builder().from(mac.hardware()).memoryBytes(size).build()));
  }

  /**
   * With this much storage of its own: {@link HardwareInventory#internalStorage()} is this size.
   * External and virtual disks stay as they are.
   */
  public Macs withInternalStorage(ByteSize storage) {
    return withInternalStorage(Arbitraries.just(storage));
  }

  /** With one of these sizes of storage of its own. */
  public Macs withInternalStorage(Arbitrary<ByteSize> storage) {
    return with(storage, Macs::restored);
  }

  /** Without any disk. */
  public Macs withoutDisks() {
    return withDisks();
  }

  /** With these disks and no others. */
  public Macs withDisks(Disk... disks) {
    List<Disk> pinned = List.of(disks);
    return with(mac -> mac.withDisks(pinned));
  }

  /**
   * With this macOS: {@code 15.6.1} is that version, {@code 15.*} or {@code 15.6.*} any that begins
   * so. Build and kernel go with it.
   *
   * @throws IllegalArgumentException if {@code version} is neither
   */
  public Macs onMacos(String version) {
    return with(
        MacosRelease.matching(version),
        (mac, release) -> mac.withSystemInfo(release.on(mac.systemInfo())));
  }

  /**
   * With this host name.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Macs named(String hostName) {
    return named(Arbitraries.just(HostName.of(hostName)));
  }

  /** With one of these host names. */
  public Macs named(Arbitrary<HostName> hostNames) {
    return with(hostNames, (mac, name) -> mac.withSystemInfo(mac.systemInfo().withHostname(name)));
  }

  /** With this model identifier, such as {@code Mac14,14}. */
  public Macs ofModel(String model) {
    return with(mac -> mac.withSystemInfo(mac.systemInfo().withModel(model)));
  }

  /** Asked at this time. */
  public Macs extractedAt(Instant time) {
    return with(mac -> mac.withExtractedAt(time));
  }

  /** With these issues and no others. */
  public Macs withIssues(Issue... issues) {
    List<Issue> pinned = List.of(issues);
    return with(mac -> mac.withIssues(pinned));
  }

  /** Without issues: everything could be read. */
  public Macs withoutIssues() {
    return withIssues();
  }

  /** Changed in any other way, with the withers of the model. */
  public Macs with(UnaryOperator<HardwareInventory> change) {
    return new Macs(macs.map(change));
  }

  /** Changed by a generated value, such as any display or any volume. */
  public <T> Macs with(
      Arbitrary<T> values, BiFunction<HardwareInventory, T, HardwareInventory> change) {
    return new Macs(Combinators.combine(macs, values).as(change::apply));
  }

  @Override
  protected Arbitrary<HardwareInventory> arbitrary() {
    return macs;
  }

  private static HardwareInventory restored(HardwareInventory mac, ByteSize storage) {
    Stream<Disk> others =
        mac.disks().stream()
            .filter(disk -> !disk.countsAsStorage() && !disk.device().equals("disk0"));
    Stream<Disk> own =
        storage.equals(ByteSize.ZERO) ? Stream.empty() : Stream.of(Storage.builtIn(storage));
    return mac.withDisks(Stream.concat(own, others).toList());
  }

  private static Hardware resized(Hardware hardware, int cores) {
    Hardware.Builder resized =
        Hardware.builder()
            .from(hardware)
            .cpuCores(cores)
            .coreClusters(shared(hardware.coreClusters(), cores));
    hardware
        .cpuThreads()
        .ifPresent(
            threads -> resized.cpuThreads(threads > hardware.cpuCores() ? 2 * cores : cores));
    return resized.build();
  }

  /** The same kinds of cores, of which the first has what the others leave. */
  private static List<CoreCluster> shared(List<CoreCluster> clusters, int cores) {
    int each = clusters.isEmpty() ? 0 : cores / clusters.size();
    int first = cores - each * (clusters.size() - 1);
    return Stream.iterate(0, level -> level < clusters.size(), level -> level + 1)
        .map(level -> sized(clusters.get(level), level == 0 ? first : each))
        .toList();
  }

  private static CoreCluster sized(CoreCluster cluster, int cores) {
    CoreCluster.Builder sized = CoreCluster.builder().from(cluster).cores(cores);
    return cluster.threads().isPresent() ? sized.threads(cores).build() : sized.build();
  }
}
