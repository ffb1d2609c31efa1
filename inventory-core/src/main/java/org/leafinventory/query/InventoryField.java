package org.leafinventory.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Printable;

/** A fact by which inventories are sorted, and which a projection shows. */
public enum InventoryField {
  /** The host name; text. */
  HOST,
  /** The name of the model, or its identifier where it has no name; text. */
  MODEL,
  /** The processor; text. */
  CPU,
  /** Physical cores; a number. */
  CORES,
  /** Main memory; a {@code ByteSize}. */
  MEMORY,
  /** Own storage; a {@code ByteSize}. */
  STORAGE,
  /** The version of macOS; a {@link MacosVersion}. */
  MACOS,
  /** The architecture. */
  ARCHITECTURE,
  /** When the machine was last asked. */
  ASKED_AT,
  /** How many issues there are; a number. */
  ISSUES;

  /**
   * The field of this name, such as {@code asked_at}.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that there are
   */
  public static InventoryField named(String name) {
    return Arrays.stream(values())
        .filter(field -> field.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Printable.quote(name)
                        + " is none of "
                        + Arrays.stream(values())
                            .map(InventoryField::toString)
                            .collect(Collectors.joining(", "))));
  }

  /** The value of this field; empty where it is not known. Values of one field are of one type. */
  public Optional<? extends Comparable<?>> of(HardwareInventory inventory) {
    return switch (this) {
      case HOST -> Optional.of(inventory.hostName());
      case MODEL -> inventory.systemInfo().modelName().or(inventory.systemInfo()::model);
      case CPU -> inventory.hardware().cpuType();
      case CORES -> Optional.of(inventory.hardware().cpuCores());
      case MEMORY -> Optional.of(inventory.hardware().memoryBytes());
      case STORAGE -> Optional.of(inventory.internalStorage());
      case MACOS -> inventory.systemInfo().macosVersion().map(MacosVersion::of);
      case ARCHITECTURE -> Optional.of(inventory.systemInfo().architecture());
      case ASKED_AT -> Optional.of(inventory.extractedAt());
      case ISSUES -> Optional.of(inventory.issues().size());
    };
  }

  /** The least value first. Where it is not known comes last, in either direction. */
  Comparator<HardwareInventory> order(boolean descending) {
    return (one, other) -> {
      Optional<? extends Comparable<?>> left = of(one);
      Optional<? extends Comparable<?>> right = of(other);
      if (left.isEmpty() || right.isEmpty()) {
        return Boolean.compare(left.isEmpty(), right.isEmpty());
      }
      int order = compare(left.get(), right.get());
      return descending ? -order : order;
    };
  }

  /** The name in lower case: {@code asked_at}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Values of one field are of one type. */
  private static <T extends Comparable<T>> int compare(Comparable<?> one, Comparable<?> other) {
    @SuppressWarnings("unchecked")
    T left = (T) one;
    @SuppressWarnings("unchecked")
    T right = (T) other;
    return Integer.signum(left.compareTo(right));
  }
}
