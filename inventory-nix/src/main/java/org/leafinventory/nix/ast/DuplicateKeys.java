package org.leafinventory.nix.ast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds attributes that one set defines twice. Entries with the same first name merge if each is a
 * longer path or a set literal, and then the same question arises one level below.
 */
final class DuplicateKeys {

  /** What a set defines under one name, {@code depth} steps into {@code keys}. */
  private record Entry(List<AttrKey> keys, int depth, Optional<NixExpr> value) {

    boolean endsHere() {
      return depth == keys.size() - 1;
    }

    /** The entries one level below, or empty if this one cannot be merged with another. */
    Optional<List<Entry>> below() {
      if (!endsHere()) {
        return Optional.of(List.of(new Entry(keys, depth + 1, value)));
      }
      return value
          .filter(NixSet.class::isInstance)
          .map(NixSet.class::cast)
          // Whether merged attributes see those of a `rec` depends on the order in Nix.
          .filter(set -> !set.recursive())
          .map(set -> entries(set.bindings()));
    }
  }

  private DuplicateKeys() {}

  static void refuse(List<Binding> bindings) {
    if (areDistinct(bindings)) {
      return;
    }
    Deque<List<Entry>> levels = new ArrayDeque<>();
    levels.push(entries(bindings));
    while (!levels.isEmpty()) {
      for (List<Entry> sameName : byName(levels.pop())) {
        if (sameName.size() > 1) {
          levels.push(merged(sameName));
        }
      }
    }
  }

  /** Whether no two entries begin with the same name: so it is in all but few sets. */
  private static boolean areDistinct(List<Binding> bindings) {
    Set<String> names = new HashSet<>();
    for (Binding binding : bindings) {
      if (binding instanceof Binding.Assign assign) {
        if (assign.path().keys().get(0) instanceof AttrKey.Name name && !names.add(name.value())) {
          return false;
        }
      } else if (binding instanceof Binding.Inherit inherit) {
        for (String name : inherit.names()) {
          if (!names.add(name)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static Iterable<List<Entry>> byName(List<Entry> entries) {
    Map<String, List<Entry>> result = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.keys().get(entry.depth()) instanceof AttrKey.Name name) {
        result.computeIfAbsent(name.value(), unused -> new ArrayList<>()).add(entry);
      }
    }
    return result.values();
  }

  private static List<Entry> merged(List<Entry> sameName) {
    List<Entry> result = new ArrayList<>();
    for (Entry entry : sameName) {
      result.addAll(entry.below().orElseThrow(() -> duplicate(entry)));
    }
    return result;
  }

  private static IllegalArgumentException duplicate(Entry entry) {
    String name = ((AttrKey.Name) entry.keys().get(entry.depth())).value();
    return new IllegalArgumentException("attribute defined twice: " + NixText.quote(name));
  }

  private static List<Entry> entries(List<Binding> bindings) {
    List<Entry> result = new ArrayList<>();
    for (Binding binding : bindings) {
      if (binding instanceof Binding.Assign assign) {
        result.add(new Entry(assign.path().keys(), 0, Optional.of(assign.value())));
      } else if (binding instanceof Binding.Inherit inherit) {
        for (String name : inherit.names()) {
          result.add(new Entry(List.of(new AttrKey.Name(name)), 0, Optional.empty()));
        }
      }
    }
    return result;
  }
}
