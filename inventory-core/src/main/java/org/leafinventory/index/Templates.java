package org.leafinventory.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leafinventory.model.HostName;

/**
 * Documents of many kinds to compare others with. It finds them by their hardware, which tells
 * kinds of machine apart, and keeps those that pay. Not thread-safe.
 */
final class Templates {

  private static final byte[] HARDWARE = {'"', 'h', 'a', 'r', 'd', 'w', 'a', 'r', 'e', '"'};

  /** How far into a document its hardware is looked for. */
  private static final int HEAD = 4096;

  /** For the templates of all threads together, each of which has its own. */
  private static final int MEMORY = 48 << 20;

  private static final int MOST_MEMORY = MEMORY / Runtime.getRuntime().availableProcessors();

  private static final int MOST_ALIKE = 16;
  private static final int LONGEST = 1 << 16;

  /** So many are tried before it shows whether documents are alike at all. */
  private static final int TRIALS = 64;

  private final Checker checker;
  private final ValueCopier copier = new ValueCopier(false);
  private final Map<Integer, List<Known>> kinds = new HashMap<>();
  private int memory;
  private int learned;
  private int hits;
  private int[] ends = new int[64];

  Templates(Checker checker) {
    this.checker = checker;
  }

  /** A template and how often it served. */
  private static final class Known {

    private final Template template;
    private int hits;
    private int misses;

    Known(Template template) {
      this.template = template;
    }

    boolean isWorthwhile() {
      return misses < 16 + 2 * hits;
    }
  }

  /** Adds the document to {@code group} if it is like another one; whether it is. */
  boolean add(HostName host, Stamp stamp, byte[] document, int length, GroupBuilder group) {
    List<Known> alike = kinds.get(signature(document, length));
    if (alike == null) {
      return false;
    }
    for (int n = 0; n < alike.size(); n++) {
      Known known = alike.get(n);
      if (known.template.isLike(document, length, copier)
          && accepts(known.template, document, host)) {
        known.hits++;
        hits++;
        put(known.template, host, stamp, group);
        return true;
      }
      known.misses += known.template.wasSlow() ? 1 : 0;
    }
    if (alike.removeIf(known -> !known.isWorthwhile())) {
      memory = 0;
      kinds.values().forEach(all -> all.forEach(it -> memory += it.template.memory()));
    }
    return false;
  }

  /** Keeps a document that the checker has just accepted, if that may pay. */
  void learn(byte[] document, int length, DocumentSplitter parts) {
    int signature = signature(document, length);
    List<Known> alike = kinds.getOrDefault(signature, List.of());
    if (signature == 0
        || length > LONGEST
        || memory >= MOST_MEMORY
        || alike.size() >= MOST_ALIKE
        || learned > TRIALS + hits / 2
        || !isRegular(parts)) {
      return;
    }
    Template template = new Template(document, length, parts, checker);
    kinds.computeIfAbsent(signature, s -> new ArrayList<>()).add(new Known(template));
    memory += template.memory();
    learned++;
  }

  /** Files of the shell scripts have no version, and their parts depend on each other. */
  private static boolean isRegular(DocumentSplitter parts) {
    Set<Column> columns = new HashSet<>();
    for (int n = 0; n < parts.count(); n++) {
      if (!columns.add(parts.column(n))) {
        return false;
      }
    }
    return columns.contains(Role.VERSION_COLUMN) && columns.contains(Role.HOST_COLUMN);
  }

  /** Whether the differences are acceptable and the document is that of {@code host}. */
  private boolean accepts(Template template, byte[] document, HostName host) {
    copier.begin(document, document.length);
    if (ends.length <= template.changes()) {
      ends = new int[template.changes() + 64];
    }
    int start = 0;
    boolean hostDiffers = false;
    for (int n = 0; n < template.changes(); n++) {
      Column column = template.column(template.changed(n));
      if (!copier.takeValue(template.changedFrom(n), template.changedTo(n))) {
        return false;
      }
      int end = copier.valuesLength();
      ends[n] = end;
      if (!checker.accepts(column, copier.values(), start, end, host)) {
        return false;
      }
      hostDiffers |= column.equals(Role.HOST_COLUMN);
      start = end;
    }
    byte[] name = template.value(template.cellOf(Role.HOST_COLUMN));
    return hostDiffers || checker.accepts(Role.HOST_COLUMN, name, 0, name.length, host);
  }

  private void put(Template template, HostName host, Stamp stamp, GroupBuilder group) {
    long extractedAt = template.extractedAt();
    for (int n = 0; n < template.changes(); n++) {
      if (template.column(template.changed(n)).equals(Role.TIME_COLUMN)) {
        extractedAt = checker.extractedAt();
      }
    }
    group.add(
        new Entry(host.value(), stamp, Entry.State.KNOWN, extractedAt, 0, ""), template.brief());
    template.putUnchanged(group);
    int start = 0;
    for (int n = 0; n < template.changes(); n++) {
      group.put(template.column(template.changed(n)), copier.values(), start, ends[n]);
      start = ends[n];
    }
  }

  /** A digest of the hardware, up to the end of its first object; 0 if there is none. */
  private static int signature(byte[] document, int length) {
    int end = Math.min(length, HEAD) - HARDWARE.length;
    for (int n = 0; n < end; n++) {
      if (document[n] == '"' && isHardware(document, n)) {
        return Bytes.hash(document, n, firstEnd(document, n, end));
      }
    }
    return 0;
  }

  private static int firstEnd(byte[] document, int from, int end) {
    int n = from;
    while (n < end && document[n] != '}') {
      n++;
    }
    return n;
  }

  private static boolean isHardware(byte[] document, int at) {
    for (int n = 1; n < HARDWARE.length; n++) {
      if (document[at + n] != HARDWARE[n]) {
        return false;
      }
    }
    return true;
  }
}
