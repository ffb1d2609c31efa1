package org.leafinventory.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;

/** What hosts could not tell, by the part of the inventory and the sort of trouble. */
final class IssueSection {

  private IssueSection() {}

  static void write(Html html, FleetReport report) {
    Map<Group, List<Entry>> groups = new TreeMap<>();
    for (HardwareInventory host : report.hosts()) {
      for (Issue issue : host.issues()) {
        groups
            .computeIfAbsent(new Group(issue.section(), issue.kind()), group -> new ArrayList<>())
            .add(new Entry(host.hostName().value(), issue.message()));
      }
    }
    html.markup("<section aria-labelledby=\"issues\"><h2 id=\"issues\">Issues</h2>\n");
    if (groups.isEmpty()) {
      html.markup("<p>Every host told all that it was asked.</p></section>\n");
      return;
    }
    html.markup("<p class=\"soft\">What could not be read, and what sources disagree about.</p>\n")
        .markup("<div class=\"card\"><table class=\"lines\"><thead><tr><th scope=\"col\">Part</th>")
        .markup("<th scope=\"col\">Trouble</th><th scope=\"col\">Hosts</th></tr></thead><tbody>\n");
    groups.forEach((group, entries) -> row(html, group, entries));
    html.markup("</tbody></table></div></section>\n");
  }

  private static void row(Html html, Group group, List<Entry> entries) {
    long hosts = entries.stream().map(Entry::host).distinct().count();
    html.markup("<tr><th scope=\"row\">").foreign(group.section()).markup("</th><td>");
    html.markup(Words.word(group.kind())).markup("</td><td><details><summary>");
    html.markup(Words.count(hosts, "host")).markup("</summary><ul>");
    for (Entry entry : entries) {
      html.markup("<li><b>").text(entry.host()).markup("</b>: ");
      html.foreign(entry.message()).markup("</li>");
    }
    html.markup("</ul></details></td></tr>\n");
  }

  private record Group(String section, IssueKind kind) implements Comparable<Group> {

    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::section).thenComparing(Group::kind);

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  private record Entry(String host, String message) {}
}
