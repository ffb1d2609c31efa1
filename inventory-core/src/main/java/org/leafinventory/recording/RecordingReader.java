package org.leafinventory.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leafinventory.collect.Target;
import org.leafinventory.model.Printable;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;

/** Turns a tree that was read into a recording. */
final class RecordingReader {

  private final Place root;

  private RecordingReader(Place root) {
    this.root = root;
  }

  static Recording read(JsonNode tree, String source) {
    Place root = Place.document(source, tree);
    requireRecording(root);
    requireKnownVersion(root);
    return new RecordingReader(root).recording();
  }

  private static void requireRecording(Place root) {
    JsonNode format = root.node().path(Keys.FORMAT);
    if (!format.asText().equals(RecordingJson.FORMAT)) {
      throw root.wrong(
          "is no recording: its key \"format\" does not say \"" + RecordingJson.FORMAT + "\"");
    }
  }

  private static void requireKnownVersion(Place root) {
    Place version = root.required(Keys.VERSION);
    JsonNode node = version.node();
    if (!node.isIntegralNumber() || node.bigIntegerValue().signum() <= 0) {
      throw version.wrong("is not a whole number of 1 or more");
    }
    if (!node.canConvertToInt() || node.intValue() > RecordingJson.VERSION) {
      throw RecordingException.tooNew(
          root.source(), Printable.line(node.asText()), RecordingJson.VERSION);
    }
  }

  private Recording recording() {
    Recording.Builder recording = Recording.builder().recordedAt(recordedAt());
    root.optional(Keys.TARGET).map(RecordingReader::target).ifPresent(recording::target);
    Place probes = root.required(Keys.PROBES);
    if (!probes.node().isArray()) {
      throw probes.wrong("is not a list");
    }
    for (int i = 0; i < probes.node().size(); i++) {
      recording.addProbes(probe(probes.element(i)));
    }
    return recording.build();
  }

  private Instant recordedAt() {
    Place place = root.required(Keys.RECORDED_AT);
    try {
      return Instant.parse(place.text());
    } catch (DateTimeException e) {
      throw place.wrong("is not a time such as 2026-01-24T12:00:00Z");
    }
  }

  private static Target target(Place place) {
    try {
      return Target.parse(place.text());
    } catch (IllegalArgumentException e) {
      throw place.wrong("is not a target such as ssh://admin@host:2222");
    }
  }

  private static ProbeResult probe(Place place) {
    place.requireObject();
    ProbeResult.Builder probe =
        ProbeResult.builder()
            .id(place.required(Keys.ID).text())
            .command(place.required(Keys.COMMAND).text())
            .outcome(outcome(place.required(Keys.OUTCOME)))
            .stdout(place.bytes(Keys.STDOUT))
            .stderr(place.bytes(Keys.STDERR));
    place.optional(Keys.EXIT_STATUS).map(Place::wholeNumber).ifPresent(probe::exitStatus);
    place.optional(Keys.DURATION_SECONDS).map(Place::seconds).ifPresent(probe::duration);
    return probe.build();
  }

  private static ProbeResult.Outcome outcome(Place place) {
    String told = place.text();
    return Stream.of(ProbeResult.Outcome.values())
        .filter(outcome -> Keys.outcome(outcome).equals(told))
        .findFirst()
        .orElseThrow(
            () ->
                place.wrong(
                    Printable.quote(told)
                        + " is not "
                        + Stream.of(ProbeResult.Outcome.values())
                            .map(Keys::outcome)
                            .collect(Collectors.joining(" or "))));
  }
}
