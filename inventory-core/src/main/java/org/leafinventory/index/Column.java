package org.leafinventory.index;

/**
 * One place in the documents: a top-level key, or a key of an object that stands under one.
 *
 * <p>The column of a top-level key holds its value, or {@link #OBJECT} followed by the keys where
 * the value is an object whose values have columns of their own. {@link #SHAPE} holds the top-level
 * keys. Lists of keys hold them as JSON writes them between the quotes.
 */
final class Column {

  /** The top-level keys in their order, {@link #SEPARATOR} after each. */
  static final Column SHAPE = new Column("", "keys");

  /** Begins the value of a section that is an object; no JSON value begins so. */
  static final byte OBJECT = 1;

  /** Ends each key in a list of keys; JSON writes no such byte within a text. */
  static final byte SEPARATOR = '\n';

  /** The section that is too large to be kept: it is read from the file when asked for. */
  static final String RAW_SECTION = "system_profiler";

  private final String section;
  private final String key;
  private final int hash;

  /** The column of {@code key} below {@code section}; of the section itself if it is empty. */
  Column(String section, String key) {
    this.section = section;
    this.key = key;
    this.hash = 31 * section.hashCode() + key.hashCode();
  }

  static Column ofSection(String section) {
    return new Column(section, "");
  }

  String section() {
    return section;
  }

  String key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Column that
            && hash == that.hash
            && section.equals(that.section)
            && key.equals(that.key));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Where it is, for people: {@code hardware.cpu_cores}. */
  @Override
  public String toString() {
    return key.isEmpty() ? section : section + "." + key;
  }
}
