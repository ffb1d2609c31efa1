package org.leafinventory.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;

/** The text of a journal. Pure. */
final class JournalLines {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int FORMAT = 1;
  private static final String EXTRACTED = "extracted";
  private static final String FAILED = "failed";

  private JournalLines() {}

  static String head(UUID id, Instant startedAt, List<Target> targets) {
    ObjectNode head = JSON.createObjectNode();
    head.put("record", "run").put("format", FORMAT).put("id", id.toString());
    head.put("started_at", startedAt.toString());
    ArrayNode list = head.putArray("targets");
    targets.forEach(target -> list.add(target.toString()));
    return line(head);
  }

  static String result(Instant at, FleetResult result) {
    ObjectNode line = JSON.createObjectNode();
    line.put("record", "result").put("at", at.toString());
    line.put("target", result.target().toString());
    line.put("status", result.isSuccess() ? EXTRACTED : FAILED);
    line.put("attempts", result.attempts()).put("duration_ms", result.duration().toMillis());
    result
        .extracted()
        .ifPresent(
            it -> {
              line.put("host", it.host().value());
              it.snapshot().ifPresent(snapshot -> line.put("snapshot", snapshot.id()));
              line.put("correlation_id", it.correlationId().toString());
            });
    result
        .failure()
        .ifPresent(
            it -> {
              line.put("class", it.failureClass().key()).put("kind", it.kind());
              line.put("reason", it.reason());
            });
    return line(line);
  }

  /**
   * Reads a journal. A line that is no record, such as one that was cut short, is passed over.
   *
   * @throws RunJournalException if the first line is not the head of a run
   */
  static JournaledRun read(Path file, String text) {
    List<String> lines = text.lines().toList();
    JsonNode head = lines.isEmpty() ? JSON.missingNode() : tree(lines.get(0));
    if (!head.path("record").asText().equals("run")) {
      throw notARun(file, "line 1 is not the head of a run", null);
    }
    if (head.path("format").asInt() != FORMAT) {
      throw notARun(file, "it is of another version of this program", null);
    }
    try {
      List<Target> targets = new ArrayList<>();
      head.path("targets").forEach(target -> targets.add(Target.parse(target.asText())));
      Map<Target, Boolean> done = new HashMap<>();
      lines.stream().skip(1).forEach(line -> readResult(tree(line), done));
      return new JournaledRun(file, Instant.parse(head.path("started_at").asText()), targets, done);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw notARun(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static void readResult(JsonNode line, Map<Target, Boolean> done) {
    String status = line.path("status").asText();
    if (line.path("record").asText().equals("result")
        && (status.equals(EXTRACTED) || status.equals(FAILED))) {
      done.put(Target.parse(line.path("target").asText()), status.equals(EXTRACTED));
    }
  }

  private static JsonNode tree(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static String line(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static RunJournalException notARun(Path file, String why, @Nullable Throwable cause) {
    return new RunJournalException(
        file + " is no journal of a run: " + why + "; move it away", cause);
  }
}
