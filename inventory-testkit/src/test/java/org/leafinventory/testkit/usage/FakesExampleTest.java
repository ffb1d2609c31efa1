package org.leafinventory.testkit.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.testkit.assertion.LeafAssertions.assertThat;
import static org.leafinventory.testkit.assertion.LeafAssertions.assertThatCollectionFails;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.store.Snapshot;
import org.leafinventory.testkit.arbitrary.Macs;
import org.leafinventory.testkit.fake.CannedCollector;
import org.leafinventory.testkit.fake.InMemoryInventoryStore;
import org.leafinventory.testkit.fake.RecordedEvents;
import org.leafinventory.testkit.fake.SequentialIds;
import org.leafinventory.testkit.mac.MacLogin;
import org.leafinventory.testkit.mac.OpenSshClient;
import org.leafinventory.testkit.mac.SimulatedMac;
import org.leafinventory.testkit.time.MutableClock;

/** What the guide shows of fakes and assertions. */
class FakesExampleTest {

  private static final HardwareInventory STUDIO =
      Macs.bare().named("studio").withMemory(ByteSize.ofGibibytes(64)).withoutIssues().sample();

  @Test
  void a_collector_answers_as_it_was_told() {
    CannedCollector macs =
        CannedCollector.builder()
            .answers(Target.ssh("studio"), STUDIO)
            .fails(Target.ssh("mini"), FailureKind.CONNECT, "nobody answers", "wake it up")
            .build();

    assertThat(macs.collect(Target.ssh("studio"))).hasHostName("studio").hasNoIssues();
    assertThatCollectionFails(() -> macs.collect(Target.ssh("mini")))
        .hasKind(FailureKind.CONNECT)
        .hasAdviceContaining("wake it up");
    assertThat(macs.asked()).containsExactly(Target.ssh("studio"), Target.ssh("mini"));
  }

  @Test
  void a_store_keeps_what_it_is_given() {
    InMemoryInventoryStore store = new InMemoryInventoryStore();
    Snapshot snapshot = store.save(STUDIO);

    assertThat(store.load(snapshot)).tellsTheSameAs(STUDIO);
  }

  @Test
  void time_ids_and_events_are_the_tests() {
    MutableClock clock = MutableClock.at("2026-01-24T12:00:00Z");
    SequentialIds ids = new SequentialIds();
    RecordedEvents events = new RecordedEvents();

    clock.advance(Duration.ofMinutes(5));

    assertThat(clock.instant()).isEqualTo("2026-01-24T12:05:00Z");
    assertThat(ids.get()).hasToString("00000000-0000-0000-0000-000000000001");
    assertThat(events.types()).isEmpty();
  }

  @Test
  void a_simulated_mac_needs_no_junit(@TempDir Path folder) throws Exception {
    MacLogin login = MacLogin.in(folder);
    try (SimulatedMac mac = login.start(SimulatedMac.builder("mac-mini-m4").fault("slow"))) {
      OpenSshClient.run(login, mac.target(), "sysctl hw.memsize");

      assertThat(mac.execs()).isEqualTo(1);
      assertThat(mac.filesCreated()).isEmpty();
    }
  }
}
