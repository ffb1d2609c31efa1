package org.leafinventory.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;

/** What jqwik tells of a failing property fits on a screen. */
class ShrinkingTest {

  private static final AtomicReference<HardwareInventory> SMALLEST = new AtomicReference<>();

  @Test
  void a_failing_property_ends_at_a_mac_with_nothing_but_the_cause() {
    EngineTestKit.engine("jqwik")
        .selectors(selectClass(Wrong.class))
        .configurationParameter("jqwik.database", "target/jqwik-wrong-database")
        .execute()
        .testEvents()
        .assertStatistics(tests -> tests.started(1).failed(1));

    HardwareInventory mac = Objects.requireNonNull(SMALLEST.get());
    assertThat(mac.disks()).hasSizeLessThanOrEqualTo(2).anyMatch(Wrong::isExternal);
    assertThat(mac.memoryModules()).hasSizeLessThanOrEqualTo(2);
    assertThat(mac.usb()).isEmpty();
    assertThat(mac.issues()).isEmpty();
    assertThat(InventoryJson.write(mac).lines()).hasSizeLessThan(110);
  }

  @Test
  void the_report_leaves_out_what_is_absent() {
    HardwareInventory mac = Accidents.bare();

    assertThat(new InventoryReport().report(mac))
        .hasToString(
            "{system_info={hostname=mac, architecture=arm64},"
                + " hardware={cpu_cores=8, memory_gb=16, memory_bytes=17179869184},"
                + " disks=[], network_interfaces=[], extracted_at=2026-01-24T12:00:00Z}");
    assertThat(new InventoryReport().appliesTo(mac)).isTrue();
    assertThat(new InventoryReport().appliesTo(List.of(mac))).isFalse();
  }

  static class Wrong {

    @Property(tries = 2000, seed = "42")
    @AddLifecycleHook(Remember.class)
    void no_mac_has_an_external_disk(@ForAll HardwareInventory mac) {
      assertThat(mac.disks()).noneMatch(Wrong::isExternal);
    }

    private static boolean isExternal(Disk disk) {
      return disk.protocol().equals(Optional.of("USB"));
    }
  }

  static class Remember implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      PropertyExecutionResult result = property.execute();
      result
          .falsifiedParameters()
          .ifPresent(parameters -> SMALLEST.set((HardwareInventory) parameters.get(0)));
      return result;
    }
  }
}
