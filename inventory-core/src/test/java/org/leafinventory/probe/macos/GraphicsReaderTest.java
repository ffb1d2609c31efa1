package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.probe.macos.PlistText.dict;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.model.Display;
import org.leafinventory.model.Gpu;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;

class GraphicsReaderTest {

  @Test
  void cores_are_text_in_the_profile() {
    assertThat(gpu("{'sppci_model': 'Leaf G1', 'sppci_cores': '38'}").cores()).hasValue(38);
  }

  @Test
  void cores_come_from_the_registry_where_the_profile_is_silent() {
    Said said =
        graphics("{'sppci_model': 'Leaf G1'}")
            .plist("ioreg-gpu", List.of(dict("gpu-core-count", 10)));
    assertThat(said.inventory().hardware().gpus().get(0).cores()).hasValue(10);
  }

  @Test
  void only_video_memory_of_its_own_counts() {
    assertThat(gpu("{'_name': 'A', 'spdisplays_vram': '8 GB'}").vramBytes())
        .hasValueSatisfying(size -> assertThat(size.wholeGibibytes()).isEqualTo(8));
    assertThat(gpu("{'_name': 'B', 'spdisplays_vram_shared': '1536 MB'}").vramBytes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "spdisplays_mtlgpufamilysupport,spdisplays_metal3,Metal 3",
    "spdisplays_metalfamily,spdisplays_mtlgpufamilymac2,Metal GPUFamily Mac 2",
    "spdisplays_metal,spdisplays_supported,Supported",
  })
  void metal_is_put_in_words(String key, String value, String words) {
    assertThat(gpu("{'_name': 'A', '" + key + "': '" + value + "'}").metal()).contains(words);
  }

  @Test
  void displays_are_read_with_pixels_and_rate_in_any_language() {
    Display display =
        display(
            "{'_name': 'Leaf 5K', '_spdisplays_pixels': '5120 x 2880', 'spdisplays_main':"
                + " 'spdisplays_yes', 'spdisplays_connection_type': 'spdisplays_internal',"
                + " '_spdisplays_resolution': '2560 x 1440 @ 59,94Hz'}");
    assertThat(display.widthPixels()).hasValue(5120);
    assertThat(display.heightPixels()).hasValue(2880);
    assertThat(display.refreshRateHz()).hasValue(59.94);
    assertThat(display.builtIn()).contains(true);
    assertThat(display.main()).contains(true);
  }

  @Test
  void a_display_that_is_off_is_left_out() {
    Said said =
        graphics("{'spdisplays_ndrvs': [{'_name': 'Off', 'spdisplays_online': 'spdisplays_no'}]}");
    assertThat(said.inventory().displays()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'_name': 'A', '_spdisplays_pixels': '0 x 0'}|width_pixels",
        "{'_name': 'A', '_spdisplays_resolution': '1 x 1 @ 0Hz'}|refresh_rate_hz",
      },
      quoteCharacter = '`')
  void a_display_that_cannot_be_is_an_issue(String item, String fault) {
    Said said = graphics("{'spdisplays_ndrvs': [" + item + ", {'_name': 'Good'}]}");
    assertThat(said.inventory().displays()).extracting(Display::name).containsExactly("Good");
    assertThat(said.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.section()).isEqualTo("displays"))
        .satisfies(issue -> assertThat(issue.message()).contains(fault));
  }

  @Test
  void a_profile_that_hangs_is_missed_by_both_sections() {
    Said said = Said.bareMac().timesOut("SPDisplaysDataType");
    String message = "ask SPDisplaysDataType did not end within its time limit";
    assertThat(said.issues())
        .containsExactly(
            Issue.of("hardware.gpus", IssueKind.TIMED_OUT, message),
            Issue.of("displays", IssueKind.TIMED_OUT, message));
  }

  private static Said graphics(String item) {
    return Said.bareMac().profile("SPDisplaysDataType", "[" + item + "]");
  }

  private static Gpu gpu(String item) {
    return graphics(item).inventory().hardware().gpus().get(0);
  }

  private static Display display(String item) {
    return graphics("{'spdisplays_ndrvs': [" + item + "]}").inventory().displays().get(0);
  }
}
