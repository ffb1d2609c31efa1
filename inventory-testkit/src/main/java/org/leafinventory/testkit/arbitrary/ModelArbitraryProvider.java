package org.leafinventory.testkit.arbitrary;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import org.leafinventory.collect.Target;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.model.Battery;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Display;
import org.leafinventory.model.Gpu;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;
import org.leafinventory.model.MemoryModule;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.Power;
import org.leafinventory.model.Security;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.model.SystemProfiler;
import org.leafinventory.model.ThunderboltBus;
import org.leafinventory.model.ThunderboltDevice;
import org.leafinventory.model.UsbDevice;
import org.leafinventory.model.Volume;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.TuningProfile;

/**
 * Makes {@code @ForAll HardwareInventory mac} work, and the same for every other type of the model,
 * for {@link Target}, {@link TuningProfile}, {@link Reason} and {@link InventoryEvent}.
 *
 * <p>jqwik finds it as a service as soon as the testkit is there; nobody needs to call it. {@code
 * Arbitraries.defaultFor(Disk.class)} gives the same arbitraries. Immutable and thread-safe.
 */
public final class ModelArbitraryProvider implements ArbitraryProvider {

  private static final Map<Class<?>, Supplier<Arbitrary<?>>> DEFAULTS =
      Map.ofEntries(
          Map.entry(HardwareInventory.class, Inventories::any),
          Map.entry(SystemInfo.class, Inventories::systemInfo),
          Map.entry(Hardware.class, Inventories::hardware),
          Map.entry(HostName.class, Inventories::hostNames),
          Map.entry(ByteSize.class, Storage::sizes),
          Map.entry(CoreCluster.class, Machines::cluster),
          Map.entry(Gpu.class, Machines::gpu),
          Map.entry(Disk.class, ModelArbitraryProvider::disks),
          Map.entry(Volume.class, Storage::volume),
          Map.entry(MemoryModule.class, Peripherals::memoryModule),
          Map.entry(NetworkInterface.class, Peripherals::networkInterface),
          Map.entry(Display.class, Peripherals::display),
          Map.entry(Power.class, Peripherals::power),
          Map.entry(Battery.class, Peripherals::battery),
          Map.entry(Security.class, Peripherals::security),
          Map.entry(ThunderboltBus.class, Peripherals::thunderboltBus),
          Map.entry(ThunderboltDevice.class, Peripherals::thunderboltDevice),
          Map.entry(UsbDevice.class, Peripherals::usbDevice),
          Map.entry(Issue.class, Peripherals::issue),
          Map.entry(SystemProfiler.class, Sections::sections),
          Map.entry(Target.class, Outcomes::targets),
          Map.entry(Reason.class, Outcomes::reasons),
          Map.entry(TuningProfile.class, Outcomes::tuningProfiles),
          Map.entry(EventType.class, Outcomes::eventTypes),
          Map.entry(InventoryEvent.class, Outcomes::events));

  /** The provider; it has nothing to set. */
  public ModelArbitraryProvider() {}

  @Override
  public boolean canProvideFor(TypeUsage targetType) {
    return DEFAULTS.containsKey(targetType.getRawType());
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
    return Set.of(Objects.requireNonNull(DEFAULTS.get(targetType.getRawType())).get());
  }

  private static Arbitrary<Disk> disks() {
    return Arbitraries.oneOf(Storage.builtIn(), Storage.external(), Storage.anyDisk());
  }
}
