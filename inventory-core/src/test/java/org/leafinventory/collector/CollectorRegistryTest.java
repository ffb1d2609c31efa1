package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.CollectorProvider;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.service.InventoryService;

class CollectorRegistryTest {

  private static final HardwareInventory MAC =
      HardwareInventory.builder()
          .extractedAt(Instant.EPOCH)
          .systemInfo(
              SystemInfo.builder()
                  .hostname(HostName.of("told"))
                  .architecture(Architecture.ARM64)
                  .build())
          .hardware(Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(16)).build())
          .build();

  /** Offers a collector for {@code told:}. */
  public static final class ToldProvider implements CollectorProvider {

    /** For the service loader. */
    public ToldProvider() {}

    @Override
    public String scheme() {
      return "told";
    }

    @Override
    public Collector create() {
      return target -> MAC;
    }
  }

  /** Another one for the same scheme. */
  public static final class OtherToldProvider implements CollectorProvider {

    /** For the service loader. */
    public OtherToldProvider() {}

    @Override
    public String scheme() {
      return "told";
    }

    @Override
    public Collector create() {
      return target -> MAC;
    }
  }

  @Test
  void finds_the_collectors_of_this_module() {
    assertThat(CollectorRegistry.discover().schemes()).contains("local", "recording");
  }

  @Test
  void finds_a_collector_that_a_jar_on_the_class_path_registers(@TempDir Path jar)
      throws IOException {
    try (URLClassLoader loader = registering(jar, ToldProvider.class.getName())) {
      CollectorRegistry registry = discoverWith(loader);
      assertThat(registry.schemes()).containsExactly("local", "recording", "told");
      assertThat(registry.collect(Target.parse("told:me"))).isSameAs(MAC);
    }
  }

  @Test
  void the_service_asks_through_what_is_found(@TempDir Path jar) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = registering(jar, ToldProvider.class.getName())) {
      thread.setContextClassLoader(loader);
      assertThat(InventoryService.discover().extract(Target.parse("told:me")).inventory())
          .isSameAs(MAC);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void two_collectors_for_one_scheme_are_an_error_that_names_both_and_lists_all(@TempDir Path jar)
      throws IOException {
    try (URLClassLoader loader =
        registering(jar, ToldProvider.class.getName(), OtherToldProvider.class.getName())) {
      assertThatThrownBy(() -> discoverWith(loader))
          .isInstanceOf(CollectorDiscoveryException.class)
          .hasMessageStartingWith("two collectors for the scheme told: ")
          .hasMessageContaining(ToldProvider.class.getName() + " and ")
          .hasMessageContaining(OtherToldProvider.class.getName())
          .hasMessageContaining(LocalCollectorProvider.class.getName())
          .hasMessageEndingWith("give the service the collector that you mean");
    }
  }

  @Test
  void a_target_without_a_collector_fails_with_a_list_of_those_there_are() {
    CollectorRegistry registry =
        CollectorRegistry.of(List.of(new LocalCollectorProvider(), new ToldProvider()));
    assertThatThrownBy(() -> registry.collect(Target.parse("admin@10.1.1.10")))
        .isInstanceOfSatisfying(
            CollectionException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.UNSUPPORTED))
        .hasMessageContaining("no collector is registered for the scheme ssh")
        .hasMessageContaining(
            "found: local: from org.leafinventory.collector.LocalCollectorProvider, told: from ");
    assertThatThrownBy(() -> CollectorRegistry.empty().collect(Target.parse("local:")))
        .hasMessageContaining("(found: none)");
  }

  @Test
  void a_registration_that_cannot_be_loaded_is_an_error_that_names_it(@TempDir Path jar)
      throws IOException {
    try (URLClassLoader loader = registering(jar, "org.example.Gone")) {
      assertThatThrownBy(() -> discoverWith(loader))
          .isInstanceOf(CollectorDiscoveryException.class)
          .hasMessageContaining("org.example.Gone")
          .hasMessageContaining("META-INF/services/" + CollectorProvider.class.getName());
    }
  }

  @Test
  void a_provider_whose_scheme_is_none_is_an_error_that_names_it() {
    CollectorProvider shouting = provider("LOUD", new AtomicInteger());
    assertThatThrownBy(() -> CollectorRegistry.of(List.of(shouting)))
        .isInstanceOf(CollectorDiscoveryException.class)
        .hasMessageContaining(shouting.getClass().getName())
        .hasMessageContaining("lower-case");
  }

  @Test
  void a_collector_is_made_once_and_only_when_it_is_asked_for() {
    AtomicInteger made = new AtomicInteger();
    CollectorRegistry registry = CollectorRegistry.of(List.of(provider("told", made)));
    assertThat(made).hasValue(0);
    registry.collect(Target.parse("told:a"));
    registry.collect(Target.parse("told:b"));
    assertThat(made).hasValue(1);
  }

  @Test
  void a_collector_that_cannot_be_made_fails_its_own_targets_only() {
    CollectorProvider broken =
        new CollectorProvider() {
          @Override
          public String scheme() {
            return "broken";
          }

          @Override
          public Collector create() {
            throw new IllegalStateException("no driver");
          }
        };
    CollectorRegistry registry = CollectorRegistry.of(List.of(broken, new ToldProvider()));
    assertThatThrownBy(() -> registry.collect(Target.parse("broken:x")))
        .isInstanceOf(CollectionException.class)
        .hasMessageContaining("could not make its collector (IllegalStateException)")
        .hasRootCauseMessage("no driver");
    assertThat(registry.collect(Target.parse("told:x"))).isSameAs(MAC);
  }

  @Test
  void a_collector_that_is_given_takes_the_place_of_a_found_one() {
    HardwareInventory other = MAC.withExtractedAt(Instant.EPOCH.plusSeconds(1));
    CollectorRegistry registry =
        CollectorRegistry.of(List.of(new ToldProvider())).with("told", target -> other);
    assertThat(registry.collect(Target.parse("told:me"))).isSameAs(other);
    assertThatThrownBy(() -> registry.with("Told", target -> other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_way_begins_where_the_collector_of_its_scheme_says_and_asking_throws_nothing() {
    CollectorProvider broken =
        new CollectorProvider() {
          @Override
          public String scheme() {
            return "broken";
          }

          @Override
          public Collector create() {
            throw new IllegalStateException("no driver");
          }
        };
    CollectorRegistry registry =
        CollectorRegistry.of(List.of(broken))
            .with(
                "told",
                new Collector() {
                  @Override
                  public HardwareInventory collect(Target target) {
                    throw new AssertionError("nobody is to be asked");
                  }

                  @Override
                  public String entryPoint(Target target) {
                    return "gate of " + target.address();
                  }
                });
    InventoryService service = InventoryService.builder().collector(registry).build();

    assertThat(service.entryPoint(Target.parse("told:x"))).isEqualTo("gate of x");
    assertThat(service.entryPoint(Target.parse("broken:y"))).isEqualTo("y");
    assertThat(service.entryPoint(Target.parse("none:z"))).isEqualTo("z");
  }

  private static CollectorProvider provider(String scheme, AtomicInteger made) {
    return new CollectorProvider() {
      @Override
      public String scheme() {
        return scheme;
      }

      @Override
      public Collector create() {
        made.incrementAndGet();
        return target -> MAC;
      }
    };
  }

  private static CollectorRegistry discoverWith(ClassLoader loader) {
    return CollectorRegistry.of(ServiceLoader.load(CollectorProvider.class, loader));
  }

  private static URLClassLoader registering(Path jar, String... providers) throws IOException {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.write(services.resolve(CollectorProvider.class.getName()), List.of(providers));
    return new URLClassLoader(new URL[] {url(jar)}, CollectorRegistryTest.class.getClassLoader());
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }
}
