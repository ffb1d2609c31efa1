package org.leafinventory.testkit.arbitrary;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.leafinventory.model.Battery;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Display;
import org.leafinventory.model.InterfaceType;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.MemoryModule;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.Power;
import org.leafinventory.model.Security;
import org.leafinventory.model.ThunderboltBus;
import org.leafinventory.model.ThunderboltDevice;
import org.leafinventory.model.UsbDevice;

/** What is plugged in, and how the machine is powered and protected. */
final class Peripherals {

  private static final Arbitrary<String> TEXT = Texts.anyText();
  private static final Arbitrary<Boolean> FLAG = Arbitraries.of(true, false);

  private Peripherals() {}

  /** Up to four modules, now and then the 128 that nobody has seen yet. */
  static Arbitrary<List<MemoryModule>> memoryModules() {
    return Arbitraries.frequencyOf(
        Tuple.of(29, memoryModule().list().ofMaxSize(4)),
        Tuple.of(1, memoryModule().list().ofSize(128)));
  }

  static Arbitrary<MemoryModule> memoryModule() {
    return Builders.withBuilder(MemoryModule::builder)
        .use(Arbitraries.integers().between(0, 127).map(number -> "BANK " + number).optional())
        .in(MemoryModule.Builder::slot)
        .use(Arbitraries.of(0, 8, 16, 64).map(ByteSize::ofGibibytes).optional())
        .in(MemoryModule.Builder::size)
        .use(Arbitraries.of("LPDDR5", "DDR4").optional())
        .in(MemoryModule.Builder::type)
        .use(Arbitraries.of("2667 MHz", "2933 MHz").optional())
        .in(MemoryModule.Builder::speed)
        .use(TEXT.optional())
        .in(MemoryModule.Builder::manufacturer)
        .use(TEXT.optional(0.3))
        .in(MemoryModule.Builder::partNumber)
        .use(TEXT.optional(0.3))
        .in(MemoryModule.Builder::serialNumber)
        .build(MemoryModule.Builder::build);
  }

  static Arbitrary<List<NetworkInterface>> networkInterfaces() {
    return networkInterface().list().ofMaxSize(4);
  }

  static Arbitrary<NetworkInterface> networkInterface() {
    return Builders.withBuilder(NetworkInterface::builder)
        .use(TEXT.optional())
        .in(NetworkInterface.Builder::port)
        .use(Arbitraries.integers().between(0, 30).map(number -> "en" + number))
        .in(NetworkInterface.Builder::device)
        .use(Arbitraries.of("a4:83:e7:00:00:01", "00:00:00:00:00:00").optional())
        .in(NetworkInterface.Builder::macAddress)
        .use(Arbitraries.of("10.1.1.10", "192.0.2.7", "fe80::1", "2001:db8::1").list().ofMaxSize(3))
        .in(NetworkInterface.Builder::addresses)
        .use(FLAG.optional())
        .in(NetworkInterface.Builder::active)
        .use(Arbitraries.of(100, 1000, 10_000))
        .withProbability(0.7)
        .in(NetworkInterface.Builder::linkSpeedMbps)
        .use(Arbitraries.of(1500, 9000, 16_000))
        .withProbability(0.7)
        .in(NetworkInterface.Builder::mtu)
        .use(Arbitraries.of(InterfaceType.class).optional())
        .in(NetworkInterface.Builder::type)
        .use(FLAG.optional())
        .in(NetworkInterface.Builder::defaultRoute)
        .build(NetworkInterface.Builder::build);
  }

  static Arbitrary<List<Display>> displays() {
    return display().list().ofMaxSize(3);
  }

  static Arbitrary<Display> display() {
    return Builders.withBuilder(Display::builder)
        .use(Arbitraries.oneOf(Arbitraries.of("Color LCD", "Studio Display"), TEXT))
        .in(Display.Builder::name)
        .use(Arbitraries.integers().between(1, 8192))
        .withProbability(0.8)
        .in(Display.Builder::widthPixels)
        .use(Arbitraries.integers().between(1, 8192))
        .withProbability(0.8)
        .in(Display.Builder::heightPixels)
        .use(Arbitraries.of(60.0, 59.95, 120.0, 0.1))
        .withProbability(0.8)
        .in(Display.Builder::refreshRateHz)
        .use(FLAG.optional())
        .in(Display.Builder::builtIn)
        .use(FLAG.optional())
        .in(Display.Builder::main)
        .use(Arbitraries.of("0x610", "0x10ac").optional())
        .in(Display.Builder::vendorId)
        .use(Arbitraries.of("0xae3a", "0xa0a2").optional())
        .in(Display.Builder::productId)
        .use(TEXT.optional(0.3))
        .in(Display.Builder::serialNumber)
        .build(Display.Builder::build);
  }

  static Arbitrary<Power> power() {
    return Builders.withBuilder(Power::builder)
        .use(FLAG.optional())
        .in(Power.Builder::acConnected)
        .use(battery().optional(0.5))
        .in(Power.Builder::battery)
        .use(FLAG.optional(0.3))
        .in(Power.Builder::upsInstalled)
        .use(Arbitraries.of(30, 96, 140))
        .withProbability(0.3)
        .in(Power.Builder::chargerWatts)
        .build(Power.Builder::build);
  }

  static Arbitrary<Battery> battery() {
    Arbitrary<Integer> percent = Arbitraries.integers().between(0, 100);
    return Builders.withBuilder(Battery::builder)
        .use(percent)
        .withProbability(0.9)
        .in(Battery.Builder::chargePercent)
        .use(FLAG.optional())
        .in(Battery.Builder::charging)
        .use(Arbitraries.integers().between(0, 3000))
        .withProbability(0.9)
        .in(Battery.Builder::cycleCount)
        .use(Arbitraries.of("Good", "Normal", "Service Recommended").optional())
        .in(Battery.Builder::condition)
        .use(percent)
        .withProbability(0.5)
        .in(Battery.Builder::maximumCapacityPercent)
        .use(FLAG.optional())
        .in(Battery.Builder::fullyCharged)
        .use(TEXT.optional(0.3))
        .in(Battery.Builder::serialNumber)
        .build(Battery.Builder::build);
  }

  static Arbitrary<Security> security() {
    return Builders.withBuilder(Security::builder)
        .use(FLAG.optional())
        .in(Security.Builder::sipEnabled)
        .use(FLAG.optional())
        .in(Security.Builder::filevaultEnabled)
        .use(FLAG.optional())
        .in(Security.Builder::activationLockEnabled)
        .use(TEXT.optional(0.5))
        .in(Security.Builder::secureBoot)
        .use(Arbitraries.just("Apple T2 Security Chip").optional(0.2))
        .in(Security.Builder::securityChip)
        .use(FLAG.optional())
        .in(Security.Builder::mdmEnrolled)
        .use(FLAG.optional(0.3))
        .in(Security.Builder::mdmUserApproved)
        .use(FLAG.optional())
        .in(Security.Builder::automatedEnrollment)
        .use(FLAG.optional())
        .in(Security.Builder::gatekeeperEnabled)
        .build(Security.Builder::build);
  }

  static Arbitrary<List<ThunderboltBus>> thunderbolt() {
    return thunderboltBus().list().ofMaxSize(3);
  }

  static Arbitrary<ThunderboltDevice> thunderboltDevice() {
    return Builders.withBuilder(ThunderboltDevice::builder)
        .use(TEXT)
        .in(ThunderboltDevice.Builder::name)
        .use(TEXT.optional())
        .in(ThunderboltDevice.Builder::vendor)
        .use(Arbitraries.of("40 Gb/s", "80 Gb/s").optional())
        .in(ThunderboltDevice.Builder::speed)
        .use(Arbitraries.of("usb_four", "thunderbolt_three").optional())
        .in(ThunderboltDevice.Builder::mode)
        .build(ThunderboltDevice.Builder::build);
  }

  static Arbitrary<ThunderboltBus> thunderboltBus() {
    return Builders.withBuilder(ThunderboltBus::builder)
        .use(Arbitraries.integers().between(0, 5).map(number -> "thunderboltusb4_bus_" + number))
        .in(ThunderboltBus.Builder::name)
        .use(Arbitraries.of("Up to 40 Gb/s", "Up to 120 Gb/s").optional())
        .in(ThunderboltBus.Builder::speed)
        .use(thunderboltDevice().list().ofMaxSize(2))
        .in(ThunderboltBus.Builder::devices)
        .build(ThunderboltBus.Builder::build);
  }

  static Arbitrary<List<UsbDevice>> usb() {
    return usbDevice().list().ofMaxSize(3);
  }

  static Arbitrary<UsbDevice> usbDevice() {
    return Builders.withBuilder(UsbDevice::builder)
        .use(TEXT)
        .in(UsbDevice.Builder::name)
        .use(TEXT.optional())
        .in(UsbDevice.Builder::vendor)
        .use(Arbitraries.of("0x05ac", "0x046d").optional())
        .in(UsbDevice.Builder::vendorId)
        .use(Arbitraries.of("0x8104", "0xc52b").optional())
        .in(UsbDevice.Builder::productId)
        .use(Arbitraries.of("Up to 480 Mb/s", "Up to 10 Gb/s").optional())
        .in(UsbDevice.Builder::speed)
        .use(TEXT.optional(0.3))
        .in(UsbDevice.Builder::serialNumber)
        .use(FLAG.optional())
        .in(UsbDevice.Builder::builtIn)
        .build(UsbDevice.Builder::build);
  }

  static Arbitrary<List<Issue>> issues() {
    return issue().list().ofMaxSize(3);
  }

  static Arbitrary<Issue> issue() {
    return Combinators.combine(
            Arbitraries.of("disks", "displays", "security"), Arbitraries.of(IssueKind.class), TEXT)
        .as(Issue::of);
  }
}
