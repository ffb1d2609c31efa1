package org.leafinventory.cli.report;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.query.TierDimension;

/** How many hosts are in which tiers, by which rules, and what follows from it. */
final class TierSection {

  private TierSection() {}

  static void write(Html html, FleetReport report) {
    Map<Kind, Integer> kinds = new TreeMap<>();
    report
        .hosts()
        .forEach(
            host -> {
              TuningProfile profile = report.policy().decide(host);
              for (TierDimension dimension : TierDimension.values()) {
                kinds.merge(Kind.of(dimension, profile), 1, Integer::sum);
              }
            });
    html.markup("<section aria-labelledby=\"tiers\"><h2 id=\"tiers\">Tiers and why</h2>\n");
    html.markup("<div class=\"card\"><table class=\"lines tiers\"><thead><tr>");
    for (String head : new String[] {"By", "Tier", "Rule", "Hosts", "Share", "What follows"}) {
      html.markup("Hosts".equals(head) ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">");
      html.markup(head).markup("</th>");
    }
    html.markup("</tr></thead><tbody>\n");
    kinds.forEach((kind, count) -> row(html, kind, count, report.hosts().size()));
    html.markup("</tbody></table></div></section>\n");
  }

  private static void row(Html html, Kind kind, int count, int hosts) {
    html.markup("<tr><th scope=\"row\">").markup(Words.word(kind.dimension())).markup("</th><td>");
    badge(html, kind.tier());
    html.markup("</td><td class=\"fact\">").text(kind.rule()).markup("</td><td class=\"num\">");
    html.number(count).markup(" <small>").markup(Distribution.percent(count, hosts));
    html.markup("</small></td><td class=\"bar\">");
    Distribution.bar(html, count, hosts);
    html.markup("</td><td>").text(kind.consequences()).markup("</td></tr>\n");
  }

  static void badge(Html html, Tier tier) {
    String word = Words.word(tier);
    html.markup("<span class=\"tier ").markup(word).markup("\">").markup(word).markup("</span>");
  }

  /** Hosts that one rule puts in one tier. */
  private record Kind(TierDimension dimension, Tier tier, String rule, String consequences)
      implements Comparable<Kind> {

    private static final Comparator<Kind> ORDER =
        Comparator.comparing(Kind::dimension)
            .thenComparing(Kind::tier, Comparator.reverseOrder())
            .thenComparing(Kind::rule)
            .thenComparing(Kind::consequences);

    static Kind of(TierDimension dimension, TuningProfile profile) {
      Reason reason = dimension.reason(profile);
      String consequences =
          profile.values().entrySet().stream()
              .filter(it -> it.getValue().reason().equals(reason))
              .map(it -> Words.name(it.getKey()) + " " + Words.value(it.getValue()))
              .collect(Collectors.joining(", "));
      return new Kind(dimension, reason.tier(), reason.rule(), consequences);
    }

    @Override
    public int compareTo(Kind other) {
      return ORDER.compare(this, other);
    }
  }
}
