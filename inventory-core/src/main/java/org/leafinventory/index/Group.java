package org.leafinventory.index;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leafinventory.model.HardwareInventory;

/**
 * Some hosts in the order of their names, column by column. Columns are read when they are asked
 * for. Not thread-safe.
 */
final class Group {

  /** Reads a part of the columns. */
  @FunctionalInterface
  interface Source {
    byte[] read(int offset, int length) throws IOException;
  }

  private final Source source;
  private final Entries entries;
  private final byte[][] briefs;
  private final @Nullable HardwareInventory[] decoded;
  private final Map<Column, Place> places = new LinkedHashMap<>();
  private final Map<Column, Cells> loaded = new LinkedHashMap<>();

  /**
   * The group that {@code header} tells of.
   *
   * @throws DamagedIndexException if it is no header
   */
  Group(byte[] header, Source source) {
    this.source = source;
    ByteBuffer in = ByteBuffer.wrap(header);
    try {
      entries = new Entries(in, size(in));
      briefs = table(in);
      for (int n = size(in); n > 0; n--) {
        places.put(
            new Column(text(in), text(in)), new Place(in.getInt(), in.getInt(), in.getInt()));
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new DamagedIndexException(e);
    }
    decoded = new HardwareInventory[briefs.length];
  }

  static Group of(GroupBuilder.Blob blob) {
    return new Group(
        blob.header(),
        (offset, length) -> {
          int from = blob.headerLength() + offset;
          return Arrays.copyOfRange(blob.bytes(), from, from + length);
        });
  }

  int size() {
    return entries.size();
  }

  Entries entries() {
    return entries;
  }

  Collection<Column> columns() {
    return List.copyOf(places.keySet());
  }

  byte[] briefBytes(int row) {
    return briefs[entries.brief(row) - 1];
  }

  /** The brief of this row's kind, without name and time; {@code known} are those of others. */
  HardwareInventory brief(int row, Map<Value, HardwareInventory> known) {
    int number = entries.brief(row) - 1;
    HardwareInventory brief = decoded[number];
    if (brief == null) {
      brief =
          known.computeIfAbsent(
              new Value(briefs[number]), it -> Briefs.read(ByteBuffer.wrap(it.bytes())));
      decoded[number] = brief;
    }
    return brief;
  }

  /** What stands in this column for this row. */
  Value value(Column column, int row) {
    Cells cells = loaded.get(column);
    if (cells == null) {
      Place place = places.get(column);
      cells = place == null ? Cells.NONE : load(place);
      loaded.put(column, cells);
    }
    return cells.value(row);
  }

  /** Lets go of the columns that were read. */
  void forget() {
    loaded.clear();
  }

  /** How many bytes each number takes where {@code most} is the largest. */
  static int width(int most) {
    return most < 1 << Byte.SIZE ? 1 : most < 1 << Short.SIZE ? 2 : 4;
  }

  private Cells load(Place place) {
    byte[] bytes;
    try {
      bytes = source.read(place.offset, place.length);
    } catch (IOException e) {
      throw new DamagedIndexException(e);
    }
    if (GroupBuilder.crc(bytes) != place.crc) {
      throw new DamagedIndexException(null);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int filled = in.getInt();
    int[] rows = new int[filled < entries.size() ? filled : 0];
    in.asIntBuffer().get(rows);
    in.position(in.position() + rows.length * Integer.BYTES);
    byte[][] table = table(in);
    Value[] values = new Value[table.length];
    for (int n = 0; n < table.length; n++) {
      values[n] = new Value(table[n]);
    }
    int[] numbers = new int[values.length > 1 ? filled : 0];
    int width = width(values.length);
    for (int n = 0; n < numbers.length; n++) {
      numbers[n] =
          switch (width) {
            case 1 -> in.get() & 0xff;
            case 2 -> in.getShort() & 0xffff;
            default -> in.getInt();
          };
    }
    return new Cells(filled == entries.size(), rows, numbers, values);
  }

  private static byte[][] table(ByteBuffer in) {
    int[] ends = new int[size(in)];
    for (int n = 0; n < ends.length; n++) {
      ends[n] = in.getInt();
    }
    byte[][] table = new byte[ends.length][];
    int start = 0;
    for (int n = 0; n < ends.length; n++) {
      table[n] = new byte[ends[n] - start];
      in.get(table[n]);
      start = ends[n];
    }
    return table;
  }

  /** A text that begins with its length. */
  static String text(ByteBuffer in) {
    byte[] bytes = new byte[size(in)];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int size(ByteBuffer in) {
    int size = in.getInt();
    if (size < 0 || size > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return size;
  }

  /** Where a column is, counted from the end of the header. */
  private record Place(int offset, int length, int crc) {}

  /** A column: a value for each row, or for some. */
  private static final class Cells {

    static final Cells NONE = new Cells(false, new int[0], new int[0], new Value[0]);

    private final boolean full;
    private final int[] rows;
    private final int[] numbers;
    private final Value[] values;

    Cells(boolean full, int[] rows, int[] numbers, Value[] values) {
      this.full = full;
      this.rows = rows;
      this.numbers = numbers;
      this.values = values;
    }

    Value value(int row) {
      int cell = full ? row : Arrays.binarySearch(rows, row);
      if (cell < 0) {
        return Value.ABSENT;
      }
      return values.length == 1 ? values[0] : values[numbers[cell] - 1];
    }
  }
}
