package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.IssueKind;
import org.leafinventory.testkit.mac.Fault;
import org.leafinventory.testkit.mac.SimulatedTools;

/** The machine it stands on, which here is a simulated Mac. */
class LocalCollectorTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-24T12:00:00Z"), ZoneOffset.UTC);
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final Path folder;

  LocalCollectorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<String> machines() {
    return SimulatedTools.machines();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void a_machine_tells_of_itself_what_it_tells_another(String machine) {
    SimulatedTools tools = SimulatedTools.of(machine);
    MacCollector another =
        MacCollector.builder()
            .transport(new LocalShell("/bin/sh", tools, folder.resolve("another")))
            .clock(CLOCK)
            .probeTimeout(LIMIT)
            .build();
    HardwareInventory own = on(tools).collect(Target.parse("local:"));
    assertThat(own).isEqualTo(another.collect(Target.ssh("mac.leaf.example")));
    assertThat(own.extractedAt()).isEqualTo(CLOCK.instant());
  }

  @Test
  void a_command_that_hangs_costs_its_section() {
    SimulatedTools tools =
        SimulatedTools.of("mac-mini-m4").withFault(Fault.hanging("csrutil", "status"));
    HardwareInventory inventory =
        on(tools).withProbeTimeout(Duration.ofSeconds(1)).collect(LocalTransport.TARGET);
    assertThat(inventory.issues())
        .extracting(issue -> issue.kind())
        .containsExactly(IssueKind.TIMED_OUT);
  }

  @Test
  void a_recording_is_kept_uninterpreted() {
    assertThat(on(SimulatedTools.of("mac-mini-m4")).record(LocalTransport.TARGET).probes())
        .hasSizeGreaterThan(20);
  }

  @Test
  void it_asks_no_other_machine() {
    CollectionException failure =
        catchThrowableOfType(
            CollectionException.class,
            () -> LocalCollector.withDefaults().collect(Target.ssh("mac.leaf.example")));
    assertThat(failure.kind()).isEqualTo(FailureKind.UNSUPPORTED);
  }

  @Test
  void a_limit_of_less_than_a_second_is_refused() {
    assertThatThrownBy(() -> LocalCollector.withDefaults().withProbeTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private LocalCollector on(SimulatedTools tools) {
    LocalTransport transport =
        LocalTransport.builder()
            .environment(Map.of("PATH", tools.installInto(folder.resolve("own"))))
            .build();
    return LocalCollector.over(transport).withClock(CLOCK).withProbeTimeout(LIMIT);
  }
}
