package org.leafinventory.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.collector.RecordedMachine;
import org.leafinventory.drift.Change;
import org.leafinventory.drift.InventoryDiff;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.macos.MacInterpreter;
import org.leafinventory.recording.RecordingJson;
import org.leafinventory.testkit.mac.SimulatedTools;

/** Recordings of whole machines, simulated and real. */
class RedactedRecordingTest {

  private static final Path RECORDINGS = Path.of("..", "..", "shared", "recordings");
  private static final Redaction REDACTION =
      Redaction.withKey("a key of many bytes".getBytes(StandardCharsets.UTF_8));

  /** What identifies in real outputs, found by other means than the redaction's. */
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "\\b[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\\b"
              + "|(?<=ether )[0-9a-f:]{17}|(?<=Address: )[0-9a-f:]{17}"
              + "|(?<=inet )(?!127)[0-9.]+|(?<=inet6 )[0-9a-f:]{6,}"
              + "|(?<=serial_number\" : \")[^\"]+|(?<=serial_num\" : \")[^\"]+"
              + "|(?<=serial\" : \")[^\"]+|(?<=UDID\" : \")[^\"]+"
              + "|(?<=kern.hostname: )[^\\n]+"
              + "|(?<=<key>(?:serial_number|device_serial|IOPlatformSerialNumber)</key>\\s{0,9}<string>)"
              + "[^<]+");

  static List<String> machines() {
    return SimulatedTools.machines();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void interpreting_what_was_redacted_is_redacting_what_was_interpreted(String machine) {
    assertLaw(SimulatedRecordings.of(machine));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void nothing_that_identifies_is_left_of_a_simulated_machine(String machine) {
    assertNothingIsLeft(SimulatedRecordings.of(machine), Set.of("leafkeeper", "leaf-lab"));
  }

  @ParameterizedTest
  @CsvSource({
    "macbook-pro-intel, 'C02LF0QXMD6M|C02LF0SSDN01|F5DLF0BATT01|LF4TB0000001|1EAF0001|Zoe|Zoë|Büro|Buero|"
        + "3c:22:fb|192.168.178.54|e0fd|QzAyTEYwUVhNRDZN'",
    "mac-studio-m2-ultra, 'LF7QX2M9WK|render-studio|CD613E30|TEY3UVgyTTlXSw'",
    "mac-mini-m4, 'LF4MN07CWX|D95BAFC8|TEY0TU4wN0NXW'",
    "vm-apple-virtualization, 'ZLF0VM42QX|B8A1ABCD'",
    "broken-mac, 'LF0BRK3NXX|5BC8FBBC'",
  })
  void what_a_person_finds_identifying_is_gone(String machine, String secrets) {
    String said = SimulatedRecordingText.of(SimulatedRecordings.of(machine));
    String redacted = SimulatedRecordingText.of(REDACTION.redact(SimulatedRecordings.of(machine)));
    for (String secret : secrets.split("\\|")) {
      assertThat(said).containsIgnoringCase(secret);
      assertThat(redacted).doesNotContainIgnoringCase(secret);
    }
  }

  @TestFactory
  List<DynamicTest> real_machines_keep_the_law_and_nothing_else() {
    assumeTrue(Files.isDirectory(RECORDINGS), "no recordings beside the project; skipped");
    return RecordedMachine.complete(RECORDINGS).stream()
        .map(
            machine ->
                DynamicTest.dynamicTest(
                    machine.name(),
                    () -> {
                      assertLaw(machine.recording());
                      assertNothingIsLeft(machine.recording(), Set.of());
                    }))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void facts_that_identify_nothing_stay(String machine) {
    HardwareInventory before = MacInterpreter.interpret(SimulatedRecordings.of(machine));
    HardwareInventory after = REDACTION.redact(before);

    assertThat(after.hardware()).isEqualTo(before.hardware());
    assertThat(after.disks())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("serialNumber")
        .isEqualTo(before.disks());
    assertThat(after.memoryModules())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("serialNumber")
        .isEqualTo(before.memoryModules());
    assertThat(after.displays())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("serialNumber")
        .isEqualTo(before.displays());
    assertThat(after.power())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*serialNumber")
        .isEqualTo(before.power());
    assertThat(after.security()).isEqualTo(before.security());
    assertThat(after.thunderbolt()).isEqualTo(before.thunderbolt());
    assertThat(after.usb())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("serialNumber")
        .isEqualTo(before.usb());
    assertThat(after.issues()).isEqualTo(before.issues());
    assertThat(after.systemInfo().macosVersion()).isEqualTo(before.systemInfo().macosVersion());
    assertThat(after.systemInfo().modelNumber()).isEqualTo(before.systemInfo().modelNumber());
    assertThat(after.systemInfo().firmwareVersion())
        .isEqualTo(before.systemInfo().firmwareVersion());
    assertThat(after.hostName()).isNotEqualTo(before.hostName());
    assertThat(after.hostName().isRfc1123()).isTrue();
  }

  @Test
  void drift_between_two_machines_has_the_same_paths_and_classes() {
    HardwareInventory mini = MacInterpreter.interpret(SimulatedRecordings.of("mac-mini-m4"));
    HardwareInventory studio =
        MacInterpreter.interpret(SimulatedRecordings.of("mac-studio-m2-ultra"));

    InventoryDiff plain = InventoryDiff.between(mini, studio);
    InventoryDiff redacted =
        InventoryDiff.between(REDACTION.redact(mini), REDACTION.redact(studio));

    assertThat(redacted.changes().stream().map(Change::changeClass))
        .containsExactlyInAnyOrderElementsOf(
            plain.changes().stream().map(Change::changeClass).toList());
    assertThat(redacted.changes().stream().map(Change::kind))
        .containsExactlyInAnyOrderElementsOf(plain.changes().stream().map(Change::kind).toList());
  }

  @Test
  void a_redacted_recording_is_still_a_file_that_can_be_read() {
    Recording redacted = REDACTION.redact(SimulatedRecordings.of("mac-mini-m4"));
    assertThat(RecordingJson.read(RecordingJson.write(redacted), "redacted")).isEqualTo(redacted);
  }

  private static void assertLaw(Recording recording) {
    HardwareInventory expected = REDACTION.redact(MacInterpreter.interpret(recording));
    HardwareInventory actual = MacInterpreter.interpret(REDACTION.redact(recording));
    assertThat(InventoryJson.write(actual)).isEqualTo(InventoryJson.write(expected));
    assertThat(actual).isEqualTo(expected);
  }

  private static void assertNothingIsLeft(Recording recording, Set<String> more) {
    Set<String> secrets = new TreeSet<>(more);
    for (ProbeResult probe : recording.probes()) {
      Matcher found = IDENTIFIER.matcher(probe.stdout().text());
      while (found.find()) {
        String secret = found.group().strip();
        boolean isConstant =
            secret.endsWith("00306543ECAC") || secret.matches("[0:.*x-]*|fe80::1|C12A7328.*");
        if (!isConstant) {
          secrets.add(secret);
        }
      }
    }
    String left = SimulatedRecordingText.of(REDACTION.redact(recording)).toLowerCase(Locale.ROOT);
    assertThat(secrets).noneMatch(secret -> left.contains(secret.toLowerCase(Locale.ROOT)));
  }
}
