package org.leafinventory.redaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.leafinventory.collect.Target;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.SystemProfiler;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;

/**
 * Puts keyed pseudonyms in the place of what identifies a machine or a person: serial numbers,
 * UUIDs, MAC and IP addresses, names of computers, hosts, volumes and users, and whatever else
 * {@code docs/recording.md} lists.
 *
 * <p>The same secret has the same pseudonym wherever the same key is used, so two inventories of
 * one Mac still are of one Mac, and what changed between them still does. Without the key, a
 * pseudonym leads neither to the secret nor to its pseudonym under another key (HMAC-SHA-256).
 * Pseudonyms have the form of what they stand for. A secret is replaced where it is told, and where
 * it is mentioned elsewhere in the same inventory or recording, escaped and encoded in the usual
 * ways among them.
 *
 * <p>Interpreting a redacted recording gives the redacted inventory.
 *
 * <p>Immutable and thread-safe; a pure function of key and input.
 */
public final class Redaction {

  /** The least number of bytes that a key may have. */
  public static final int MIN_KEY_BYTES = 16;

  /** What this library asks for and so has been looked through; of others nobody knows. */
  private static final Pattern KNOWN_SECTION =
      Pattern.compile(
          "SP(?:Hardware|Software|Memory|Displays|Storage|NVMe|SerialATA|ParallelATA|SAS|Power"
              + "|Thunderbolt|USB|USBHost|iBridge|CardReader|PCI)DataType");

  private static final Pattern SECTION = Pattern.compile("SP\\w+DataType");
  private static final Pattern KNOWN_ID = Pattern.compile("[a-z][a-z_]*(?:-[A-Za-z0-9]+)*|SP\\w+");
  private static final String STDERR = "";
  private static final String REMOVED = "removed: not known to be free of personal data\n";

  private final Pseudonyms pseudonyms;

  private Redaction(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /**
   * A redaction with this key, which whoever has it can use to check guesses: keep it as you would
   * the inventories.
   *
   * @param key random bytes, {@value #MIN_KEY_BYTES} or more; copied
   * @throws IllegalArgumentException if there are fewer
   */
  public static Redaction withKey(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "a redaction key has at least " + MIN_KEY_BYTES + " bytes, not " + key.length);
    }
    return new Redaction(new Pseudonyms(new Prf(key)));
  }

  /**
   * The inventory with pseudonyms. Raw sections of data types that this library does not ask for
   * are left out.
   */
  public HardwareInventory redact(HardwareInventory inventory) {
    Map<String, JsonNode> sections = new TreeMap<>();
    SystemProfiler raw = inventory.systemProfiler();
    raw.types().stream()
        .filter(type -> KNOWN_SECTION.matcher(type).matches())
        .forEach(type -> raw.section(type).ifPresent(section -> sections.put(type, section)));
    String json = InventoryJson.write(inventory.withSystemProfiler(SystemProfiler.of(sections)));
    Secrets secrets = new Secrets();
    JsonText.rewrite("", json, secrets);
    Replacer replacer = new Replacer(pseudonyms, secrets.sorted());
    return InventoryJson.read(JsonText.rewrite("", json, replacer), "the redacted inventory");
  }

  /**
   * The recording with pseudonyms, in the target too. Answers of {@code system_profiler} about data
   * types that this library does not ask for, and lines that are not UTF-8, are replaced by a note.
   */
  public Recording redact(Recording recording) {
    Secrets secrets = new Secrets();
    recording.target().ifPresent(target -> gather(target, secrets));
    recording.probes().forEach(probe -> rewrite(probe, secrets));
    Replacer replacer = new Replacer(pseudonyms, secrets.sorted());
    return recording
        .withTarget(recording.target().map(target -> redact(target, replacer)))
        .withProbes(recording.probes().stream().map(probe -> rewrite(probe, replacer)).toList());
  }

  private static ProbeResult rewrite(ProbeResult probe, Rewriter rewriter) {
    String id = probe.id();
    boolean isUnknown =
        SECTION.matcher(id).matches()
            && !KNOWN_SECTION.matcher(id).matches()
            && !probe.stdout().isEmpty();
    return probe
        .withId(KNOWN_ID.matcher(id).matches() ? id : rewriter.text(id))
        .withCommand(rewriter.text(probe.command()))
        .withStdout(
            isUnknown ? Bytes.utf8(REMOVED) : Documents.rewrite(id, probe.stdout(), rewriter))
        .withStderr(Documents.rewrite(STDERR, probe.stderr(), rewriter));
  }

  private static void gather(Target target, Secrets secrets) {
    target.user().ifPresent(user -> secrets.value(Kind.NAME, user));
    if (target.scheme().equals(Target.SSH)) {
      boolean isAddress = target.address().contains(":") || target.address().matches("[0-9.]+");
      secrets.value(isAddress ? Kind.TEXT : Kind.HOST, target.address());
    }
  }

  private Target redact(Target target, Replacer replacer) {
    String address = target.address();
    if (!target.scheme().equals(Target.SSH)) {
      return address.isEmpty() ? target : Target.of(target.scheme(), pseudonyms.name(address));
    }
    String asAddress = replacer.text(address);
    boolean isAddress = address.contains(":") || address.matches("[0-9.]+");
    Target other = Target.ssh(isAddress ? asAddress : pseudonyms.host(address).replace(' ', '-'));
    if (target.user().isPresent()) {
      other = other.withUser(pseudonyms.name(target.user().get()).replace(' ', '-'));
    }
    return target.port().isPresent() ? other.withPort(target.port().getAsInt()) : other;
  }

  /** That it is one; of the key it tells nothing. */
  @Override
  public String toString() {
    return "Redaction";
  }
}
