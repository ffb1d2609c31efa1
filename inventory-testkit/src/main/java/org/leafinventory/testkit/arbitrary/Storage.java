package org.leafinventory.testkit.arbitrary;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Medium;
import org.leafinventory.model.Volume;

/** Disks and volumes. */
final class Storage {

  /** What Macs are sold with, from 256 GB to 8 TB: a little more than the label says. */
  static final List<Long> SOLD =
      List.of(
          251_000_193_024L,
          500_277_792_768L,
          494_384_795_648L,
          1_000_555_581_440L,
          2_001_111_162_880L,
          4_001_292_685_312L,
          8_001_563_222_016L);

  private Storage() {}

  static Arbitrary<List<Disk>> disks() {
    Arbitrary<List<Disk>> usual =
        Combinators.combine(builtIn(), external().list().ofMaxSize(3))
            .as((first, others) -> concat(first, others));
    return Arbitraries.frequencyOf(
        Tuple.of(8, usual),
        Tuple.of(1, Arbitraries.just(List.<Disk>of())),
        Tuple.of(3, anyDisk().list().ofMaxSize(8)));
  }

  private static List<Disk> concat(Disk first, List<Disk> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  static Arbitrary<Disk> builtIn() {
    return Arbitraries.of(SOLD).map(bytes -> builtIn(ByteSize.ofBytes(bytes)));
  }

  static Disk builtIn(ByteSize size) {
    return Disk.builder()
        .device("disk0")
        .size(size)
        .content("GUID_partition_scheme")
        .internal(true)
        .protocol("Apple Fabric")
        .model("APPLE SSD AP1024Z")
        .medium(Medium.SSD)
        .removable(false)
        .virtual(false)
        .smartStatus("Verified")
        .serialNumber("0BA0180E4045C5E3")
        .firmwareVersion("561.100.")
        .trimEnabled(true)
        .build();
  }

  static Arbitrary<Disk> external() {
    return Combinators.combine(devices(), sizes(), Texts.anyText())
        .as(
            (device, size, model) ->
                Disk.builder()
                    .device(device)
                    .size(size)
                    .internal(false)
                    .protocol("USB")
                    .model(model)
                    .medium(Medium.HDD)
                    .removable(true)
                    .build());
  }

  /** Any combination of facts: unknown whether internal, virtual, nameless, empty, enormous. */
  static Arbitrary<Disk> anyDisk() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Builders.withBuilder(Disk::builder)
        .use(Arbitraries.oneOf(devices(), Texts.anyText()))
        .in(Disk.Builder::device)
        .use(sizes())
        .in(Disk.Builder::size)
        .use(Texts.anyText().optional())
        .in(Disk.Builder::content)
        .use(flag.optional(0.8))
        .in(Disk.Builder::internal)
        .use(Texts.anyText().optional())
        .in(Disk.Builder::protocol)
        .use(Texts.anyText().optional())
        .in(Disk.Builder::model)
        .use(Arbitraries.of(Medium.class).optional())
        .in(Disk.Builder::medium)
        .use(flag.optional(0.5))
        .in(Disk.Builder::removable)
        .use(Arbitraries.of(false, false, true).optional(0.5))
        .in(Disk.Builder::virtual)
        .use(Texts.anyText().optional())
        .in(Disk.Builder::smartStatus)
        .use(Texts.anyText().optional(0.3))
        .in(Disk.Builder::serialNumber)
        .use(Texts.anyText().optional(0.3))
        .in(Disk.Builder::firmwareVersion)
        .use(flag.optional(0.3))
        .in(Disk.Builder::trimEnabled)
        .build(Disk.Builder::build);
  }

  static Arbitrary<List<Volume>> volumes() {
    return volume().list().ofMaxSize(4);
  }

  static Arbitrary<Volume> volume() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Builders.withBuilder(Volume::builder)
        .use(devices().map(device -> device + "s1"))
        .in(Volume.Builder::device)
        .use(Texts.anyText().optional())
        .in(Volume.Builder::name)
        .use(Texts.anyText().map(name -> "/Volumes/" + name).optional(0.8))
        .in(Volume.Builder::mountPoint)
        .use(Arbitraries.of("APFS", "HFS+", "ExFAT").optional())
        .in(Volume.Builder::fileSystem)
        .use(sizes().optional())
        .in(Volume.Builder::size)
        .use(sizes().optional())
        .in(Volume.Builder::free)
        .use(flag.optional(0.7))
        .in(Volume.Builder::encrypted)
        .use(flag.optional(0.7))
        .in(Volume.Builder::filevault)
        .use(flag.optional(0.5))
        .in(Volume.Builder::locked)
        .use(flag.optional(0.7))
        .in(Volume.Builder::writable)
        .use(Arbitraries.of("System", "Data", "Preboot", "Recovery", "VM").list().ofMaxSize(2))
        .in(Volume.Builder::roles)
        .use(devices().optional(0.7))
        .in(Volume.Builder::container)
        .use(sizes().optional(0.7))
        .in(Volume.Builder::used)
        .use(Arbitraries.just("6B66F471-BAD0-40FF-BC86-D2EBEC4EDB06").optional(0.7))
        .in(Volume.Builder::uuid)
        .build(Volume.Builder::build);
  }

  private static Arbitrary<String> devices() {
    return Arbitraries.integers().between(1, 20).map(number -> "disk" + number);
  }

  static Arbitrary<ByteSize> sizes() {
    return Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.of(SOLD)),
            Tuple.of(4, Arbitraries.longs().between(0, 10_000_000_000_000L)),
            Tuple.of(1, Arbitraries.of(0L, Long.MAX_VALUE)))
        .map(ByteSize::ofBytes);
  }
}
