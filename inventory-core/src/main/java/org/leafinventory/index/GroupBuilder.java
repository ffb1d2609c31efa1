package org.leafinventory.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Collects hosts column by column and writes them as a {@link Group}. Not thread-safe. */
final class GroupBuilder {

  private final List<Entry> entries = new ArrayList<>();
  private final Dictionary briefs = new Dictionary();
  private final Map<Column, Cells> columns = new LinkedHashMap<>();

  /** Adds a folder that has no document. */
  void add(Entry entry) {
    entries.add(entry);
  }

  /** Adds a host; its values follow. */
  void add(Entry entry, byte[] brief) {
    entries.add(entry.withBrief(briefs.number(brief, 0, brief.length)));
  }

  /** A value of the host that was added last. */
  void put(Column column, byte[] source, int from, int to) {
    Cells cells = cells(column);
    put(cells, cells.number(source, from, to));
  }

  /** The column, which is added if it is not there: to look it up once for many hosts. */
  Cells cells(Column column) {
    return columns.computeIfAbsent(column, c -> new Cells());
  }

  /** A value of the host that was added last, by its number in the column. */
  void put(Cells column, int number) {
    column.put(entries.size() - 1, number);
  }

  /** Adds a host of another group. */
  void addFrom(Group group, int row) {
    Entry entry = group.entries().get(row);
    if (!entry.isKnown()) {
      add(entry);
      return;
    }
    add(entry, group.briefBytes(row));
    for (Column column : group.columns()) {
      Value value = group.value(column, row);
      if (!value.isAbsent()) {
        put(column, value.bytes(), 0, value.bytes().length);
      }
    }
  }

  int size() {
    return entries.size();
  }

  Blob build() {
    List<byte[]> data = new ArrayList<>();
    int offset = 0;
    Sink header = new Sink();
    header.putInt(entries.size());
    entries.forEach(entry -> write(header, entry));
    header.putTable(briefs);
    header.putInt(columns.size());
    for (Map.Entry<Column, Cells> column : columns.entrySet()) {
      byte[] bytes = column.getValue().bytes(entries.size());
      header.putText(column.getKey().section());
      header.putText(column.getKey().key());
      header.putInt(offset);
      header.putInt(bytes.length);
      header.putInt(crc(bytes));
      data.add(bytes);
      offset += bytes.length;
    }
    byte[] head = header.bytes();
    byte[] all = Arrays.copyOf(head, head.length + offset);
    int at = head.length;
    for (byte[] bytes : data) {
      System.arraycopy(bytes, 0, all, at, bytes.length);
      at += bytes.length;
    }
    return new Blob(all, head.length);
  }

  static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return (int) crc.getValue();
  }

  private static void write(Sink out, Entry entry) {
    out.putText(entry.name());
    entry.stamp().write(out.room(Stamp.BYTES));
    out.putInt(entry.state().code);
    if (entry.isKnown()) {
      out.putLong(entry.extractedAt());
      out.putInt(entry.brief());
    } else {
      out.putText(entry.message());
    }
  }

  /** A group as bytes: the header, then the columns. */
  static final class Blob {

    private final byte[] bytes;
    private final int headerLength;

    Blob(byte[] bytes, int headerLength) {
      this.bytes = bytes;
      this.headerLength = headerLength;
    }

    byte[] bytes() {
      return bytes;
    }

    int headerLength() {
      return headerLength;
    }

    byte[] header() {
      return Arrays.copyOf(bytes, headerLength);
    }
  }

  /** One column under construction: which rows have a value, and which. */
  static final class Cells {

    private final Dictionary values = new Dictionary();
    private int[] rows = new int[16];
    private int[] numbers = new int[16];
    private int size;

    /** The number of a value in this column, which is added if it is not there. */
    int number(byte[] source, int from, int to) {
      return values.number(source, from, to);
    }

    private void put(int row, int number) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, size * 2);
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      rows[size] = row;
      numbers[size++] = number;
    }

    private byte[] bytes(int allRows) {
      Sink out = new Sink();
      out.putInt(size);
      if (size < allRows) {
        for (int n = 0; n < size; n++) {
          out.putInt(rows[n]);
        }
      }
      out.putTable(values);
      if (values.size() > 1) {
        for (int n = 0; n < size; n++) {
          out.putNumber(numbers[n], values.size());
        }
      }
      return out.bytes();
    }
  }

  /** A growing buffer. */
  private static final class Sink {

    private ByteBuffer buffer = ByteBuffer.allocate(1024);

    ByteBuffer room(int size) {
      if (buffer.remaining() < size) {
        int larger = Math.addExact(buffer.position(), Math.max(size, buffer.capacity()));
        buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), larger)).position(buffer.position());
      }
      return buffer;
    }

    void putInt(int value) {
      room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) {
      room(Long.BYTES).putLong(value);
    }

    void putText(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      putInt(bytes.length);
      room(bytes.length).put(bytes);
    }

    /** In as few bytes as numbers up to {@code most} need. */
    void putNumber(int value, int most) {
      switch (Group.width(most)) {
        case 1 -> room(1).put((byte) value);
        case 2 -> room(2).putShort((short) value);
        default -> putInt(value);
      }
    }

    void putTable(Dictionary table) {
      byte[] content = table.content();
      putInt(table.size());
      for (int end : table.ends()) {
        putInt(end);
      }
      room(content.length).put(content);
    }

    byte[] bytes() {
      return Arrays.copyOf(buffer.array(), buffer.position());
    }
  }
}
