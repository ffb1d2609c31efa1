package org.leafinventory.redaction;

import java.util.stream.Collectors;
import org.leafinventory.probe.Recording;

/** All that a recording says, as one text. */
final class SimulatedRecordingText {

  private SimulatedRecordingText() {}

  static String of(Recording recording) {
    return recording.target()
        + recording.probes().stream()
            .map(
                it ->
                    it.id() + "\n" + it.command() + "\n" + it.stdout().text() + it.stderr().text())
            .collect(Collectors.joining("\n"));
  }
}
