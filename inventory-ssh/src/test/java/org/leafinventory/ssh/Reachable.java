package org.leafinventory.ssh;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts that can be reached from an object: strings, and arrays of characters and of bytes.
 * Fields are followed as far as the platform lets; collections, optionals and exceptions by what
 * they hand out.
 */
final class Reachable {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private final Set<String> texts = new TreeSet<>();

  private Reachable() {}

  static Set<String> textsFrom(Object... roots) {
    Reachable search = new Reachable();
    for (Object root : roots) {
      search.add(root);
    }
    while (!search.open.isEmpty()) {
      search.visit(search.open.pop());
    }
    return search.texts;
  }

  private void add(@Nullable Object object) {
    if (object != null && !(object instanceof Class<?>) && seen.add(object)) {
      open.push(object);
    }
  }

  private void visit(Object object) {
    if (object instanceof CharSequence text) {
      texts.add(text.toString());
    } else if (object instanceof char[] chars) {
      texts.add(new String(chars));
    } else if (object instanceof byte[] bytes) {
      texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
    } else if (object.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(object); i++) {
        add(Array.get(object, i));
      }
    } else if (object instanceof Iterable<?> many && !(object instanceof java.nio.file.Path)) {
      many.forEach(this::add);
    } else if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            add(key);
            add(value);
          });
    } else if (object instanceof Optional<?> maybe) {
      maybe.ifPresent(this::add);
    } else {
      visitOther(object);
    }
  }

  private void visitOther(Object object) {
    if (object instanceof Throwable thrown) {
      add(thrown.getMessage());
      add(thrown.getLocalizedMessage());
      add(thrown.getCause());
      List.of(thrown.getSuppressed()).forEach(this::add);
    }
    if (!(object instanceof Thread)) {
      texts.add(String.valueOf(object));
    }
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
          follow(object, field);
        }
      }
    }
  }

  private void follow(Object object, Field field) {
    try {
      field.setAccessible(true);
      add(field.get(object));
    } catch (InaccessibleObjectException | IllegalAccessException platform) {
      // What the platform hides was looked at by its text.
    }
  }
}
