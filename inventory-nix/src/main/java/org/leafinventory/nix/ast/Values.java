package org.leafinventory.nix.ast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java values as expressions. */
final class Values {

  private Values() {}

  static NixExpr toExpr(@Nullable Object value) {
    if (value == null) {
      return Nix.nothing();
    }
    if (value instanceof NixExpr expression) {
      return expression;
    }
    if (value instanceof CharSequence text) {
      return Nix.string(text);
    }
    if (value instanceof Boolean flag) {
      return new NixBoolean(flag);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Map<?, ?> map) {
      return set(map);
    }
    if (value instanceof Iterable<?> items) {
      return list(items);
    }
    if (value instanceof Object[] items) {
      return list(Arrays.asList(items));
    }
    throw unknown(value);
  }

  private static NixExpr number(Number number) {
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return new NixInteger(number.longValue());
    }
    if (number instanceof Float f) {
      // By way of the decimal text: 0.1f is meant as 0.1, not as 0.10000000149011612.
      return new NixFloat(Double.parseDouble(f.toString()));
    }
    if (number instanceof Double d) {
      return new NixFloat(d);
    }
    throw unknown(number);
  }

  private static NixSet set(Map<?, ?> map) {
    List<Binding> bindings = new ArrayList<>(map.size());
    map.forEach(
        (key, value) -> {
          if (!(key instanceof CharSequence name)) {
            throw new IllegalArgumentException("not an attribute name: " + key);
          }
          bindings.add(Nix.bind(name.toString(), value));
        });
    return new NixSet(false, bindings);
  }

  private static NixList list(Iterable<?> items) {
    List<Object> all = new ArrayList<>();
    items.forEach(all::add);
    return Nix.list(all.toArray());
  }

  private static IllegalArgumentException unknown(Object value) {
    return new IllegalArgumentException(
        "no Nix expression stands for a " + value.getClass().getName());
  }
}
