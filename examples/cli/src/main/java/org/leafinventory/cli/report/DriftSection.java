package org.leafinventory.cli.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leafinventory.drift.Change;
import org.leafinventory.drift.TuningChange;
import org.leafinventory.model.HostName;

/** What changed between the last two snapshots of each host, and what becomes of its tuning. */
final class DriftSection {

  private final Html html;

  private DriftSection(Html html) {
    this.html = html;
  }

  static void write(Html html, FleetReport report) {
    new DriftSection(html).write(report);
  }

  private void write(FleetReport report) {
    Map<HostName, HostDrift> changed = new TreeMap<>(report.drifts());
    changed.values().removeIf(drift -> drift.count() == 0);
    html.markup("<section aria-labelledby=\"drift\"><h2 id=\"drift\">Drift</h2>\n");
    html.markup("<p class=\"soft\">What changed between the last two snapshots of a host, but for")
        .markup(" what changes all the time. Compared: ")
        .markup(Words.count(report.drifts().size(), "host"));
    long single =
        report.hosts().stream().filter(it -> !report.drifts().containsKey(it.hostName())).count();
    if (single > 0) {
      html.markup("; not compared: ").markup(Words.count(single, "host"));
    }
    html.markup(".</p>\n");
    if (changed.isEmpty()) {
      html.markup("<p>Nothing changed.</p></section>\n");
      return;
    }
    html.markup("<div class=\"card\"><table class=\"lines\"><thead><tr>");
    for (String head : List.of("Host", "Class", "What", "Before", "After")) {
      html.markup("<th scope=\"col\">").markup(head).markup("</th>");
    }
    html.markup("</tr></thead>\n");
    changed.forEach(this::host);
    html.markup("</table></div></section>\n");
  }

  private void host(HostName host, HostDrift drift) {
    int rows = drift.changes().size() + drift.tuning().size() + (drift.more() > 0 ? 1 : 0);
    html.markup("<tbody><tr><th scope=\"rowgroup\" rowspan=\"").number(rows).markup("\">");
    html.text(host.value()).markup("<br><small>").text(drift.from()).markup(" → ");
    html.text(drift.to()).markup("</small></th>");
    String start = "";
    for (Change change : drift.changes()) {
      html.markup(start)
          .markup("<td>")
          .markup(Words.word(change.changeClass()))
          .markup("</td><td>");
      html.foreign(change.path()).markup("</td>");
      value(change.before());
      value(change.after());
      html.markup("</tr>\n");
      start = "<tr>";
    }
    if (drift.more() > 0) {
      html.markup("<tr><td colspan=\"4\" class=\"soft\">and ");
      html.markup(Words.count(drift.more(), "more change")).markup("</td></tr>\n");
    }
    drift.tuning().forEach(this::tuning);
    html.markup("</tbody>\n");
  }

  private void tuning(TuningChange change) {
    html.markup("<tr><td>tuning</td><td>").markup(Words.name(change.name())).markup("</td><td>");
    html.text(Words.value(change.before())).markup("</td><td>").text(Words.value(change.after()));
    html.markup(" <small>").text(change.after().reason().rule()).markup("</small></td></tr>\n");
  }

  private void value(Optional<String> value) {
    html.markup("<td class=\"free\">");
    value.ifPresentOrElse(html::foreign, () -> html.markup("–"));
    html.markup("</td>");
  }
}
