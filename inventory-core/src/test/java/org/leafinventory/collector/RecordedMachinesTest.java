package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.collect.Target;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.probe.macos.MacInterpreter;

/**
 * Real outputs of real machines, read as our probe would have got them, against facts that were
 * read in them by eye. Prints a table of machine and section: how many facts are right, {@code -}
 * where the recordings tell nothing, and what is wrong, of which there must be nothing.
 */
class RecordedMachinesTest {

  private static final Path RECORDINGS = Path.of("..", "..", "shared", "recordings");

  @BeforeAll
  static void needs_the_recordings() {
    assumeTrue(Files.isDirectory(RECORDINGS), "no recordings beside the project; skipped");
  }

  @Test
  void tells_of_every_machine_what_was_read_in_its_recordings() {
    StringBuilder table = new StringBuilder(header());
    List<String> wrong = new ArrayList<>();
    for (RecordedMachine recorded : RecordedMachine.all(RECORDINGS)) {
      Expectation expectation = Expectation.of(recorded.name());
      RecordedMachine machine = recorded.with(expectation.supplied(), RECORDINGS);
      HardwareInventory inventory = MacInterpreter.interpret(machine.recording());
      table.append(row(machine, expectation, inventory, wrong));
      assertThat(machine.notAsked()).as(machine.name()).isEqualTo(expectation.notAsked());
      assertIssues(machine, expectation, inventory);
      assertThat(InventoryJson.read(InventoryJson.write(inventory), "written"))
          .isEqualTo(inventory);
    }
    System.out.println(table);
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_machine_with_expectations_is_there() throws Exception {
    Path expectations = Path.of(RecordedMachinesTest.class.getResource("machines").toURI());
    try (Stream<Path> files = Files.list(expectations)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(
              RecordedMachine.all(RECORDINGS).stream().map(RecordedMachine::name).toList());
    }
  }

  /** Through the script, a real shell and commands that are not there where nothing is recorded. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "imac-27-2015-imac17-1-macos-10-15",
        "imac-27-2019-macos-10-14",
        "mac-apple-silicon-256gb-nvme",
        "mac-intel-256gb-apfs-macos-10-13~encrypted",
        "mac-mini-2009-macos-10-6",
        "mac-mini-2012-fusion-ssd",
        "mac-usb-optical-2017~with-dvd",
        "macbook-pro-13-2013-macos-10-12",
        "macbook-pro-14-m1-pro-two-displays",
        "macbook-pro-2018-macos-10-14",
        "vm-apple-virtualization-m1-runner-macos-26",
        "vm-tart-disk-500gb"
      })
  void tells_the_same_through_the_whole_path(String name, @TempDir Path folder) {
    Expectation expectation = Expectation.of(name);
    RecordedMachine machine =
        RecordedMachine.all(RECORDINGS).stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow()
            .with(expectation.supplied(), RECORDINGS);
    LocalShell shell = new LocalShell("/bin/sh", machine.tools(), folder);
    HardwareInventory inventory =
        MacCollector.builder()
            .transport(shell)
            .probeTimeout(Duration.ofSeconds(20))
            .build()
            .collect(Target.ssh("mac.leaf.example"));
    for (String section : Expectation.SECTIONS) {
      assertThat(expectation.wrong(section, inventory)).isEmpty();
    }
    assertThat(inventory.issues()).extracting(Issue::kind).contains(IssueKind.MISSING_TOOL);
  }

  private static void assertIssues(
      RecordedMachine machine, Expectation expectation, HardwareInventory inventory) {
    List<String> issues =
        inventory.issues().stream()
            .map(
                it ->
                    it.section()
                        + " "
                        + it.kind().name().toLowerCase(Locale.ROOT)
                        + ": "
                        + it.message())
            .toList();
    assertThat(issues).as(machine.name()).hasSameSizeAs(expectation.issues());
    for (int i = 0; i < issues.size(); i++) {
      assertThat(issues.get(i)).startsWith(expectation.issues().get(i));
    }
  }

  private static String header() {
    return String.format(
        "%n%-46s%s%n",
        "machine",
        String.join(
            "", Expectation.SECTIONS.stream().map(it -> String.format("%9.8s", it)).toList()));
  }

  private static String row(
      RecordedMachine machine,
      Expectation expectation,
      HardwareInventory inventory,
      List<String> allWrong) {
    StringBuilder row = new StringBuilder(String.format("%-46.45s", machine.name()));
    for (String section : Expectation.SECTIONS) {
      long right = expectation.right(section, inventory);
      List<String> wrong = expectation.wrong(section, inventory);
      wrong.forEach(it -> allWrong.add(machine.name() + ": " + it));
      String cell = right == 0 ? "-" : Long.toString(right);
      row.append(String.format("%9s", wrong.isEmpty() ? cell : cell + " !" + wrong.size()));
    }
    Set<String> notAsked = machine.notAsked();
    return row + (notAsked.isEmpty() ? "" : "   not asked: " + String.join(", ", notAsked)) + "\n";
  }
}
