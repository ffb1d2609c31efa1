package org.leafinventory.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.json.JsonFormatException;

/** What is not an inventory is refused with the file, the place and the reason. */
class BrokenFilesTest {

  private static final String GOOD = Fixtures.text("complete.json");
  private static final byte[] BYTES = GOOD.getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"cpu_cores\": 24 | \"cpu_cores\": \"many\" | hardware.cpu_cores: \"many\" is not a whole number",
        "\"cpu_cores\": 24 | \"cpu_cores\": 23.5 | hardware.cpu_cores: \"23.5\" is not a whole number",
        "\"cpu_cores\": 24 | \"cpu_cores\": null | hardware.cpu_cores: is not a whole number",
        "\"cpu_cores\": 24 | \"cpu_cores\": 0 | hardware: cpu_cores must be at least 1: 0",
        "\"cpu_cores\": 24, | `` | hardware: lacks cpu_cores",
        "\"cpu_threads\": 24 | \"cpu_threads\": {} | hardware.cpu_threads: is not a whole number",
        "\"size\": 1000555581440 | \"size\": -1 | disks[0].size: a size cannot be negative: -1 bytes",
        "\"size\": 1000555581440 | \"size\": 1.5 | disks[0].size: is not a whole number of bytes",
        "\"size\": 1000555581440, | `` | disks[0]: lacks size",
        "\"medium\": \"ssd\" | \"medium\": \"tape\" | disks[0].medium: \"tape\" is not ssd or hdd",
        "\"medium\": \"ssd\" | \"medium\": 0 | disks[0].medium: \"0\" is not ssd or hdd",
        "\"internal\": true | \"internal\": \"maybe\" | disks[0].internal: \"maybe\" is not true or false",
        "\"disks\": [ | \"disks\": [null, | the document: null stands in the list disks",
        "\"architecture\": \"arm64\" | \"architecture\": \"sparc\" | system_info.architecture: \"sparc\" is not arm64 or x86_64",
        "\"hostname\": \"studio-1\", | `` | system_info: lacks hostname",
        "\"hostname\": \"studio-1\" | \"hostname\": [] | system_info.hostname: is not a text",
        "\"refresh_rate_hz\": 59.95 | \"refresh_rate_hz\": -1 | displays[0]: refresh_rate_hz must be a number above 0: -1.0",
        "\"charge_percent\": 80 | \"charge_percent\": 180 | power.battery: charge_percent must be from 0 to 100: 180",
        "\"2026-01-24T12:00:00Z\" | \"yesterday\" | extracted_at: \"yesterday\" is not a time such as 2026-01-24T12:00:00Z",
        "\"system_profiler\": { | \"system_profiler\": 1, \"x\": { | system_profiler: is not a JSON object",
        "\"schema_version\": 1 | \"schema_version\": 2 | schema_version: is 2, newer than 1, the newest that this program reads; read it with a newer leaf-inventory",
        "\"schema_version\": 1 | \"schema_version\": \"1\" | schema_version: is not a whole number of 1 or more",
        "\"schema_version\": 1 | \"schema_version\": null | schema_version: is not a whole number of 1 or more",
        "\"schema_version\": 1 | \"schema_version\": 1, \"schema_version\": 1 | line 2, column 42: the key \"schema_version\" is there twice",
        "\"cpu_cores\": 24, | \"cpu_cores\": 24 | line 25, column 5: Unexpected character ('\\\"' (code 34)): was expecting comma to separate Object entries",
      })
  void message_names_file_place_and_reason(String good, String bad, String message) {
    assertThat(GOOD).contains(good);

    assertRefused(GOOD.replace(good, bad), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | the document: is empty",
        "[] | the document: is not a JSON object",
        "null | the document: is not a JSON object",
        "\"text\" | the document: is not a JSON object",
        "{} | the document: lacks system_info, hardware, extracted_at",
        "{} {} | line 1, column 4: something follows the document",
      })
  void what_is_no_inventory_at_all_is_refused(String json, String message) {
    assertRefused(json, message);
  }

  @Test
  void hostile_host_name_is_shown_harmlessly() {
    assertRefused(
        GOOD.replace("studio-1", "../\\u001b[31m\\u202e\\n" + "x".repeat(9999)),
        "system_info.hostname: not a usable host name: \"../\\u001b[31m\\u202e\\n"
            + "x".repeat(110)
            + "…\"; use 1 to 63 letters, digits, '-', '_' or '.', beginning and ending with a"
            + " letter or digit");
  }

  @Test
  void hundred_thousand_levels_are_refused_without_exhausting_the_stack() {
    assertRefused(
        GOOD.replaceFirst("\\{", "{\"x\":" + "[".repeat(100_000)),
        "the document: Document nesting depth (1001) exceeds the maximum allowed (1000)");
  }

  @Test
  void section_that_could_not_be_written_again_is_refused() {
    assertRefused(
        GOOD.replace("\"chip_type\": \"M2\"", "\"x\": " + "[".repeat(900) + "]".repeat(900)),
        "system_profiler: a section may not be nested more than 500 levels deep");
  }

  @Test
  void huge_numbers_are_refused() {
    assertRefused(
        GOOD.replace("68719476736", "9".repeat(5000)),
        "the document: Number value length (5000) exceeds the maximum allowed (1000)");
    assertRefused(
        GOOD.replace("\"cpu_cores\": 24", "\"cpu_cores\": 99999999999"),
        "hardware.cpu_cores: Numeric value (99999999999) out of range of int"
            + " (-2147483648 - 2147483647)");
    assertRefused(
        GOOD.replace("\"cpu_cores\": 24", "\"cpu_cores\": 1e999999999"),
        "hardware.cpu_cores: \"Infinity\" is not a whole number");
  }

  @Test
  void newer_version_is_refused_however_large() {
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(
            () ->
                InventoryJson.read(
                    GOOD.replace("_version\": 1", "_version\": " + "9".repeat(900)), "f.json"))
        .withMessageContaining("newer than 1")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
  }

  @Test
  void invalid_utf8_is_refused_with_its_place() {
    byte[] json = "{\n\"a\": \"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> InventoryJson.read(json, "f.json"))
        .withMessageMatching("f\\.json: line 2, column \\d+: Invalid UTF-8 start byte 0xff");
  }

  @Property(tries = 300)
  void truncated_file_is_refused(@ForAll @IntRange(max = 2000) int length) {
    String json = GOOD.substring(0, Math.min(length, GOOD.length() - 3));

    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> InventoryJson.read(json, "f.json"))
        .withMessageStartingWith("f.json: ");
  }

  @Property(tries = 1000)
  void damaged_bytes_are_read_or_refused_and_nothing_else(
      @ForAll("positions") int position, @ForAll byte damage) {
    byte[] damaged = BYTES.clone();
    damaged[position] = damage;

    readOrRefuse(damaged);
  }

  @Property(tries = 1000)
  void any_bytes_are_refused_and_nothing_else(@ForAll byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Provide
  Arbitrary<Integer> positions() {
    return Arbitraries.integers().between(0, BYTES.length - 1);
  }

  private static void readOrRefuse(byte[] json) {
    try {
      assertThat(InventoryJson.read(json, "f.json")).isNotNull();
    } catch (JsonFormatException e) {
      assertThat(e).hasMessageStartingWith("f.json: ");
      assertThat(e.getMessage())
          .doesNotContainPattern("\\p{Cntrl}")
          .doesNotContain("leafinventory");
    }
  }

  private static void assertRefused(String json, String message) {
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> InventoryJson.read(json, "f.json"))
        .withMessage("f.json: " + message);
  }
}
