package org.leafinventory.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.leafinventory.drift.Change;
import org.leafinventory.drift.ChangeClass;
import org.leafinventory.drift.InventoryDiff;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.standard.StandardTuningPolicy;
import org.leafinventory.testkit.arbitrary.Inventories;

/** The page of a report, as an HTML parser reads it. */
class FleetPageTest {

  private static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");
  private static final String HARMLESS = "harmless \u00e9";

  @Test
  void totals_count_what_the_fleet_has() {
    Document page = page(mac("mac-1", 8, 16, 500), mac("mac-2", 24, 192, 2000));

    assertThat(page.select(".totals > div").eachText())
        .containsExactly(
            "Hosts 2",
            "Cores 32",
            "Memory 208 GB",
            "Internal storage 2.5 TB",
            "Hosts with issues 0",
            "Hosts that changed 0",
            "Oldest inventory 3 days");
  }

  @Test
  void a_distribution_has_a_row_for_each_value_in_its_order() {
    Document page =
        page(
            mac("mac-1", 24, 192, 2000),
            mac("mac-2", 8, 16, 500),
            mac("mac-3", 8, 16, 500),
            mac("mac-4", 10, 32, 0));

    assertThat(rows(page, "Cores")).containsExactly("8 2 50 %", "10 1 25 %", "24 1 25 %");
    assertThat(rows(page, "Memory"))
        .containsExactly("16 GB 2 50 %", "32 GB 1 25 %", "192 GB 1 25 %");
    assertThat(rows(page, "Internal storage"))
        .containsExactly("500.0 GB 2 50 %", "2.0 TB 1 25 %", "not told 1 25 %");
    assertThat(rows(page, "macOS")).containsExactly("15 4 100 %");
  }

  @Test
  void the_rarest_values_are_told_together() {
    List<HardwareInventory> hosts = new ArrayList<>();
    for (int n = 1; n <= 30; n++) {
      hosts.add(mac("mac-" + n, Math.max(10, n), 16, 500));
    }

    List<String> rows = rows(page(hosts.toArray(HardwareInventory[]::new)), "Cores");

    assertThat(rows).hasSize(10).first().isEqualTo("10 10 33 %");
    assertThat(rows).last().isEqualTo("12 others 12 40 %");
  }

  @Test
  void tiers_say_how_many_by_which_rule_and_what_follows() {
    Document page = page(mac("mac-1", 8, 16, 500), mac("mac-2", 24, 192, 2000));

    assertThat(page.select(".tiers tbody tr").eachText())
        .hasSize(6)
        .first()
        .asString()
        .startsWith("cores high >= 16")
        .contains("1 50 %", "nix max jobs 16", "max connections 10000");
  }

  @Test
  void a_host_has_a_row_with_keys_to_sort_by() {
    HardwareInventory mac =
        mac("mac-1", 24, 192, 2000)
            .withIssues(Issue.of("displays", IssueKind.TIMED_OUT, "no answer in 20 s"));

    Document page = page(mac, mac("mac-2", 8, 16, 0));

    Element row = page.select("#host-table tbody tr").get(0);
    assertThat(row.children().eachText())
        .containsExactly(
            "mac-1",
            "Mac Studio Mac14,14",
            "–",
            "24 high",
            "192 GB high",
            "2.0 TB high",
            "15.6.1",
            "1",
            "–",
            "2026-01-24 12:00 3 days");
    assertThat(row.child(4).attr("data-key")).isEqualTo(Long.toString(192L << 30));
    assertThat(page.select("#host-table tbody tr").get(1).child(5).attr("data-key")).isEmpty();
    assertThat(page.select("#issues ~ .card tbody tr").text())
        .contains("displays", "timed out", "1 host", "mac-1: no answer in 20 s");
  }

  @Test
  void drift_shows_what_lasts_and_what_becomes_of_the_tuning() {
    HardwareInventory before = mac("mac-1", 8, 32, 500);
    HardwareInventory after = mac("mac-1", 8, 64, 500);
    HostDrift drift =
        HostDrift.of(
            "20260124_110000",
            "20260124_120000",
            InventoryDiff.between(before, after),
            StandardTuningPolicy.standard());

    Document page = Jsoup.parse(write(report(List.of(after), Map.of(after.hostName(), drift))));

    List<String> rows = page.select("#drift ~ .card tbody tr").eachText();
    assertThat(rows.get(0))
        .contains("20260124_110000 → 20260124_120000", "capacity hardware.memory_bytes", "32 GiB");
    assertThat(rows).anyMatch(row -> row.startsWith("tuning jetstream max memory 8GB 16GB"));
    assertThat(page.select("#drift ~ .card th[rowspan]").attr("rowspan"))
        .isEqualTo(Integer.toString(rows.size()));
  }

  @Test
  void what_could_not_be_read_is_named() {
    FleetReport report =
        new FleetReport(
            "Fleet",
            NOON,
            StandardTuningPolicy.standard(),
            List.of(),
            Map.of(),
            List.of(new FleetReport.Unread("mac-9", "inventory/mac-9: is <no> inventory")));

    Document page = Jsoup.parse(write(report));

    assertThat(page.select(".warn li").text())
        .isEqualTo("mac-9: inventory/mac-9: is <no> inventory");
  }

  @Test
  void the_page_asks_for_nothing_else() {
    Document page = page(mac("mac-1", 8, 16, 500));

    assertThat(page.select("[src], link, iframe, object, embed, img, form, [style], base"))
        .isEmpty();
    assertThat(page.select("[href]").eachAttr("href")).allMatch(it -> it.startsWith("#"));
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .doesNotContain("unsafe", "http");
    assertThat(page.head().html().indexOf("Content-Security-Policy"))
        .isLessThan(page.head().html().indexOf("<style>"));
  }

  @Test
  void every_table_has_heads_and_every_part_its_name() {
    Document page = page(mac("mac-1", 8, 16, 500));

    assertThat(page.select("th:not([scope])")).isEmpty();
    assertThat(page.select("table:not(:has(thead))")).isEmpty();
    for (Element part : page.select("[aria-labelledby], [aria-controls], label[for]")) {
      String id = part.attr("aria-labelledby") + part.attr("aria-controls") + part.attr("for");
      assertThat(page.getElementById(id)).as(id).isNotNull();
    }
    for (String target : page.select("a[href]").eachAttr("href")) {
      assertThat(page.getElementById(target.substring(1))).as(target).isNotNull();
    }
  }

  @Test
  void a_large_fleet_stays_handy() {
    List<HardwareInventory> hosts = new ArrayList<>();
    for (int n = 0; n < 10_000; n++) {
      hosts.add(mac("mac-" + n, 24, 192, 2000));
    }
    long[] size = {0};

    FleetPage.write(report(hosts, Map.of()), piece -> size[0] += piece.length());

    assertThat(size[0]).isBetween(3_000_000L, 8_000_000L);
  }

  @Property(tries = 300)
  void whatever_a_machine_says_is_text(@ForAll("hostile") String text) {
    Document hostile = Jsoup.parse(write(saying(text)));
    Document harmless = Jsoup.parse(write(saying(HARMLESS)));

    assertThat(skeleton(hostile)).isEqualTo(skeleton(harmless));
    assertThat(hostile.select("script")).hasSize(1);
    String shown = hostile.select("#host-table tbody td:nth-child(3)").get(0).wholeText();
    assertThat(shown).isEqualTo(visible(text));
    assertThat(hostile.select("title").get(0).wholeText()).isEqualTo(visible(text));
    assertThat(hostile.wholeText().codePoints().filter(c -> c != '\n'))
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  @Property(tries = 100)
  void any_inventory_can_be_reported(@ForAll("inventories") List<HardwareInventory> hosts) {
    String page = write(report(hosts, Map.of()));

    assertThat(Jsoup.parse(page).select("#host-table tbody tr")).hasSize(hosts.size());
    assertThat(write(report(hosts, Map.of()))).isEqualTo(page);
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.oneOf(
        Inventories.anyTextWithNul(),
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.of(
            "</script><script>alert(1)</script>",
            "</style></title><img src=x onerror=alert(1)>",
            "\" onmouseover=\"alert(1)",
            "' autofocus onfocus='alert(1)",
            "<!--",
            "-->",
            "]]>",
            "&lt;b&gt; &amp;amp; &#0; &notit;",
            "\u2028\u2029\u202e\u2066\u200f\ufeff",
            "\ud800",
            "<".repeat(900),
            "${7*7} @version@",
            "\u0645\u0627\u0643"));
  }

  @Provide
  Arbitrary<List<HardwareInventory>> inventories() {
    return Inventories.any().list().ofMaxSize(5);
  }

  /** A report that says {@code text} wherever a machine or a person may say something. */
  private static FleetReport saying(String text) {
    HardwareInventory mac = mac("mac-1", 8, 16, 500);
    HardwareInventory said =
        mac.withSystemInfo(
                mac.systemInfo().withModelName(text).withModel(text).withMacosVersion(text))
            .withHardware(mac.hardware().withCpuType(text))
            .withIssues(Issue.of(text, IssueKind.FAILED, text));
    HostDrift drift =
        new HostDrift(
            text,
            text,
            List.of(
                new Change(text, ChangeClass.CAPACITY, Optional.of(text), Optional.of(text + "!"))),
            1,
            List.of());
    return new FleetReport(
        text,
        NOON,
        StandardTuningPolicy.standard(),
        List.of(said),
        Map.of(said.hostName(), drift),
        List.of(new FleetReport.Unread(text, text)));
  }

  /** The elements with their attributes, without what isolates text. */
  private static List<String> skeleton(Document page) {
    return page.getAllElements().stream()
        .filter(it -> !it.normalName().equals("bdi"))
        .map(it -> it.normalName() + it.attributes().html())
        .toList();
  }

  private static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(500)
        .forEach(
            c -> {
              if (String.valueOf(Character.toChars(c))
                  .matches("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\p{Co}]]")) {
                for (char unit : Character.toChars(c)) {
                  shown.append(String.format("\\u%04x", (int) unit));
                }
              } else {
                shown.appendCodePoint(c);
              }
            });
    return text.codePointCount(0, text.length()) > 500 ? shown + "…" : shown.toString();
  }

  private static List<String> rows(Document page, String caption) {
    return page.select("table.bars:has(caption:containsOwn(" + caption + ")) tbody tr").eachText();
  }

  private static Document page(HardwareInventory... hosts) {
    return Jsoup.parse(write(report(List.of(hosts), Map.of())));
  }

  private static FleetReport report(
      List<HardwareInventory> hosts, Map<HostName, HostDrift> drifts) {
    return new FleetReport(
        "Fleet",
        NOON.plusSeconds(3 * 86_400),
        StandardTuningPolicy.standard(),
        hosts,
        drifts,
        List.of());
  }

  private static String write(FleetReport report) {
    StringBuilder page = new StringBuilder();
    FleetPage.write(report, page::append);
    return page.toString();
  }

  private static HardwareInventory mac(String name, int cores, int gibibytes, int gigabytes) {
    HardwareInventory mac =
        HardwareInventory.builder()
            .systemInfo(
                SystemInfo.builder()
                    .hostname(HostName.of(name))
                    .architecture(Architecture.ARM64)
                    .modelName("Mac Studio")
                    .model("Mac14,14")
                    .macosVersion("15.6.1")
                    .build())
            .hardware(
                Hardware.builder()
                    .cpuCores(cores)
                    .memoryBytes(ByteSize.ofGibibytes(gibibytes))
                    .build())
            .extractedAt(NOON)
            .build();
    return gigabytes == 0
        ? mac
        : mac.withDisks(
            Disk.builder()
                .device("disk0")
                .size(ByteSize.ofGigabytes(gigabytes))
                .internal(true)
                .virtual(false)
                .build());
  }
}
