package org.leafinventory.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leafinventory.collect.Target;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.Gpu;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.SystemProfiler;
import org.leafinventory.model.UsbDevice;
import org.leafinventory.model.Volume;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.macos.MacInterpreter;
import org.leafinventory.recording.RecordingJson;
import org.leafinventory.testkit.arbitrary.Inventories;

/**
 * Secrets are told where machines tell them, and mentioned where nobody expects them, in all
 * spellings; none is left. They are what the redaction promises to look for: distinctive, of four
 * characters and more.
 */
class NoSecretSurvivesTest {

  private static final Redaction REDACTION =
      Redaction.withKey("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What one machine would rather not tell. */
  record Identity(
      String host,
      String computer,
      String serial,
      String uuid,
      String mac,
      String ip,
      String disk,
      String user) {

    List<String> secrets() {
      return List.of(host, computer, serial, uuid, mac, ip, disk, user);
    }
  }

  @Provide
  Arbitrary<Identity> identities() {
    Arbitrary<String> letters =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .ofLength(9)
            .filter(it -> it.chars().distinct().count() > 3);
    Arbitrary<String> hostile =
        Combinators.combine(Inventories.anyText(), letters, Inventories.anyText())
            .as((before, middle, after) -> before.strip() + middle + after.strip())
            // Mentions are looked for within lines, and macOS takes no name with a line break.
            .filter(text -> text.lines().count() == 1);
    Arbitrary<String> serial =
        Arbitraries.strings().withCharRange('A', 'Z').numeric().ofMinLength(10).ofMaxLength(17);
    Arbitrary<String> hex = Arbitraries.strings().withChars("0123456789abcdef").ofLength(32);
    return Builders.withBuilder(() -> new String[8])
        .use(letters.map(it -> it + "-Studio"))
        .inSetter((all, it) -> all[0] = it)
        .use(hostile)
        .inSetter((all, it) -> all[1] = it)
        .use(serial)
        .inSetter((all, it) -> all[2] = "Q" + it)
        .use(hex)
        .inSetter((all, it) -> all[3] = uuid("a" + it.substring(1)))
        .use(hex)
        .inSetter((all, it) -> all[4] = mac("a4" + it.substring(2, 12)))
        .use(Arbitraries.integers().between(256, 65_535))
        .inSetter((all, it) -> all[5] = "10.77." + (it >> 8) + "." + (it & 255))
        .use(hostile)
        .inSetter((all, it) -> all[6] = it)
        .use(letters.map(it -> it.toLowerCase(Locale.ROOT)))
        .inSetter((all, it) -> all[7] = it)
        .build(all -> new Identity(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7]));
  }

  private static String uuid(String hex) {
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  private static String mac(String hex) {
    return hex.replaceAll("..(?=.)", "$0:");
  }

  @Provide
  Arbitrary<HardwareInventory> inventories() {
    return Inventories.any();
  }

  @Property(tries = 60)
  void none_is_left_in_an_inventory(
      @ForAll("inventories") HardwareInventory any, @ForAll("identities") Identity identity) {
    HardwareInventory inventory = tellingOf(any, identity);
    HardwareInventory redacted = REDACTION.redact(inventory);
    assertNoneIsLeft(identity, InventoryJson.write(redacted));
    assertThat(REDACTION.redact(inventory)).isEqualTo(redacted);
    assertThat(redacted.hardware().cpuCores()).isEqualTo(any.hardware().cpuCores());
    assertThat(redacted.extractedAt()).isEqualTo(any.extractedAt());
  }

  @Property(tries = 60)
  void any_inventory_can_be_redacted(@ForAll("inventories") HardwareInventory inventory) {
    HardwareInventory redacted = REDACTION.redact(inventory);
    assertThat(InventoryJson.read(InventoryJson.write(redacted), "redacted")).isEqualTo(redacted);
    assertThat(redacted.hostName()).isNotEqualTo(inventory.hostName());
  }

  @Property(tries = 20)
  void another_key_gives_other_pseudonyms(@ForAll("identities") Identity identity) {
    HardwareInventory inventory = MacInterpreter.interpret(recordingOf(identity));
    HardwareInventory one = REDACTION.redact(inventory);
    HardwareInventory other =
        Redaction.withKey("another key of 22 bytes".getBytes(StandardCharsets.UTF_8))
            .redact(inventory);
    assertThat(one.hostName()).isNotEqualTo(other.hostName());
    assertThat(one.systemInfo().serialNumber()).isNotEqualTo(other.systemInfo().serialNumber());
    assertThat(one.systemInfo().hardwareUuid()).isNotEqualTo(other.systemInfo().hardwareUuid());
    assertThat(one.networkInterfaces().get(0).macAddress())
        .isNotEqualTo(other.networkInterfaces().get(0).macAddress());
  }

  @Property(tries = 60)
  void none_is_left_in_a_recording_and_the_law_holds(@ForAll("identities") Identity identity) {
    Recording recording = recordingOf(identity);
    Recording redacted = REDACTION.redact(recording);
    assertNoneIsLeft(
        identity,
        new String(RecordingJson.write(redacted), StandardCharsets.UTF_8)
            + SimulatedRecordingText.of(redacted));
    assertThat(InventoryJson.write(MacInterpreter.interpret(redacted)))
        .isEqualTo(InventoryJson.write(REDACTION.redact(MacInterpreter.interpret(recording))));
  }

  private static void assertNoneIsLeft(Identity identity, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String secret : identity.secrets()) {
      for (String spelling : spellings(secret)) {
        assertThat(lower).as(spelling).doesNotContain(spelling.toLowerCase(Locale.ROOT));
      }
    }
    assertThat(lower).doesNotContain(identity.mac().replace(":", ""));
  }

  private static List<String> spellings(String secret) {
    byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
    String json = JSON.textNode(secret).toString();
    return List.of(
        secret,
        json.substring(1, json.length() - 1),
        HexFormat.of().formatHex(utf8),
        Base64.getEncoder().encodeToString(utf8));
  }

  /** The secrets where the model has them, and where somebody else mentions them. */
  private static HardwareInventory tellingOf(HardwareInventory any, Identity identity) {
    List<Issue> issues = new ArrayList<>(any.issues());
    for (String secret : identity.secrets()) {
      issues.add(Issue.of("usb", IssueKind.FAILED, "cannot ask " + secret + " for it"));
      issues.add(Issue.of("usb", IssueKind.FAILED, secret.toUpperCase(Locale.ROOT)));
    }
    return any.withSystemInfo(
            any.systemInfo()
                .withHostname(HostName.of(identity.host()))
                .withComputerName(identity.computer())
                .withSerialNumber(identity.serial())
                .withHardwareUuid(identity.uuid()))
        .withVolumes(
            Volume.builder()
                .device("disk9s1")
                .name(identity.disk())
                .mountPoint("/Volumes/" + identity.disk().replace('/', ':'))
                .build(),
            Volume.builder().device("disk9s2").mountPoint("/Users/" + identity.user()).build())
        .withNetworkInterfaces(
            NetworkInterface.builder()
                .device("en0")
                .macAddress(identity.mac())
                .addAddresses(identity.ip())
                .build())
        .withUsb(
            UsbDevice.builder().name(identity.computer() + " Hub").vendor(hex(identity)).build())
        .withHardware(
            any.hardware().withGpus(Gpu.builder().model("GPU of " + identity.host()).build()))
        .withSystemProfiler(SystemProfiler.of(sections(identity)))
        .withIssues(issues);
  }

  private static String hex(Identity identity) {
    return HexFormat.of().formatHex(identity.serial().getBytes(StandardCharsets.UTF_8))
        + " "
        + identity.mac().replace(":", "");
  }

  private static Map<String, JsonNode> sections(Identity identity) {
    ObjectNode item = JSON.objectNode();
    for (String secret : identity.secrets()) {
      byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
      item.put("about " + secret, "it is " + secret + ".");
      item.put("encoded " + item.size(), Base64.getEncoder().encodeToString(utf8));
      item.put("hex " + item.size(), HexFormat.of().formatHex(utf8));
      item.put("quoted " + item.size(), JSON.textNode(secret).toString());
    }
    item.put("device_serial", identity.serial());
    return Map.of(
        "SPUSBDataType", JSON.arrayNode().add(item),
        "SPBluetoothDataType", JSON.arrayNode().add("Headset of Jo Who"));
  }

  /** A machine that tells its secrets in every format there is. */
  private static Recording recordingOf(Identity identity) {
    Recording mini = SimulatedRecordings.of("mac-mini-m4");
    List<ProbeResult> probes = new ArrayList<>();
    for (ProbeResult probe : mini.probes()) {
      String stdout =
          switch (probe.id()) {
            case "scutil-LocalHostName" -> identity.host() + "\n";
            case "scutil-ComputerName" -> identity.computer() + "\n";
            case "sysctl" ->
                probe.stdout().text().replaceFirst("hostname: .*", "hostname: " + identity.host());
            case "ifconfig" ->
                "en0: flags=8863<UP> mtu 1500\n\tether "
                    + identity.mac()
                    + "\n\tinet "
                    + identity.ip()
                    + " netmask 0xffffff00\n";
            case "SPHardwareDataType" -> hardware(probe.stdout().text(), identity);
            case "SPStorageDataType" -> storage(identity);
            case "ioreg-platform" ->
                probe
                    .stdout()
                    .text()
                    .replaceAll(
                        "[0-9A-F]{8}-[0-9A-F-]{27}", identity.uuid().toUpperCase(Locale.ROOT))
                    .replaceFirst("LF4MN07CWX", identity.serial());
            default -> probe.stdout().text();
          };
      String stderr = "warning: " + identity.computer() + " / " + identity.serial();
      probes.add(probe.withStdout(Bytes.utf8(stdout)).withStderr(Bytes.utf8(stderr)));
    }
    return mini.withProbes(probes)
        .withTarget(Target.parse("ssh://" + identity.user() + "@" + identity.ip()));
  }

  private static String hardware(String said, Identity identity) {
    return said.replaceAll("LF4MN07CWX", identity.serial())
        .replaceAll("[0-9A-F]{8}-[0-9A-F-]{27}", identity.uuid());
  }

  private static String storage(Identity identity) {
    ObjectNode volume =
        JSON.objectNode()
            .put("_name", identity.disk())
            .put("bsd_name", "disk9s1")
            .put("mount_point", "/Volumes/" + identity.disk().replace('/', ':'))
            .put("comment", identity.computer());
    ObjectNode home = JSON.objectNode().put("bsd_name", "disk9s2");
    home.put("mount_point", "/Users/" + identity.user());
    return JSON.objectNode()
        .set("SPStorageDataType", JSON.arrayNode().add(volume).add(home))
        .toString();
  }
}
