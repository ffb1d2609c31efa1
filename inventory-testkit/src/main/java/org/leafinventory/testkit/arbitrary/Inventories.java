package org.leafinventory.testkit.arbitrary;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Tuple;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.model.Volume;

/**
 * Generated inventories and their parts, for property tests of policies, writers and stores.
 *
 * <p>Most are Macs as they are sold: 6 to 28 cores, 8 to 512 GiB, 256 GB to 8 TB, model, processor
 * and memory belonging together. Among them are those that break assumptions: no disks, external
 * and virtual ones, three kinds of cores, 128 memory modules, empty volumes, absent facts, a macOS
 * of the future, and names that no shell, JSON or Nix printer should be fed without care. All are
 * valid inventories and shrink to a small one.
 *
 * <p>A property need not name them: {@code @ForAll HardwareInventory mac} is {@link #any()}, and
 * each part of the model can be asked for in the same way. {@link Macs} pins facts. This class is
 * for whoever wants to choose or combine:
 *
 * <pre>{@code
 * @Property
 * void policy_is_total(@ForAll("inventories") HardwareInventory inventory) {
 *   assertThat(policy.decide(inventory)).isNotNull();
 * }
 *
 * @Provide
 * Arbitrary<HardwareInventory> inventories() {
 *   return Inventories.any();
 * }
 * }</pre>
 */
public final class Inventories {

  private Inventories() {}

  /**
   * Any inventory. Of ten, five are {@linkplain #fleet() everyday}, three are {@linkplain
   * #realistic() real Macs with anything around them}, and two are of a machine that no shop sells.
   * The edge cases are machines that broke programs before.
   */
  public static Arbitrary<HardwareInventory> any() {
    return Arbitraries.frequencyOf(
            Tuple.of(5, fleet()),
            Tuple.of(3, realistic()),
            Tuple.of(2, inventories(Machines.oddSystemInfo(), Machines.oddHardware())))
        .edgeCases(cases -> cases.add(Accidents.all()));
  }

  /** Macs as a fleet has them: what belongs together goes together, and names are everyday ones. */
  public static Arbitrary<HardwareInventory> fleet() {
    return fleet(Machines.kinds());
  }

  static Arbitrary<HardwareInventory> fleet(Arbitrary<MacKind> kinds) {
    return kinds.flatMap(Inventories::everyday).withoutEdgeCases();
  }

  private static Arbitrary<HardwareInventory> everyday(MacKind kind) {
    return Builders.withBuilder(HardwareInventory::builder)
        .use(Machines.systemInfo(kind))
        .in(HardwareInventory.Builder::systemInfo)
        .use(Fleet.hardware(kind))
        .in((builder, hardware) -> builder.hardware(hardware.get1()).memoryModules(hardware.get2()))
        .use(disks())
        .in(HardwareInventory.Builder::disks)
        .use(Fleet.mostly(Fleet.volumes()))
        .in(HardwareInventory.Builder::volumes)
        .use(Fleet.mostly(Fleet.networkInterfaces()))
        .in(HardwareInventory.Builder::networkInterfaces)
        .use(Fleet.mostly(Fleet.displays(kind)))
        .in(HardwareInventory.Builder::displays)
        .use(Fleet.power(kind).optional())
        .in(HardwareInventory.Builder::power)
        .use(Fleet.security().optional())
        .in(HardwareInventory.Builder::security)
        .use(Fleet.mostly(Fleet.thunderbolt()))
        .in(HardwareInventory.Builder::thunderbolt)
        .use(Fleet.usb())
        .in(HardwareInventory.Builder::usb)
        .use(Fleet.issues())
        .in(HardwareInventory.Builder::issues)
        .use(Machines.times())
        .in(HardwareInventory.Builder::extractedAt)
        .build(HardwareInventory.Builder::build);
  }

  /** Macs as they are sold, with any disks and peripherals. */
  public static Arbitrary<HardwareInventory> realistic() {
    return Machines.kinds()
        .flatMap(kind -> inventories(Machines.systemInfo(kind), Machines.hardware(kind)));
  }

  /** Which machine it is: of Macs as they are sold, and of others. */
  public static Arbitrary<SystemInfo> systemInfo() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Machines.kinds().flatMap(Machines::systemInfo)),
        Tuple.of(1, Machines.oddSystemInfo()));
  }

  /** Processor, memory and graphics: of Macs as they are sold, and of others. */
  public static Arbitrary<Hardware> hardware() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Machines.kinds().flatMap(Machines::hardware)),
        Tuple.of(1, Machines.oddHardware()));
  }

  /**
   * The disks of one machine: mostly a built-in one of 256 GB to 8 TB and up to three external
   * ones; also none, and any combination of internal, virtual and unknown, of 0 bytes to 8 EiB.
   */
  public static Arbitrary<List<Disk>> disks() {
    return Storage.disks();
  }

  /** The volumes of one machine: any names, sizes from 0 bytes on. */
  public static Arbitrary<List<Volume>> volumes() {
    return Storage.volumes();
  }

  /** Host names: everyday ones, and all that {@link HostName} takes, up to 63 characters. */
  public static Arbitrary<HostName> hostNames() {
    return Texts.hostNames();
  }

  /**
   * Any text that a machine may answer: plain ones, and quotes, line feeds, controls, escape
   * sequences, emoji, <code>${…}</code>, {@code ''}, alone and in a row. Well-formed Unicode,
   * without NUL.
   */
  public static Arbitrary<String> anyText() {
    return Texts.anyText();
  }

  /** As {@link #anyText()}, with a NUL in it. */
  public static Arbitrary<String> anyTextWithNul() {
    return Texts.anyTextWithNul();
  }

  private static Arbitrary<HardwareInventory> inventories(
      Arbitrary<SystemInfo> systemInfo, Arbitrary<Hardware> hardware) {
    return Builders.withBuilder(HardwareInventory::builder)
        .use(systemInfo)
        .in(HardwareInventory.Builder::systemInfo)
        .use(hardware)
        .in(HardwareInventory.Builder::hardware)
        .use(disks())
        .in(HardwareInventory.Builder::disks)
        .use(volumes())
        .in(HardwareInventory.Builder::volumes)
        .use(Peripherals.memoryModules())
        .in(HardwareInventory.Builder::memoryModules)
        .use(Peripherals.networkInterfaces())
        .in(HardwareInventory.Builder::networkInterfaces)
        .use(Peripherals.displays())
        .in(HardwareInventory.Builder::displays)
        .use(Peripherals.power().optional(0.8))
        .in(HardwareInventory.Builder::power)
        .use(Peripherals.security().optional(0.8))
        .in(HardwareInventory.Builder::security)
        .use(Peripherals.thunderbolt())
        .in(HardwareInventory.Builder::thunderbolt)
        .use(Peripherals.usb())
        .in(HardwareInventory.Builder::usb)
        .use(Peripherals.issues())
        .in(HardwareInventory.Builder::issues)
        .use(Sections.sections())
        .in(HardwareInventory.Builder::systemProfiler)
        .use(Machines.times())
        .in(HardwareInventory.Builder::extractedAt)
        .build(HardwareInventory.Builder::build)
        // Every part mixes in its own; all their combinations would crowd out everything else.
        .withoutEdgeCases();
  }
}
