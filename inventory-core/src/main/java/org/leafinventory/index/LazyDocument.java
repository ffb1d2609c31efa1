package org.leafinventory.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The document of a host as a tree that is read where it is looked at, and that notes where that
 * was. Not thread-safe.
 */
final class LazyDocument {

  /** Reads the raw sections. */
  @FunctionalInterface
  interface RawSections {
    @Nullable JsonNode read() throws IOException;
  }

  private final Group group;
  private final int row;
  private final Reads reads;
  private final RawSections raw;

  LazyDocument(Group group, int row, Reads reads, RawSections raw) {
    this.group = group;
    this.row = row;
    this.reads = reads;
    this.raw = raw;
  }

  JsonNode root() {
    return object(this::section, () -> Keys.list(value(Column.SHAPE), 0));
  }

  private @Nullable JsonNode section(String name) {
    if (name.equals(Column.RAW_SECTION)) {
      return Keys.list(value(Column.SHAPE), 0).contains(name) ? rawSections() : null;
    }
    Column column = Column.ofSection(name);
    Value whole = value(column);
    if (!whole.isAbsent() && whole.bytes()[0] == Column.OBJECT) {
      return object(
          key -> key.isEmpty() ? null : parse(value(new Column(name, key))),
          () -> Keys.list(value(column), 1));
    }
    return parse(whole);
  }

  private @Nullable JsonNode rawSections() {
    reads.addForeign();
    try {
      return raw.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Value value(Column column) {
    Value value = group.value(column, row);
    reads.add(column, value);
    return value;
  }

  private static @Nullable JsonNode parse(Value value) {
    try {
      return value.isAbsent() ? null : Keys.parse(value.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("an index holds what a parser has read", e);
    }
  }

  private static ObjectNode object(
      Function<String, @Nullable JsonNode> value, Supplier<List<String>> keys) {
    return new ObjectNode(JsonNodeFactory.instance, new Members(value, keys));
  }

  /** The members of an object; whatever Jackson asks of it goes through these methods. */
  private static final class Members extends AbstractMap<String, JsonNode> {

    private final Function<String, @Nullable JsonNode> value;
    private final Supplier<List<String>> keys;
    private final Map<String, JsonNode> known = new HashMap<>();

    Members(Function<String, @Nullable JsonNode> value, Supplier<List<String>> keys) {
      this.value = value;
      this.keys = keys;
    }

    @Override
    public @Nullable JsonNode get(@Nullable Object key) {
      if (!(key instanceof String name)) {
        return null;
      }
      JsonNode found = known.get(name);
      if (found == null) {
        found = value.apply(name);
        if (found != null) {
          known.put(name, found);
        }
      }
      return found;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return key != null && keys.get().contains(key);
    }

    @Override
    public int size() {
      return keys.get().size();
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
      Map<String, JsonNode> all = new LinkedHashMap<>();
      for (String key : keys.get()) {
        JsonNode member = get(key);
        if (member != null) {
          all.put(key, member);
        }
      }
      return all.entrySet();
    }
  }
}
