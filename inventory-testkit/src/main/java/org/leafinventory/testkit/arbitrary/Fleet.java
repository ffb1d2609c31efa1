package org.leafinventory.testkit.arbitrary;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.leafinventory.model.Battery;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Display;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.MemoryModule;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.Power;
import org.leafinventory.model.Security;
import org.leafinventory.model.ThunderboltBus;
import org.leafinventory.model.ThunderboltDevice;
import org.leafinventory.model.UsbDevice;
import org.leafinventory.model.Volume;

/** What is around and inside a Mac that somebody works with: everyday names and numbers. */
final class Fleet {

  private static final Arbitrary<Boolean> MOSTLY = Arbitraries.of(true, true, true, false);

  private Fleet() {}

  /** Nearly always there; what a counterexample does not need shrinks away. */
  static <T> Arbitrary<List<T>> mostly(Arbitrary<List<T>> part) {
    return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(List.<T>of())), Tuple.of(24, part));
  }

  /** The hardware with the memory modules that go with it. */
  static Arbitrary<Tuple2<Hardware, List<MemoryModule>>> hardware(MacKind kind) {
    return Combinators.combine(
            Machines.hardware(kind), Arbitraries.frequency(Tuple.of(1, false), Tuple.of(24, true)))
        .as(
            (hardware, told) ->
                Tuple.of(
                    hardware,
                    told ? memoryModules(kind, hardware.memoryBytes()) : List.<MemoryModule>of()));
  }

  /** System and data in one container, which is why both have its size. */
  static Arbitrary<List<Volume>> volumes() {
    return Combinators.combine(
            Arbitraries.of(Storage.SOLD), Arbitraries.integers().between(0, 95), MOSTLY)
        .as(
            (container, used, encrypted) ->
                Stream.of("Macintosh HD", "Data")
                    .map(name -> volume(name, container, container / 100 * (100 - used), encrypted))
                    .toList());
  }

  private static Volume volume(String name, long container, long free, boolean encrypted) {
    boolean system = !name.equals("Data");
    return Volume.builder()
        .device(system ? "disk3s1s1" : "disk3s5")
        .name(name)
        .mountPoint(system ? "/" : "/System/Volumes/Data")
        .fileSystem("APFS")
        .size(ByteSize.ofBytes(container))
        .free(ByteSize.ofBytes(free))
        .encrypted(encrypted)
        .build();
  }

  /** Apple silicon tells of one module without a slot, Intel of two that are half as large. */
  private static List<MemoryModule> memoryModules(MacKind kind, ByteSize memory) {
    if (kind.isAppleSilicon()) {
      return List.of(
          MemoryModule.builder().size(memory).type("LPDDR5").manufacturer("Hynix").build());
    }
    return IntStream.range(0, 2)
        .mapToObj(
            bank ->
                MemoryModule.builder()
                    .slot("BANK " + 2 * bank + "/Channel" + (char) ('A' + bank) + "-DIMM0")
                    .size(ByteSize.ofBytes(memory.bytes() / 2))
                    .type("DDR4")
                    .speed("2667 MHz")
                    .manufacturer("Micron")
                    .build())
        .toList();
  }

  static Arbitrary<List<NetworkInterface>> networkInterfaces() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 0xFFFF), Arbitraries.of(100, 1000, 10_000), MOSTLY)
        .as(
            (number, speed, wired) ->
                List.of(
                    port("Ethernet", "en0", number, wired).withLinkSpeedMbps(speed),
                    port("Wi-Fi", "en1", number, !wired)));
  }

  private static NetworkInterface port(String port, String device, int number, boolean active) {
    NetworkInterface.Builder builder =
        NetworkInterface.builder()
            .port(port)
            .device(device)
            .macAddress(
                String.format(
                    "a4:83:e7:%s:%02x:%02x",
                    device.equals("en0") ? "00" : "01", number >> 8, number & 0xFF))
            .active(active)
            .mtu(1500);
    return active
        ? builder.addAddresses("10.20." + (number >> 8) + "." + (number & 0xFF)).build()
        : builder.build();
  }

  static Arbitrary<List<Display>> displays(MacKind kind) {
    Arbitrary<List<Display>> attached =
        Arbitraries.of(
                Display.builder().name("DELL U2723QE").widthPixels(3840).heightPixels(2160),
                Display.builder().name("Studio Display").widthPixels(5120).heightPixels(2880))
            .map(display -> display.refreshRateHz(60).build())
            .list()
            .ofMaxSize(2);
    return kind.isLaptop()
        ? attached.map(others -> Stream.concat(Stream.of(builtIn()), others.stream()).toList())
        : attached;
  }

  private static Display builtIn() {
    return Display.builder()
        .name("Color LCD")
        .widthPixels(3024)
        .heightPixels(1964)
        .refreshRateHz(120)
        .builtIn(true)
        .main(true)
        .build();
  }

  static Arbitrary<Power> power(MacKind kind) {
    Power mains = Power.builder().acConnected(true).upsInstalled(false).build();
    return kind.isLaptop()
        ? Combinators.combine(
                Arbitraries.integers().between(1, 100),
                Arbitraries.integers().between(0, 1000),
                MOSTLY)
            .as(
                (charge, cycles, plugged) ->
                    Power.builder().acConnected(plugged).battery(battery(charge, cycles)).build())
        : Arbitraries.just(mains);
  }

  private static Battery battery(int charge, int cycles) {
    return Battery.builder()
        .chargePercent(charge)
        .charging(false)
        .cycleCount(cycles)
        .condition("Normal")
        .maximumCapacityPercent(100 - cycles / 50)
        .build();
  }

  static Arbitrary<Security> security() {
    return Combinators.combine(MOSTLY, MOSTLY)
        .as(
            (sip, fileVault) ->
                Security.builder()
                    .sipEnabled(sip)
                    .filevaultEnabled(fileVault)
                    .activationLockEnabled(false)
                    .build());
  }

  static Arbitrary<List<ThunderboltBus>> thunderbolt() {
    ThunderboltDevice dock =
        ThunderboltDevice.builder().name("TS4").vendor("CalDigit, Inc.").build();
    return Arbitraries.of(dock)
        .list()
        .ofMaxSize(1)
        .map(
            devices ->
                List.of(
                    ThunderboltBus.builder()
                        .name("thunderboltusb4_bus_0")
                        .speed("Up to 40 Gb/s")
                        .devices(devices)
                        .build()));
  }

  static Arbitrary<List<UsbDevice>> usb() {
    return Arbitraries.of(
            UsbDevice.builder().name("Magic Keyboard").vendor("Apple Inc.").vendorId("0x05ac"),
            UsbDevice.builder().name("USB Receiver").vendor("Logitech").vendorId("0x046d"),
            UsbDevice.builder().name("YubiKey OTP+FIDO+CCID").vendor("Yubico"))
        .map(UsbDevice.Builder::build)
        .list()
        .ofMaxSize(2);
  }

  /** A Mac in ten has one. */
  static Arbitrary<List<Issue>> issues() {
    Arbitrary<List<Issue>> one =
        Arbitraries.of(
                Issue.of("displays", IssueKind.TIMED_OUT, "SPDisplaysDataType did not end in 20 s"),
                Issue.of("network_interfaces", IssueKind.MISSING_TOOL, "networksetup: not found"))
            .map(List::of);
    return Arbitraries.frequencyOf(
        Tuple.of(9, Arbitraries.just(List.<Issue>of())), Tuple.of(1, one));
  }
}
