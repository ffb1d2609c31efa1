package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;

/**
 * Real outputs of real machines, read as our probe would have got them, against facts that were
 * read in them by eye: every fact named in {@code recorded-machines.json} must come out, and lists
 * must have exactly the elements named there.
 */
class RecordedMachinesTest {

  private static final Path RECORDINGS = Path.of("..", "..", "shared", "recordings");

  @BeforeEach
  void needs_the_recordings() {
    assumeTrue(Files.isDirectory(RECORDINGS), "no recordings beside the project; skipped");
  }

  @TestFactory
  List<DynamicTest> tells_what_the_machine_said() throws IOException {
    JsonNode expectations = expectations();
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : RecordedMachine.folders(RECORDINGS)) {
      String name = folder.getFileName().toString();
      tests.add(DynamicTest.dynamicTest(name, () -> assertFacts(folder, expectations.path(name))));
    }
    return tests;
  }

  @Test
  void every_machine_with_expectations_is_there() throws IOException {
    List<String> names =
        RecordedMachine.folders(RECORDINGS).stream()
            .map(folder -> folder.getFileName().toString())
            .toList();
    List<String> expected = new ArrayList<>();
    expectations().fieldNames().forEachRemaining(expected::add);
    assertThat(expected).hasSizeGreaterThan(25).isSubsetOf(names);
  }

  private static void assertFacts(Path folder, JsonNode expected) {
    HardwareInventory inventory = MacInterpreter.interpret(RecordedMachine.read(folder));
    List<String> wrong = new ArrayList<>();
    compare("", expected, InventoryJson.toTree(inventory), wrong);
    assertThat(wrong).isEmpty();
    assertThat(inventory.issues()).isEmpty();
    assertThat(InventoryJson.read(InventoryJson.write(inventory), "written")).isEqualTo(inventory);
  }

  private static void compare(String at, JsonNode expected, JsonNode actual, List<String> wrong) {
    if (expected.isObject()) {
      expected
          .properties()
          .forEach(
              entry ->
                  compare(
                      at + "/" + entry.getKey(),
                      entry.getValue(),
                      actual.path(entry.getKey()),
                      wrong));
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(at + "/" + i, expected.get(i), actual.get(i), wrong);
      }
    } else if (!expected.isMissingNode() && !isSame(expected, actual)) {
      wrong.add(at + ": expected " + expected + ", was " + actual);
    }
  }

  private static boolean isSame(JsonNode expected, JsonNode actual) {
    return expected.isValueNode() && expected.asText().equals(actual.asText());
  }

  private static JsonNode expectations() throws IOException {
    try (InputStream in =
        RecordedMachinesTest.class.getResourceAsStream("recorded-machines.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
