package org.leafinventory.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.query.MacosVersion;

/** How many hosts have how much of something: a table with a bar in each row. */
final class Distribution {

  /** More rows than these are no picture; the rarest are told together. */
  private static final int MOST = 10;

  private final String caption;
  private final List<Row> rows;
  private final int hosts;

  private Distribution(String caption, List<Row> rows, int hosts) {
    this.caption = caption;
    this.rows = rows;
    this.hosts = hosts;
  }

  static List<Distribution> of(List<HardwareInventory> hosts) {
    return List.of(
        by("Cores", hosts, it -> Optional.of(it.hardware().cpuCores()), cores -> "" + cores),
        by(
            "Memory",
            hosts,
            it -> Optional.of(it.hardware().memoryBytes().wholeGibibytes()),
            gibibytes -> Words.memory(ByteSize.ofGibibytes(gibibytes))),
        by("Internal storage", hosts, Distribution::storage, Label::text),
        by("macOS", hosts, Distribution::release, MacosVersion::toString));
  }

  private static <K extends Comparable<? super K>> Distribution by(
      String caption,
      List<HardwareInventory> hosts,
      Function<HardwareInventory, Optional<K>> key,
      Function<K, String> label) {
    Map<K, Integer> counts = new TreeMap<>();
    int untold = 0;
    for (HardwareInventory host : hosts) {
      Optional<K> value = key.apply(host);
      value.ifPresent(it -> counts.merge(it, 1, Integer::sum));
      untold += value.isEmpty() ? 1 : 0;
    }
    List<Row> rows =
        counts.entrySet().stream()
            .map(it -> new Row(label.apply(it.getKey()), it.getValue(), true))
            .collect(Collectors.toCollection(ArrayList::new));
    gatherRare(rows);
    if (untold > 0) {
      rows.add(new Row("not told", untold, false));
    }
    return new Distribution(caption, rows, hosts.size());
  }

  /** Keeps the most frequent rows in their order, and adds one for the others. */
  private static void gatherRare(List<Row> rows) {
    if (rows.size() <= MOST) {
      return;
    }
    List<Row> rare =
        rows.stream()
            .sorted(Comparator.comparingInt(Row::count).reversed())
            .skip(MOST - 1)
            .toList();
    rows.removeAll(rare);
    rows.add(new Row(rare.size() + " others", rare.stream().mapToInt(Row::count).sum(), false));
  }

  /** Disks of one size differ by some megabytes: those that are called the same are the same. */
  private static Optional<Label> storage(HardwareInventory host) {
    ByteSize size = host.internalStorage();
    return size.equals(ByteSize.ZERO) ? Optional.empty() : Optional.of(Label.of(size));
  }

  /** The release that a version is of: {@code 15}, {@code 10.15}. */
  private static Optional<MacosVersion> release(HardwareInventory host) {
    return host.systemInfo()
        .macosVersion()
        .map(
            version -> {
              String[] pieces = version.split("\\.", 3);
              return MacosVersion.of(
                  pieces[0].equals("10") && pieces.length > 1 ? "10." + pieces[1] : pieces[0]);
            });
  }

  void write(Html html) {
    html.markup("<table class=\"bars\"><caption>")
        .markup(caption)
        .markup("</caption><thead class=\"spoken\"><tr><th scope=\"col\">")
        .markup(caption)
        .markup(
            "</th><th scope=\"col\">Share</th><th scope=\"col\">Hosts</th></tr></thead><tbody>\n");
    int most = rows.stream().mapToInt(Row::count).max().orElse(1);
    for (Row row : rows) {
      html.markup(row.told() ? "<tr>" : "<tr class=\"rest\">").markup("<th scope=\"row\">");
      html.foreign(row.label()).markup("</th><td class=\"bar\">");
      bar(html, row.count(), most);
      html.markup("</td><td class=\"num\">").number(row.count()).markup(" <small>");
      html.markup(percent(row.count(), hosts)).markup("</small></td></tr>\n");
    }
    html.markup("</tbody></table>\n");
  }

  /** An image rather than a background, which printers leave out. */
  static void bar(Html html, int count, int of) {
    html.markup(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<rect width=\"%.1f\" height=\"10\"/></svg>",
            100.0 * count / Math.max(1, of)));
  }

  static String percent(int count, int of) {
    return Math.round(100.0 * count / Math.max(1, of)) + " %";
  }

  private record Row(String label, int count, boolean told) {}

  /** A size by what it is called, in the order of sizes. */
  private record Label(String text, double order) implements Comparable<Label> {

    static Label of(ByteSize size) {
      String text = size.toString();
      // What is called the same must be equal, so the order is that of the rounded size.
      String[] parts = text.split(" ", 2);
      int unit = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB").indexOf(parts[1]);
      return new Label(text, Double.parseDouble(parts[0]) * Math.pow(1000, unit));
    }

    @Override
    public int compareTo(Label other) {
      return Double.compare(order, other.order);
    }
  }
}
