package org.leafinventory.drift;

import java.util.Optional;
import org.leafinventory.model.Printable;

/**
 * One difference between two inventories. Immutable.
 *
 * <p>The path is made of JSON keys; an element of a list stands in brackets by what identifies it,
 * never by its position: {@code hardware.memory_bytes}, {@code disks[disk0].size}, {@code
 * usb[Keyboard #2].speed}. A path is one line of bounded length per step and safe to print: see
 * {@link InventoryDiff}.
 *
 * <p>The values are for people: {@code 1.0 TB (1000555581440 bytes)}, {@code 64 GiB (68719476736
 * bytes)}, {@code yes}. What a machine answered stands in them unescaped; {@link Printable#line}
 * makes it fit for a terminal, as {@link #toString()} does.
 *
 * @param path where
 * @param changeClass what sort of fact it is
 * @param before what the earlier inventory says; empty if it says nothing
 * @param after what the later inventory says; empty if it says nothing
 */
public record Change(
    String path, ChangeClass changeClass, Optional<String> before, Optional<String> after) {

  /**
   * Checks that there is a change.
   *
   * @throws IllegalArgumentException if {@code before} and {@code after} are the same
   */
  public Change {
    if (before.equals(after)) {
      throw new IllegalArgumentException("nothing changed at " + Printable.quote(path));
    }
  }

  /** Whether the fact was added, removed, or changed. */
  public ChangeKind kind() {
    if (before.isEmpty()) {
      return ChangeKind.ADDED;
    }
    return after.isEmpty() ? ChangeKind.REMOVED : ChangeKind.CHANGED;
  }

  Change inClass(ChangeClass other) {
    return new Change(path, other, before, after);
  }

  /**
   * One line for people: {@code hardware.cpu_cores: 8 -> 10}, {@code usb[Hub] added: name Hub},
   * {@code usb[Hub] removed: name Hub}.
   */
  @Override
  public String toString() {
    String from = before.map(Printable::line).orElse("");
    String to = after.map(Printable::line).orElse("");
    return switch (kind()) {
      case ADDED -> path + " added: " + to;
      case REMOVED -> path + " removed: " + from;
      case CHANGED -> path + ": " + from + " -> " + to;
    };
  }
}
