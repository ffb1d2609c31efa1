package org.leafinventory.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leafinventory.testkit.contract.Samples.NOON;
import static org.leafinventory.testkit.contract.Samples.STUDIO;
import static org.leafinventory.testkit.contract.Samples.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.store.InventoryStore;
import org.leafinventory.store.Snapshot;
import org.leafinventory.store.StoreException;
import org.leafinventory.testkit.arbitrary.Inventories;

/**
 * The contract of {@link InventoryStore}, to inherit by the test of an implementation.
 *
 * <pre>{@code
 * class MyStoreContractTest extends InventoryStoreContract {
 *
 *   @TempDir Path folder;
 *
 *   @Override
 *   protected InventoryStore open() {
 *     return new MyStore(folder);
 *   }
 * }
 * }</pre>
 */
public abstract class InventoryStoreContract {

  private static final int SAVES = 5;
  private static final int SAMPLES = 40;

  /** All that a host name may be, and what folders and keys made of it may trip over. */
  private static final List<String> NAMES =
      List.of(
          "a",
          "a-b",
          "a.b",
          "a_b",
          "a--b",
          "0",
          "latest",
          "latest.json",
          "events",
          "inventory",
          "con",
          "NUL",
          "hardware_20260124_120000",
          "hardware_20260124_120000.json",
          "a".repeat(63),
          "x.tmp",
          "mac.lock");

  /** For subclasses. */
  protected InventoryStoreContract() {}

  /**
   * The store under test. It is empty when a test begins; each further call in the same test opens
   * the same store, as another process would. Where that cannot be, such as in memory, it is the
   * same object.
   */
  protected abstract InventoryStore open();

  @Test
  void s1_what_was_saved_is_found_also_by_who_looked_before() {
    InventoryStore store = open();
    HardwareInventory inventory = studio(8, NOON);
    assertThat(store.latest(STUDIO)).as("s1: the latest before the first save").isEmpty();
    assertThat(store.history(STUDIO)).as("s1: the history before the first save").isEmpty();

    Snapshot snapshot = store.save(inventory);

    assertThat(store.load(snapshot)).as("s1: the snapshot, loaded").isEqualTo(inventory);
    assertThat(store.latest(STUDIO)).as("s1: the latest of its host").contains(inventory);
    assertThat(store.history(STUDIO)).as("s1: the history of its host").containsExactly(snapshot);
    assertThat(store.hosts()).as("s1: the hosts").containsExactly(STUDIO);
  }

  @Test
  void s2_another_instance_finds_it_too() {
    HardwareInventory inventory = studio(8, NOON);
    InventoryStore other = open();

    Snapshot snapshot = open().save(inventory);

    assertThat(other.history(STUDIO)).as("s2: the history elsewhere").containsExactly(snapshot);
    assertThat(other.load(snapshot)).as("s2: the snapshot elsewhere").isEqualTo(inventory);
    assertThat(open().latest(STUDIO)).as("s2: the latest elsewhere").contains(inventory);
  }

  @Test
  void s3_a_snapshot_names_host_and_time() {
    Snapshot snapshot = open().save(studio(8, NOON.plusMillis(500)));

    assertThat(snapshot.host()).as("s3: the host of the snapshot").isEqualTo(STUDIO);
    assertThat(snapshot.takenAt())
        .as("s3: the time of the snapshot, to the second")
        .isEqualTo(NOON);
    assertThat(snapshot.id()).as("s3: the id of the snapshot").isNotBlank();
  }

  @Test
  void s4_a_snapshot_never_changes() {
    InventoryStore store = open();
    HardwareInventory inventory = studio(8, NOON);
    Snapshot snapshot = store.save(inventory);

    store.save(studio(10, NOON));
    store.save(studio(12, NOON.plusSeconds(1)));
    store.save(studio(14, NOON.minusSeconds(1)));

    assertThat(store.load(snapshot)).as("s4: the snapshot after later saves").isEqualTo(inventory);
  }

  @Test
  void s5_the_history_goes_from_the_oldest_to_the_newest_in_whatever_order_they_came() {
    InventoryStore store = open();
    for (int second : List.of(3, 1, 4, 2)) {
      store.save(studio(8, NOON.plusSeconds(second)));
    }

    assertThat(store.history(STUDIO).stream().map(store::load))
        .as("s5: the history")
        .extracting(HardwareInventory::extractedAt)
        .containsExactly(
            NOON.plusSeconds(1), NOON.plusSeconds(2), NOON.plusSeconds(3), NOON.plusSeconds(4));
  }

  @Test
  void s6_an_older_inventory_does_not_become_the_latest() {
    InventoryStore store = open();
    HardwareInventory newest = studio(8, NOON.plusSeconds(2));

    store.save(newest);
    store.save(studio(10, NOON.plusSeconds(1)));

    assertThat(store.latest(STUDIO)).as("s6: the latest by time").contains(newest);
  }

  @Test
  void s7_two_of_the_same_second_are_both_kept_and_the_second_is_the_latest() {
    InventoryStore store = open();
    List<HardwareInventory> saved = Stream.of(8, 10, 12).map(cores -> studio(cores, NOON)).toList();

    List<Snapshot> snapshots = saved.stream().map(store::save).toList();

    assertThat(snapshots).as("s7: the snapshots").doesNotHaveDuplicates();
    assertThat(store.history(STUDIO)).as("s7: the history").isEqualTo(snapshots);
    assertThat(snapshots.stream().map(store::load)).as("s7: the inventories").isEqualTo(saved);
    assertThat(store.latest(STUDIO)).as("s7: the latest").contains(saved.get(2));
  }

  @Test
  void s8_saves_at_the_same_time_lose_nothing() {
    List<HardwareInventory> saved = new ArrayList<>();
    for (int cores = 1; cores <= Parallel.THREADS * SAVES; cores++) {
      saved.add(studio(cores, NOON.plusSeconds(cores % 2)));
    }

    Parallel.run(
        thread -> {
          InventoryStore store = open();
          return saved.subList(thread * SAVES, (thread + 1) * SAVES).stream()
              .map(store::save)
              .toList();
        });

    InventoryStore store = open();
    assertThat(store.history(STUDIO).stream().map(store::load))
        .as("s8: what %d threads saved", Parallel.THREADS)
        .containsExactlyInAnyOrderElementsOf(saved);
  }

  @Test
  void s9_hosts_are_sorted_by_name_and_each_is_there_once() {
    InventoryStore store = open();
    for (String name : List.of("zeta", "alpha", "mid", "alpha")) {
      store.save(Samples.of(HostName.of(name), 8, NOON));
    }

    assertThat(store.hosts())
        .as("s9: the hosts")
        .containsExactly(HostName.of("alpha"), HostName.of("mid"), HostName.of("zeta"));
  }

  @Test
  void s10_a_host_that_was_never_saved_has_nothing() {
    InventoryStore store = open();
    assertThat(store.hosts()).as("s10: the hosts of an empty store").isEmpty();

    store.save(studio(8, NOON));

    HostName unknown = HostName.of("unknown");
    assertThat(store.latest(unknown)).as("s10: the latest of an unknown host").isEmpty();
    assertThat(store.history(unknown)).as("s10: the history of an unknown host").isEmpty();
  }

  @Test
  void s11_a_snapshot_of_another_store_is_refused() {
    InventoryStore store = open();
    store.save(studio(8, NOON));
    Snapshot foreign = new Snapshot(STUDIO, NOON, "no-such-id", Optional.empty());
    Snapshot ofNobody = new Snapshot(HostName.of("nobody"), NOON, "no-such-id", Optional.empty());

    for (Snapshot snapshot : List.of(foreign, ofNobody)) {
      assertThatThrownBy(() -> store.load(snapshot))
          .as("s11: loading %s", snapshot)
          .isInstanceOf(StoreException.class);
    }
  }

  @Test
  void s12_every_host_name_has_a_place_of_its_own() {
    InventoryStore store = open();
    Map<HostName, HardwareInventory> saved = new LinkedHashMap<>();
    for (String name : NAMES) {
      HardwareInventory inventory = Samples.of(HostName.of(name), saved.size() + 1, NOON);
      saved.put(inventory.hostName(), inventory);
      store.save(inventory);
    }

    saved.forEach(
        (host, inventory) -> {
          assertThat(store.latest(host)).as("s12: the latest of %s", host).contains(inventory);
          assertThat(store.history(host)).as("s12: the history of %s", host).hasSize(1);
        });
    assertThat(store.hosts())
        .as("s12: the hosts")
        .containsExactlyInAnyOrderElementsOf(saved.keySet());
  }

  @Test
  void s13_any_inventory_comes_back_whole() {
    InventoryStore store = open();

    for (HardwareInventory inventory : Samples.of(Inventories.any(), SAMPLES)) {
      assertThat(store.load(store.save(inventory)))
          .as("s13: the inventory of %s, loaded", inventory.hostName())
          .isEqualTo(inventory);
    }
  }

  @Test
  void s14_an_answer_does_not_change_any_more() {
    InventoryStore store = open();
    store.save(studio(8, NOON));
    List<Snapshot> history = store.history(STUDIO);
    List<HostName> hosts = store.hosts();

    store.save(studio(8, NOON.plusSeconds(1)));
    store.save(Samples.of(HostName.of("mini"), 8, NOON));

    assertThat(history).as("s14: a history that was asked for before").hasSize(1);
    assertThat(hosts).as("s14: hosts that were asked for before").hasSize(1);
  }
}
