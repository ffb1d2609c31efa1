package org.leafinventory.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.leafinventory.model.HardwareInventory;

/**
 * A question about a fleet: which hosts, in which order, how many of them.
 *
 * <pre>{@code
 * InventoryQuery.all()
 *     .where(memoryAtLeast(ByteSize.ofGibibytes(32)).and(macos(VersionRange.parse(">=14,<16"))))
 *     .sortedBy(InventoryField.MEMORY, Direction.DESCENDING)
 *     .limit(10)
 *     .over(inventories);
 * }</pre>
 *
 * <p>Immutable and thread-safe, a pure function of the inventories. Without a sort, inventories
 * come in the order they have and are not collected: a stream of any length takes constant memory.
 */
public final class InventoryQuery {

  private final Condition condition;
  private final List<Sort> sorts;
  private final OptionalLong limit;

  private InventoryQuery(Condition condition, List<Sort> sorts, OptionalLong limit) {
    this.condition = condition;
    this.sorts = sorts;
    this.limit = limit;
  }

  /** Which end of the values comes first. */
  public enum Direction {
    /** The least value first. */
    ASCENDING,
    /** The greatest value first. */
    DESCENDING
  }

  /** All inventories as they come. */
  public static InventoryQuery all() {
    return new InventoryQuery(Conditions.any(), List.of(), OptionalLong.empty());
  }

  /** Those that meet {@code further} as well. */
  public InventoryQuery where(Condition further) {
    return new InventoryQuery(condition.and(further), sorts, limit);
  }

  /** Sorted by {@code field}; by this one where the fields before it are equal. */
  public InventoryQuery sortedBy(InventoryField field, Direction direction) {
    List<Sort> longer = new ArrayList<>(sorts);
    longer.add(new Sort(field, direction));
    return new InventoryQuery(condition, List.copyOf(longer), limit);
  }

  /**
   * The first {@code most} of them, instead of any limit before.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public InventoryQuery limit(long most) {
    if (most < 0) {
      throw new IllegalArgumentException("a limit cannot be negative: " + most);
    }
    return new InventoryQuery(condition, sorts, OptionalLong.of(most));
  }

  /** What an inventory has to meet. */
  public Condition condition() {
    return condition;
  }

  /** How inventories are sorted; empty if they come as they are. */
  public Optional<Comparator<HardwareInventory>> order() {
    return sorts.stream().map(Sort::order).reduce(Comparator::thenComparing);
  }

  /** At most how many there are; empty without a limit. */
  public OptionalLong limit() {
    return limit;
  }

  /** The inventories among {@code inventories} that are asked for; equals keep their order. */
  public Stream<HardwareInventory> over(Stream<HardwareInventory> inventories) {
    Stream<HardwareInventory> found = inventories.filter(condition);
    Optional<Comparator<HardwareInventory>> order = order();
    if (order.isPresent()) {
      found = found.sorted(order.get());
    }
    return limit.isPresent() ? found.limit(limit.getAsLong()) : found;
  }

  /** The {@code fields} of the inventories asked for; a field that is not known is left out. */
  public Stream<Map<InventoryField, Object>> select(
      Stream<HardwareInventory> inventories, List<InventoryField> fields) {
    return over(inventories).map(inventory -> values(inventory, fields));
  }

  private static Map<InventoryField, Object> values(
      HardwareInventory inventory, List<InventoryField> fields) {
    Map<InventoryField, Object> values = new LinkedHashMap<>();
    fields.forEach(field -> field.of(inventory).ifPresent(value -> values.put(field, value)));
    return values;
  }

  private record Sort(InventoryField field, Direction direction) {

    Comparator<HardwareInventory> order() {
      return field.order(direction == Direction.DESCENDING);
    }
  }
}
