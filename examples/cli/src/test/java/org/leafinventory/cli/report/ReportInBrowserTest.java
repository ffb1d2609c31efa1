package org.leafinventory.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.report.Chromium.Scheme.DARK;
import static org.leafinventory.cli.report.Chromium.Scheme.LIGHT;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.standard.StandardTuningPolicy;

/** The page of a report in a real browser. */
class ReportInBrowserTest {

  private static final String ATTACK =
      "</script><script>console.log('attack')</script><img src=x onerror=\"console.log('attack')\">";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private Chromium chromium;
  private Path page;

  @BeforeEach
  void write() throws IOException {
    chromium = Chromium.in(folder);
    StringBuilder text = new StringBuilder();
    FleetPage.write(
        new FleetReport(
            ATTACK,
            Instant.parse("2026-01-25T12:00:00Z"),
            StandardTuningPolicy.standard(),
            List.of(
                mac("mac-1", 8, 32, "14.6.1", "MacBook Pro"),
                mac("mac-2", 24, 192, "26.1", "Mac Studio"),
                mac("mac-3", 4, 8, "10.15.7", ATTACK),
                mac("mac-10", 10, 16, "9.0", "Mac mini")),
            Map.of(),
            List.of()),
        text::append);
    page = Files.writeString(folder.resolve("report page.html"), text);
  }

  @ParameterizedTest
  @EnumSource
  void is_sorted_as_the_address_says(Chromium.Scheme scheme) throws Exception {
    Chromium.Visit visit = chromium.visit(page, "#sort=-memory", scheme);

    assertThat(visit.hosts()).containsExactly("mac-2", "mac-1", "mac-10", "mac-3");
    assertThat(visit.page().select("th[aria-sort]").eachText()).containsExactly("Memory");
    assertThat(visit.page().select("th[aria-sort]").attr("aria-sort")).isEqualTo("descending");
    assertThat(visit.console()).isEmpty();
  }

  @Test
  void versions_and_names_are_sorted_as_people_count() throws Exception {
    assertThat(chromium.visit(page, "#sort=macos", LIGHT).hosts())
        .containsExactly("mac-10", "mac-3", "mac-1", "mac-2");
    assertThat(chromium.visit(page, "", LIGHT).hosts())
        .containsExactly("mac-1", "mac-2", "mac-3", "mac-10");
  }

  @Test
  void is_filtered_as_the_address_says() throws Exception {
    Chromium.Visit visit = chromium.visit(page, "#sort=cores&filter=MAC+mini", LIGHT);

    assertThat(visit.hosts()).containsExactly("mac-10");
    assertThat(visit.page().select("#host-count").text()).isEqualTo("1 of 4 hosts");
    assertThat(visit.page().select("#host-table thead th > button[type=button]")).hasSize(10);
    assertThat(visit.console()).isEmpty();
  }

  @Test
  void an_address_that_makes_no_sense_is_no_error() throws Exception {
    Chromium.Visit visit = chromium.visit(page, "#sort=-__proto__&filter=%E0%A4%A&x", LIGHT);

    assertThat(visit.console()).isEmpty();
    assertThat(visit.page().select("#host-tools").hasAttr("hidden")).isFalse();
  }

  @Test
  void no_script_runs_but_that_of_the_page() throws Exception {
    Path changed = folder.resolve("changed.html");
    Files.writeString(
        changed, Files.readString(page).replace("'use strict';", "'use strict'; void 0;"));

    Chromium.Visit visit = chromium.visit(changed, "#sort=-memory", LIGHT);

    assertThat(visit.console()).contains("Content Security Policy");
    assertThat(visit.hosts()).containsExactly("mac-1", "mac-2", "mac-3", "mac-10");
    assertThat(visit.page().select("#host-tools").hasAttr("hidden")).isTrue();
  }

  @Test
  void is_dark_where_dark_is_preferred() throws Exception {
    assertThat(corner(DARK)).isLessThan(0.2f);
    assertThat(corner(LIGHT)).isGreaterThan(0.9f);
  }

  /** The brightness of the page where nothing stands. */
  private float corner(Chromium.Scheme scheme) throws Exception {
    Color color = new Color(ImageIO.read(chromium.picture(page, scheme).toFile()).getRGB(3, 3));
    return Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null)[2];
  }

  private static HardwareInventory mac(
      String name, int cores, int gibibytes, String macos, String model) {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of(name))
                .architecture(Architecture.ARM64)
                .modelName(model)
                .macosVersion(macos)
                .build())
        .hardware(
            Hardware.builder().cpuCores(cores).memoryBytes(ByteSize.ofGibibytes(gibibytes)).build())
        .extractedAt(Instant.parse("2026-01-24T12:00:00Z"))
        .build();
  }
}
