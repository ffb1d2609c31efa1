package org.leafinventory.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.collect.Target;
import org.leafinventory.drift.InventoryDiff;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.Volume;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.macos.MacInterpreter;

/** What is replaced, what stays, and how it is written afterwards. */
class RedactionTest {

  private static final Redaction REDACTION =
      Redaction.withKey("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
  private static final String SERIAL = "LF4MN07CWX";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "macOS 14.4.1.2",
        "version 1.2.3.4",
        "2069.40.2.0.0",
        "inet 127.0.0.1 netmask 0xff000000",
        "inet6 fe80::1%lo0 prefixlen 64",
        "id 0:0:0:0:0:0 priority 0",
        "proc 24:16:8:0",
        "12:34:56",
        "IODeviceTree:/PCI0@0/RP17@1B/ANS2@0/AppleANS2Controller",
        "1920 x 1080 @ 60.00Hz",
        "/System/Volumes/Data",
        "7C3457EF-0000-11AA-AA11-00306543ECAC",
        "std::vector",
        "hardwareOverview",
        "{ sec = 1768809600, usec = 733519 } Mon Jan 19 09:00:00 2026",
      })
  void what_identifies_nobody_stays(String line) {
    assertThat(said("SPx", line)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "cannot reach 10.1.1.10:22, 10.1.1.10",
    "ip-range 10.0.0.1-10.0.0.9, 10.0.0.9",
    "mail zoe.m@büro.example now, zoe.m",
    "in /Users/zoe/Desktop, zoe",
    "on /Volumes/Geheim: busy, Geheim",
    "Zoë’s iPhone, Zoë",
    "iPhone von Zoë, Zoë",
    "com.apple.TimeMachine.21636369-8B52-4B4A-97B7-50923CEB3FFD, 21636369",
    "lladdr 00:0a:27:ff:fe:aa:bb:cc, bb:cc",
    "ether 3c-22-fb-5d-91-c4, 22-fb",
    "route 2a00:1450::5%en0, 1450",
  })
  void what_identifies_by_its_form_goes(String line, String secret) {
    assertThat(said("SPx", line)).doesNotContain(secret).isNotEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\" : \"\\u004cF4MN07CWX\"}",
        "{\"a\" : \"LF4MN07CWX",
        "{\"LF4MN07CWX\" : {",
        "{LF4MN07CWX}",
        "<plist><string>LF4MN0<!-- x -->7CWX</string></plist>",
        "<plist><string><![CDATA[LF4MN07CWX]]></string></plist>",
        "<plist><string>&#76;F4MN07CWX</string></plist>",
        "<plist><!-- LF4MN07CWX --><string>x",
        "<plist><data>TEY0TU4wN0NXWAAA</data></plist>",
        "<plist><string>TEY0TU4wN0NXWAAA</string></plist>",
        "serial lf4mn07cwx",
        "L\0F\0004\0M\0N\0007\0C\0W\0X\0 L\0F\0004\0M\0N\0000\0007\0C\0W\0X\0",
        "4c46344d4e3037435758",
        "https://example.invalid/?sn=LF4MN07CWX",
      })
  void a_secret_told_elsewhere_is_found_in_any_writing(String text) {
    Recording recording =
        recording(answer("SPHardwareDataType", hardware()), answer("other", text));
    String other = text(REDACTION.redact(recording), "other");
    assertThat(other.replace("\0", "")).doesNotContainIgnoringCase(SERIAL).isNotEqualTo(text);
    assertThat(other).doesNotContain("TEY0TU4wN0NXW").doesNotContain("4c46344d4e30");
  }

  @Test
  void the_form_of_a_document_stays_to_the_byte() {
    String json =
        "{\n  \"SPHardwareDataType\" : [ { \"a\":\"b\\/c\\u0041\",\t\"n\" : 1.50e3 } ]\n}";
    assertThat(said("SPHardwareDataType", json)).isEqualTo(json);
    String plist =
        "<?xml version=\"1.0\"?>\n<plist><dict>\n<key>a</key>\t<string>x &#38; y</string>";
    assertThat(said("diskutil-list", plist)).isEqualTo(plist);
  }

  @Test
  void bytes_of_a_property_list_that_are_no_text_become_zeros() {
    String address = Base64.getEncoder().encodeToString(new byte[] {0x3c, 0x22, -5, 0x5d, 1, 2});
    String said =
        said(
            "ioreg-platform", "<plist><key>IOMACAddress</key><data>" + address + "</data></plist>");
    assertThat(said).contains("<data>AAAAAAAA</data>");
  }

  @Test
  void a_line_that_is_not_utf8_leaves_a_note_and_the_same_issue() {
    byte[] line =
        "en0: \u00ff LF4MN07CWX\nether 3c:22:fb:5d:91:c4".getBytes(StandardCharsets.ISO_8859_1);
    Recording mac = SimulatedRecordings.of("mac-mini-m4");
    Recording spoilt =
        mac.withProbes(
            mac.probes().stream()
                .map(it -> it.id().equals("ifconfig") ? it.withStdout(Bytes.of(line)) : it)
                .toList());
    Recording redacted = REDACTION.redact(spoilt);
    assertThat(text(redacted, "ifconfig"))
        .contains("removed: this line was not UTF-8")
        .doesNotContain(SERIAL)
        .doesNotContain("3c:22");
    assertThat(MacInterpreter.interpret(redacted))
        .isEqualTo(REDACTION.redact(MacInterpreter.interpret(spoilt)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"</a> of Zoe", "{Zoe}", "<plist>", "Zoe: not", "a = b", "\"Zoe\""})
  void a_computer_may_be_called_anything(String name) {
    assertThat(said("scutil-ComputerName", name + "\n")).matches("Anon \\w+ \\w+\n");
  }

  @Test
  void unknown_data_types_leave_a_note() {
    assertThat(said("SPBluetoothDataType", "{\"Headset of Jo\" : 1}"))
        .isEqualTo("removed: not known to be free of personal data\n");
  }

  @ParameterizedTest
  @CsvSource({
    "admin@10.1.1.10, ssh://anon-.*@10\\..*",
    "ssh://zoe@studio.lab.example:2222, ssh://anon-.*@anon-.*\\.anon-.*\\.example:2222",
    "ssh://[fe80::71d2:f6ce:ef82:2257]:22, ssh://\\[fe80::.*\\]:22",
    "ssh://[fe80::71d2:f6ce:ef82:2257%en0]:22, ssh://\\[fe80::.*%en0\\]:22",
    "local:, local:",
    "recording:/home/zoe/mac.json, recording:Anon .*",
  })
  void a_target_stays_one(String target, String expected) {
    Recording recording = recording().withTarget(Target.parse(target));
    String redacted = REDACTION.redact(recording).target().map(Target::toString).orElse("");
    assertThat(redacted).matches(expected).doesNotContain("zoe", "studio", "10.1.1.10", "71d2");
    assertThat(Target.parse(redacted)).hasToString(redacted);
  }

  @Test
  void a_name_of_everyday_words_is_replaced_as_a_name_and_not_in_other_facts() {
    HardwareInventory studio = interpreted("mac-studio-m2-ultra");
    HardwareInventory generic =
        studio.withSystemInfo(studio.systemInfo().withComputerName("Mac Studio"));
    HardwareInventory redacted = REDACTION.redact(generic);
    assertThat(redacted.systemInfo().computerName()).get().asString().startsWith("Anon ");
    assertThat(redacted.systemInfo().modelName()).contains("Mac Studio");
  }

  @Test
  void what_is_left_of_a_secret_where_a_message_was_cut_goes_too() {
    HardwareInventory mini = interpreted("mac-mini-m4");
    HardwareInventory redacted =
        REDACTION.redact(
            mini.withIssues(
                Issue.of("usb", IssueKind.FAILED, "it said: LF4MN0…"),
                Issue.of("usb", IssueKind.FAILED, "it said: ether 3c:22:fb:5…"),
                Issue.of("usb", IssueKind.FAILED, "it said: nothing of it…")));
    assertThat(redacted.issues())
        .extracting(Issue::message)
        .containsExactly("it said: …", "it said: ether …", "it said: nothing of it…");
  }

  @Test
  void two_times_of_one_machine_differ_as_before() {
    HardwareInventory before = interpreted("macbook-pro-intel");
    NetworkInterface first = before.networkInterfaces().get(0);
    HardwareInventory after =
        before
            .withSystemInfo(
                before.systemInfo().withMacosVersion("14.7").withComputerName("Zoë’s other Mac"))
            .withNetworkInterfaces(first.withAddresses("192.168.178.60"))
            .withVolumes(Volume.builder().device("disk7s1").name("Urlaub 2025").build());
    InventoryDiff plain = InventoryDiff.between(before, after);
    InventoryDiff redacted =
        InventoryDiff.between(REDACTION.redact(before), REDACTION.redact(after));
    assertThat(redacted.changes())
        .extracting(change -> change.path().replaceAll("addresses\\[.*", "addresses"))
        .containsExactlyInAnyOrderElementsOf(
            plain.changes().stream()
                .map(change -> change.path().replaceAll("addresses\\[.*", "addresses"))
                .toList());
    assertThat(redacted.changes())
        .extracting(change -> change.changeClass())
        .containsExactlyInAnyOrderElementsOf(
            plain.changes().stream().map(change -> change.changeClass()).toList());
    assertThat(redacted.after().hostName()).isEqualTo(redacted.before().hostName());
  }

  private static HardwareInventory interpreted(String machine) {
    return MacInterpreter.interpret(SimulatedRecordings.of(machine));
  }

  private static String hardware() {
    return "{\"SPHardwareDataType\" : [ { \"serial_number\" : \"" + SERIAL + "\" } ]}";
  }

  private static String said(String id, String text) {
    return text(REDACTION.redact(recording(answer(id, text))), id);
  }

  private static String text(Recording recording, String id) {
    return recording.probe(id).orElseThrow().stdout().text();
  }

  private static Recording recording(ProbeResult... answers) {
    return Recording.builder().recordedAt(Instant.EPOCH).addProbes(answers).build();
  }

  private static ProbeResult answer(String id, String stdout) {
    return ProbeResult.builder()
        .id(id)
        .command(id)
        .outcome(ProbeResult.Outcome.EXITED)
        .exitStatus(OptionalInt.of(0))
        .stdout(Bytes.utf8(stdout))
        .build();
  }
}
