package org.leafinventory.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;

/** Turns a recording into the tree that is printed. */
final class RecordingWriter {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecordingWriter() {}

  static ObjectNode tree(Recording recording) {
    ObjectNode root = NODES.objectNode();
    root.put(Keys.FORMAT, RecordingJson.FORMAT);
    root.put(Keys.VERSION, RecordingJson.VERSION);
    root.put(Keys.RECORDED_AT, recording.recordedAt().toString());
    recording.target().ifPresent(target -> root.put(Keys.TARGET, target.toString()));
    ArrayNode probes = root.putArray(Keys.PROBES);
    recording.probes().forEach(probe -> probes.add(tree(probe)));
    return root;
  }

  private static ObjectNode tree(ProbeResult probe) {
    ObjectNode node = NODES.objectNode();
    node.put(Keys.ID, probe.id());
    node.put(Keys.COMMAND, probe.command());
    node.put(Keys.OUTCOME, Keys.outcome(probe.outcome()));
    probe.exitStatus().ifPresent(status -> node.put(Keys.EXIT_STATUS, status));
    probe.duration().ifPresent(took -> node.put(Keys.DURATION_SECONDS, seconds(took)));
    put(node, Keys.STDOUT, probe.stdout());
    put(node, Keys.STDERR, probe.stderr());
    return node;
  }

  private static BigDecimal seconds(Duration duration) {
    BigDecimal whole = BigDecimal.valueOf(duration.getSeconds());
    return duration.getNano() == 0
        ? whole
        : whole.add(BigDecimal.valueOf(duration.getNano(), Keys.NANO_DIGITS)).stripTrailingZeros();
  }

  /**
   * Text under the key, other bytes under the key of the same name in base64, nothing where empty.
   */
  private static void put(ObjectNode node, String key, Bytes bytes) {
    if (bytes.isEmpty()) {
      return;
    }
    Optional<String> text = bytes.strictText().filter(RecordingWriter::isPlain);
    if (text.isPresent()) {
      node.put(key, text.get());
    } else {
      node.put(key + Keys.BASE64, Base64.getEncoder().encodeToString(bytes.toArray()));
    }
  }

  /** Other control characters would each take six bytes, and tell a reader nothing. */
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t' || c == '\r');
  }
}
