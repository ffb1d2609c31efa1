package org.leafinventory.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.providers.TypeUsage;
import org.leafinventory.collect.Target;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Volume;
import org.leafinventory.policy.TuningProfile;

/** A parameter's type is enough. */
class ModelArbitraryProviderTest {

  @Property(tries = 200)
  void an_inventory_needs_no_provider_method(@ForAll HardwareInventory mac) {
    assertThat(InventoryJson.read(InventoryJson.write(mac), "test")).isEqualTo(mac);
  }

  @Property(tries = 50)
  void parts_need_none_either(@ForAll Disk disk, @ForAll Volume volume) {
    assertThat(disk.withSize(disk.size())).isEqualTo(disk);
    assertThat(volume.device()).startsWith("disk");
  }

  @Property(tries = 50)
  void targets_read_back(@ForAll Target target) {
    assertThat(Target.parse(target.toString())).isEqualTo(target);
  }

  @Property(tries = 50)
  void profiles_are_within_their_ranges(@ForAll TuningProfile profile) {
    assertThat(profile.values()).hasSize(9);
    assertThat(profile.memoryPressurePercent().value()).isBetween(1, 100);
  }

  @Property(tries = 100)
  void events_survive_their_file_format(@ForAll InventoryEvent event) {
    assertThat(EventJson.read(EventJson.write(event), "test")).isEqualTo(event);
  }

  @Example
  void every_type_that_an_inventory_is_made_of_is_provided() {
    Set<Class<?>> parts = new HashSet<>();
    collect(HardwareInventory.class, parts);

    Set<String> lacking = new TreeSet<>();
    for (Class<?> part : parts) {
      if (!part.isEnum() && !new ModelArbitraryProvider().canProvideFor(TypeUsage.of(part))) {
        lacking.add(part.getSimpleName());
      }
      assertThat(Arbitraries.defaultFor(part).generator(10)).isNotNull();
    }
    assertThat(lacking).isEmpty();
    assertThat(parts).hasSizeGreaterThan(20);
  }

  @Example
  void other_types_are_left_to_others() {
    assertThat(new ModelArbitraryProvider().canProvideFor(TypeUsage.of(Object.class))).isFalse();
    assertThat(new ModelArbitraryProvider().canProvideFor(TypeUsage.of(String.class))).isFalse();
  }

  private static void collect(Type type, Set<Class<?>> parts) {
    if (type instanceof ParameterizedType generic) {
      Stream.of(generic.getActualTypeArguments()).forEach(part -> collect(part, parts));
    } else if (type instanceof Class<?> part
        && part.getPackageName().equals(HardwareInventory.class.getPackageName())
        && parts.add(part)) {
      for (Method method : part.getDeclaredMethods()) {
        boolean fact =
            method.getParameterCount() == 0
                && Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers());
        if (fact && !part.isEnum()) {
          collect(method.getGenericReturnType(), parts);
        }
      }
    }
  }
}
