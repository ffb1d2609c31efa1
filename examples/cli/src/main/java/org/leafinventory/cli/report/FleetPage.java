package org.leafinventory.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;

/**
 * The report as one HTML page that needs nothing else: no network, no other file, and without its
 * script it can be read but not sorted. Its content security policy allows its own style and script
 * by their digests and nothing besides.
 */
public final class FleetPage {

  /** Stands near the beginning of each page, and of no other file. */
  public static final String MARK = "<meta name=\"generator\" content=\"leaf report\">";

  private final Html html;
  private final FleetReport report;

  private FleetPage(Html html, FleetReport report) {
    this.html = html;
    this.report = report;
  }

  /** Hands the page of {@code report} to {@code out}, in pieces from the first to the last. */
  public static void write(FleetReport report, Consumer<? super String> out) {
    new FleetPage(new Html(out), report).write();
  }

  private void write() {
    head();
    html.markup("<body><a class=\"skip\" href=\"#hosts\">To the hosts</a>\n<header><h1>");
    html.foreign(report.title()).markup("</h1>\n<p class=\"soft\">As of <time datetime=\"");
    html.text(report.now().toString()).markup("\">").markup(Words.minute(report.now()));
    html.markup(" UTC</time>; tiers by the policy <b>").text(report.policy().toString());
    html.markup("</b>.</p>\n<nav aria-label=\"Parts\"><ul>");
    List.of("Distribution", "Tiers", "Hosts", "Issues", "Drift").forEach(this::link);
    html.markup("</ul></nav></header>\n<main>\n");
    totals();
    unread();
    html.markup(
        "<section aria-labelledby=\"distribution\"><h2 id=\"distribution\">Distribution</h2>\n");
    html.markup("<div class=\"charts\">\n");
    for (Distribution distribution : Distribution.of(report.hosts())) {
      html.markup("<div class=\"card\">");
      distribution.write(html);
      html.markup("</div>\n");
    }
    html.markup("</div></section>\n");
    TierSection.write(html, report);
    HostTable.write(html, report);
    IssueSection.write(html, report);
    DriftSection.write(html, report);
    html.markup("</main>\n<script>").markup(Asset.SCRIPT.text()).markup("</script>\n");
    html.markup("</body>\n</html>\n");
  }

  private void head() {
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .markup(MARK)
        .markup(
            "\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ")
        .markup(Asset.STYLE.source())
        .markup("; script-src ")
        .markup(Asset.SCRIPT.source())
        .markup("; base-uri 'none'; form-action 'none'\">\n")
        .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .markup("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        .text(report.title())
        .markup("</title>\n<style>")
        .markup(Asset.STYLE.text())
        .markup("</style>\n</head>\n");
  }

  private void link(String part) {
    html.markup("<li><a href=\"#").markup(part.toLowerCase(Locale.ROOT)).markup("\">");
    html.markup(part).markup("</a></li>");
  }

  private void totals() {
    List<HardwareInventory> hosts = report.hosts();
    long cores = hosts.stream().mapToLong(it -> it.hardware().cpuCores()).sum();
    ByteSize memory =
        hosts.stream().map(it -> it.hardware().memoryBytes()).reduce(ByteSize.ZERO, ByteSize::plus);
    ByteSize storage =
        hosts.stream()
            .map(HardwareInventory::internalStorage)
            .reduce(ByteSize.ZERO, ByteSize::plus);
    long troubled = hosts.stream().filter(it -> !it.issues().isEmpty()).count();
    long changed = report.drifts().values().stream().filter(it -> it.count() > 0).count();
    html.markup("<dl class=\"totals\">\n");
    total("Hosts", grouped(hosts.size()));
    total("Cores", grouped(cores));
    total("Memory", Words.memory(memory));
    total("Internal storage", storage.toString());
    total("Hosts with issues", grouped(troubled));
    total("Hosts that changed", grouped(changed));
    oldest().ifPresent(age -> total("Oldest inventory", age));
    html.markup("</dl>\n");
  }

  private Optional<String> oldest() {
    return report.hosts().stream()
        .map(HardwareInventory::extractedAt)
        .min(Comparator.naturalOrder())
        .map(then -> Words.age(then, report.now()));
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void total(String name, String value) {
    html.markup("<div><dt>").markup(name).markup("</dt><dd>").markup(value).markup("</dd></div>\n");
  }

  private void unread() {
    if (report.unread().isEmpty()) {
      return;
    }
    html.markup("<section class=\"card warn\" aria-labelledby=\"unread\">")
        .markup("<h2 id=\"unread\">Not in this report</h2><ul>\n");
    for (FleetReport.Unread unread : report.unread()) {
      html.markup("<li><b>").foreign(unread.host()).markup("</b>: ");
      html.foreign(unread.reason()).markup("</li>\n");
    }
    html.markup("</ul></section>\n");
  }
}
