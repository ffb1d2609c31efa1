package org.leafinventory.testkit.broken;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.store.InventoryStore;
import org.leafinventory.store.Snapshot;
import org.leafinventory.store.StoreException;
import org.leafinventory.testkit.contract.InventoryStoreContract;
import org.leafinventory.testkit.fake.InMemoryInventoryStore;

/** Each rule of the stores' contract catches a store that breaks it. */
class BrokenStoresTest {

  static Stream<Arguments> stores() {
    return Stream.of(
        Arguments.of("s1", RemembersWhatWasMissing.class),
        Arguments.of("s2", SeesNothingOfOthers.class),
        Arguments.of("s3", DatesSnapshotsWrongly.class),
        Arguments.of("s5", ListsAsSaved.class),
        Arguments.of("s6", TakesTheLastSavedForTheLatest.class),
        Arguments.of("s7", KeepsTheFirstOfASecondAsLatest.class),
        Arguments.of("s8", LosesWhatIsSavedMeanwhile.class),
        Arguments.of("s9", ListsHostsBackwards.class),
        Arguments.of("s10", NeedsAFirstSave.class),
        Arguments.of("s11", LoadsAnything.class),
        Arguments.of("s12", MixesNames.class),
        Arguments.of("s13", DropsIssues.class),
        Arguments.of("s14", AnswersWithAWindow.class));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void exactly_the_broken_rule_fails(String rule, Class<?> test) {
    Rules.assertBroken(test, rule);
  }

  @Test
  void a_snapshot_that_changes_is_also_one_that_is_lost() {
    Rules.assertBroken(ThinsOutOldSnapshots.class, "s4", "s8", "s13");
  }

  @Test
  void a_good_store_keeps_all() {
    Rules.assertKept(Good.class);
  }

  /** A store that does as another does, until a subclass does otherwise. */
  static class Delegate implements InventoryStore {

    final InventoryStore good;

    Delegate(InventoryStore good) {
      this.good = good;
    }

    @Override
    public Snapshot save(HardwareInventory inventory) {
      return good.save(inventory);
    }

    @Override
    public Optional<HardwareInventory> latest(HostName host) {
      return good.latest(host);
    }

    @Override
    public List<Snapshot> history(HostName host) {
      return good.history(host);
    }

    @Override
    public HardwareInventory load(Snapshot snapshot) {
      return good.load(snapshot);
    }

    @Override
    public List<HostName> hosts() {
      return good.hosts();
    }
  }

  static class Good extends InventoryStoreContract {

    final InventoryStore good = new InMemoryInventoryStore();

    @Override
    protected InventoryStore open() {
      return good;
    }
  }

  static class RemembersWhatWasMissing extends Good {
    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        private final Set<HostName> missing = new HashSet<>();

        @Override
        public Optional<HardwareInventory> latest(HostName host) {
          Optional<HardwareInventory> latest =
              missing.contains(host) ? Optional.empty() : super.latest(host);
          if (latest.isEmpty()) {
            missing.add(host);
          }
          return latest;
        }
      };
    }
  }

  static class SeesNothingOfOthers extends Good {
    @Override
    protected InventoryStore open() {
      Set<HostName> known = new HashSet<>(good.hosts());
      return new Delegate(good) {
        @Override
        public Snapshot save(HardwareInventory inventory) {
          known.add(inventory.hostName());
          return super.save(inventory);
        }

        @Override
        public List<Snapshot> history(HostName host) {
          return known.contains(host) ? super.history(host) : List.of();
        }
      };
    }
  }

  static class DatesSnapshotsWrongly extends Good {
    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        @Override
        public Snapshot save(HardwareInventory inventory) {
          return shifted(super.save(inventory), 1);
        }

        @Override
        public List<Snapshot> history(HostName host) {
          return super.history(host).stream().map(snapshot -> shifted(snapshot, 1)).toList();
        }

        @Override
        public HardwareInventory load(Snapshot snapshot) {
          return super.load(shifted(snapshot, -1));
        }

        private Snapshot shifted(Snapshot it, int seconds) {
          return new Snapshot(it.host(), it.takenAt().plusSeconds(seconds), it.id(), it.file());
        }
      };
    }
  }

  static class ThinsOutOldSnapshots extends Good {
    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        @Override
        public HardwareInventory load(Snapshot snapshot) {
          boolean old = super.history(snapshot.host()).size() > 3;
          HardwareInventory mac = super.load(snapshot);
          return old ? mac.withSystemInfo(mac.systemInfo().withComputerName("thin")) : mac;
        }
      };
    }
  }

  static class ListsAsSaved extends Good {
    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        private final List<Snapshot> saved = new ArrayList<>();

        @Override
        public synchronized Snapshot save(HardwareInventory inventory) {
          Snapshot snapshot = super.save(inventory);
          saved.add(snapshot);
          return snapshot;
        }

        @Override
        public synchronized List<Snapshot> history(HostName host) {
          Set<Snapshot> history =
              new LinkedHashSet<>(saved.stream().filter(it -> it.host().equals(host)).toList());
          history.addAll(super.history(host));
          return List.copyOf(history);
        }
      };
    }
  }

  static class TakesTheLastSavedForTheLatest extends Good {
    private HardwareInventory last;

    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        @Override
        public Snapshot save(HardwareInventory inventory) {
          last = inventory;
          return super.save(inventory);
        }

        @Override
        public Optional<HardwareInventory> latest(HostName host) {
          return super.latest(host).map(latest -> last.hostName().equals(host) ? last : latest);
        }
      };
    }
  }

  static class KeepsTheFirstOfASecondAsLatest extends Good {
    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        @Override
        public Optional<HardwareInventory> latest(HostName host) {
          return super.history(host).stream()
              .max(Comparator.comparing(Snapshot::takenAt).thenComparing(first()))
              .map(this::load);
        }

        private Comparator<Snapshot> first() {
          return Comparator.comparing(Snapshot::id).reversed();
        }
      };
    }
  }

  static class LosesWhatIsSavedMeanwhile extends Good {
    private volatile InventoryStore now = new InMemoryInventoryStore();

    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        @Override
        public Snapshot save(HardwareInventory inventory) {
          InventoryStore before = now;
          InventoryStore after = new InMemoryInventoryStore();
          for (HostName host : before.hosts()) {
            before.history(host).forEach(snapshot -> after.save(before.load(snapshot)));
          }
          Snapshot snapshot = after.save(inventory);
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
          now = after;
          return snapshot;
        }

        @Override
        public Optional<HardwareInventory> latest(HostName host) {
          return now.latest(host);
        }

        @Override
        public List<Snapshot> history(HostName host) {
          return now.history(host);
        }

        @Override
        public HardwareInventory load(Snapshot snapshot) {
          return now.load(snapshot);
        }

        @Override
        public List<HostName> hosts() {
          return now.hosts();
        }
      };
    }
  }

  static class ListsHostsBackwards extends Good {
    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        @Override
        public List<HostName> hosts() {
          return super.hosts().stream().sorted(Comparator.reverseOrder()).toList();
        }
      };
    }
  }

  static class NeedsAFirstSave extends Good {
    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        @Override
        public List<HostName> hosts() {
          if (super.hosts().isEmpty()) {
            throw new StoreException("no such folder", null);
          }
          return super.hosts();
        }
      };
    }
  }

  static class LoadsAnything extends Good {
    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        @Override
        public HardwareInventory load(Snapshot snapshot) {
          try {
            return super.load(snapshot);
          } catch (StoreException e) {
            return Subjects.mac(snapshot.host().value());
          }
        }
      };
    }
  }

  static class MixesNames extends Good {
    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        @Override
        public List<Snapshot> history(HostName host) {
          return super.hosts().stream()
              .filter(other -> key(other).equals(key(host)))
              .flatMap(other -> super.history(other).stream())
              .toList();
        }

        private String key(HostName host) {
          return host.value().replace('.', '_');
        }
      };
    }
  }

  static class DropsIssues extends Good {
    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        @Override
        public HardwareInventory load(Snapshot snapshot) {
          return super.load(snapshot).withIssues();
        }
      };
    }
  }

  static class AnswersWithAWindow extends Good {
    @Override
    protected InventoryStore open() {
      return new Delegate(good) {
        @Override
        public List<Snapshot> history(HostName host) {
          return new AbstractList<>() {
            @Override
            public Snapshot get(int index) {
              return good.history(host).get(index);
            }

            @Override
            public int size() {
              return good.history(host).size();
            }
          };
        }
      };
    }
  }
}
