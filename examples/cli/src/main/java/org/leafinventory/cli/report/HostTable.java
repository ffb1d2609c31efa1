package org.leafinventory.cli.report;

import java.util.Optional;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.query.TierDimension;

/**
 * All hosts, a row each, in the order of their names. The script of the page makes it sortable: a
 * cell is sorted by its {@code data-key}, or by its text where it has none.
 */
final class HostTable {

  private static final String UNTOLD = "<td data-key=\"\">–</td>";

  private final Html html;
  private final FleetReport report;

  private HostTable(Html html, FleetReport report) {
    this.html = html;
    this.report = report;
  }

  static void write(Html html, FleetReport report) {
    new HostTable(html, report).write();
  }

  private void write() {
    html.markup("<section aria-labelledby=\"hosts\"><h2 id=\"hosts\">Hosts</h2>\n")
        .markup(
            "<div class=\"tools\" id=\"host-tools\" hidden><label for=\"host-filter\">Filter</label>")
        .markup("<input id=\"host-filter\" type=\"search\" autocomplete=\"off\"")
        .markup(" placeholder=\"name, model, macOS, tier\" aria-controls=\"host-table\">")
        .markup("<span id=\"host-count\" class=\"soft\" role=\"status\"></span></div>\n")
        .markup("<div class=\"card\"><table class=\"lines\" id=\"host-table\">")
        .markup("<caption class=\"spoken\">Hosts with their hardware</caption><thead><tr>");
    for (Column column : Column.values()) {
      html.markup("<th scope=\"col\" data-column=\"").markup(column.key);
      html.markup(column.number ? "\" data-type=\"number\" class=\"num\"" : "\"");
      html.markup(column == Column.HOST ? " aria-sort=\"ascending\">" : ">");
      html.markup(column.head).markup("</th>");
    }
    html.markup("</tr></thead><tbody>\n");
    report.hosts().forEach(this::row);
    html.markup("</tbody></table></div></section>\n");
  }

  private void row(HardwareInventory host) {
    SystemInfo system = host.systemInfo();
    TuningProfile profile = report.policy().decide(host);
    long storage = host.internalStorage().bytes();
    html.markup("<tr><th scope=\"row\">").text(host.hostName().value()).markup("</th>");
    model(system);
    text(host.hardware().cpuType());
    sized(
        host.hardware().cpuCores(), "" + host.hardware().cpuCores(), profile, TierDimension.CORES);
    sized(
        host.hardware().memoryBytes().bytes(),
        Words.memory(host.hardware().memoryBytes()),
        profile,
        TierDimension.MEMORY);
    if (storage == 0) {
      html.markup("<td class=\"num\" data-key=\"\">–</td>");
    } else {
      sized(storage, host.internalStorage().toString(), profile, TierDimension.STORAGE);
    }
    text(system.macosVersion());
    issues(host.issues().size());
    changes(Optional.ofNullable(report.drifts().get(host.hostName())));
    html.markup("<td class=\"fact\">").markup(Words.minute(host.extractedAt())).markup(" <small>");
    html.markup(Words.age(host.extractedAt(), report.now())).markup("</small></td></tr>\n");
  }

  private void model(SystemInfo system) {
    Optional<String> name = system.modelName().or(system::model);
    if (name.isEmpty()) {
      html.markup(UNTOLD);
      return;
    }
    html.markup("<td>").foreign(name.get());
    if (system.modelName().isPresent() && system.model().isPresent()) {
      html.markup(" <small>").foreign(system.model().get()).markup("</small>");
    }
    html.markup("</td>");
  }

  private void text(Optional<String> fact) {
    if (fact.isPresent()) {
      html.markup("<td>").foreign(fact.get()).markup("</td>");
    } else {
      html.markup(UNTOLD);
    }
  }

  private void sized(long key, String text, TuningProfile profile, TierDimension dimension) {
    html.markup("<td class=\"num\" data-key=\"").number(key).markup("\">").markup(text).markup(" ");
    TierSection.badge(html, dimension.reason(profile).tier());
    html.markup("</td>");
  }

  private void issues(int count) {
    html.markup(count == 0 ? "<td class=\"num\">" : "<td class=\"num alert\">");
    html.number(count).markup("</td>");
  }

  private void changes(Optional<HostDrift> drift) {
    if (drift.isPresent()) {
      html.markup("<td class=\"num\">").number(drift.get().count()).markup("</td>");
    } else {
      html.markup("<td class=\"num\" data-key=\"\">–</td>");
    }
  }

  /** The columns, by the names that the command line sorts by too. */
  private enum Column {
    HOST("host", "Host", false),
    MODEL("model", "Model", false),
    CPU("cpu", "Processor", false),
    CORES("cores", "Cores", true),
    MEMORY("memory", "Memory", true),
    STORAGE("storage", "Storage", true),
    MACOS("macos", "macOS", false),
    ISSUES("issues", "Issues", true),
    CHANGES("changes", "Changes", true),
    EXTRACTED_AT("extracted_at", "Asked at (UTC)", false);

    private final String key;
    private final String head;
    private final boolean number;

    Column(String key, String head, boolean number) {
      this.key = key;
      this.head = head;
      this.number = number;
    }
  }
}
