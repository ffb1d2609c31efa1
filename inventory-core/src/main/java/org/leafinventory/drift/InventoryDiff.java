package org.leafinventory.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.SystemProfiler;
import org.leafinventory.policy.Tuned;
import org.leafinventory.policy.TuningPolicy;

/**
 * What became different between two inventories, mostly of one machine at two times.
 *
 * <p>Elements of lists are matched by what identifies them: disks, volumes and network interfaces
 * by device, memory modules by slot, core clusters, displays, Thunderbolt buses, Thunderbolt and
 * USB devices by name, graphics by model, issues by section and kind, addresses by themselves. The
 * order in which a machine lists them never matters. Elements that share a key are numbered, {@code
 * usb[Hub]}, {@code usb[Hub #2]}, those that are equal on both sides first; elements without one
 * have only the number, {@code memory_modules[#1]}. A key that holds brackets, quotes, {@code #},
 * control characters or more than 120 characters stands in quotes, escaped and cut. So the paths of
 * one diff are all different.
 *
 * <p>An element, and an object such as {@code power.battery}, that is on one side only is one
 * change. An element whose key changes is one removed and one added.
 *
 * <p>Not compared: the raw sections of {@code system_profiler} (the model holds what matters of
 * them), {@code extracted_at} and {@code schema_version} (they are about the file), {@code
 * uptime_seconds} (it follows from {@code boot_time}), and {@code memory_gb} (it follows from
 * {@code memory_bytes}). Everything else of the JSON is: the table is at {@link ChangeClass}.
 *
 * <p>Immutable, compared by value, safe to share between threads. A pure function of the two
 * inventories, defined for any two; the time it takes grows with their size as sorting does.
 */
public final class InventoryDiff {

  private final HardwareInventory before;
  private final HardwareInventory after;
  private final List<Change> changes;

  private InventoryDiff(HardwareInventory before, HardwareInventory after, List<Change> changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  /** What is different in {@code after}, seen from {@code before}. */
  public static InventoryDiff between(HardwareInventory before, HardwareInventory after) {
    List<Change> changes = new ArrayList<>();
    InventoryShape.INVENTORY.compare("", compared(before), compared(after), changes::add);
    return new InventoryDiff(before, after, List.copyOf(changes));
  }

  private static JsonNode compared(HardwareInventory inventory) {
    return Unordered.copy(InventoryJson.toTree(inventory.withSystemProfiler(SystemProfiler.EMPTY)));
  }

  /** The earlier inventory. */
  public HardwareInventory before() {
    return before;
  }

  /** The later inventory. */
  public HardwareInventory after() {
    return after;
  }

  /**
   * Every change, in the order of the JSON, elements of a list by their key ({@code disk2} before
   * {@code disk10}). The other way round, the paths and their order are the same.
   */
  public List<Change> changes() {
    return changes;
  }

  /** The changes of one class, in the order of {@link #changes()}. */
  public List<Change> of(ChangeClass changeClass) {
    return changes.stream().filter(change -> change.changeClass() == changeClass).toList();
  }

  /** Whether nothing that is compared is different. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether {@code policy} tunes the later machine differently: the values, not their reasons. */
  public boolean changesTuning(TuningPolicy policy) {
    return !tuningChanges(policy).isEmpty();
  }

  /**
   * The values that {@code policy} decides differently for the later inventory, in the order of the
   * profile. A value that stays, for whatever reason, is not among them.
   */
  public List<TuningChange> tuningChanges(TuningPolicy policy) {
    Map<String, Tuned<?>> newValues = policy.decide(after).values();
    List<TuningChange> result = new ArrayList<>();
    policy
        .decide(before)
        .values()
        .forEach(
            (name, old) -> {
              // Both profiles are of one type, so both have the same names.
              Tuned<?> now = Objects.requireNonNull(newValues.get(name));
              if (!old.value().equals(now.value())) {
                result.add(new TuningChange(name, old, now));
              }
            });
    return List.copyOf(result);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InventoryDiff that
        && before.equals(that.before)
        && after.equals(that.after);
  }

  @Override
  public int hashCode() {
    return Objects.hash(before, after);
  }

  /** How many changes, and of which host; not the changes themselves, which may be many. */
  @Override
  public String toString() {
    String hosts =
        before.hostName().equals(after.hostName())
            ? after.hostName().value()
            : before.hostName() + " and " + after.hostName();
    String changed = changes.size() == 1 ? "1 change" : changes.size() + " changes";
    return "InventoryDiff of " + hosts + ": " + changed;
  }
}
