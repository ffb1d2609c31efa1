package org.leafinventory.probe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/** Writes answers as the probe script frames them. */
final class Frames {

  static final String MARK = "@leaf 4f9k2";

  private Frames() {}

  /** The output of a script that got these answers. */
  static Bytes write(List<ProbeResult> probes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line(out, "begin");
    probes.forEach(probe -> frame(out, probe));
    line(out, "done");
    return Bytes.of(out.toByteArray());
  }

  private static void frame(ByteArrayOutputStream out, ProbeResult probe) {
    line(out, "probe " + probe.id() + " " + probe.command());
    out.writeBytes(probe.stdout().toArray());
    out.write('\n');
    String seconds = probe.duration().map(it -> "" + it.toSeconds()).orElse("");
    line(out, "status " + probe.id() + " " + status(probe) + " " + seconds);
    out.writeBytes(probe.stderr().toArray());
    out.write('\n');
    line(out, "end " + probe.id());
  }

  private static void line(ByteArrayOutputStream out, String words) {
    out.writeBytes((MARK + " " + words + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String status(ProbeResult probe) {
    OptionalInt exit = probe.exitStatus();
    return switch (probe.outcome()) {
      case TIMED_OUT -> "timeout";
      case TRUNCATED -> "cut";
      case EXITED -> exit.isPresent() ? "" + exit.getAsInt() : "";
    };
  }
}
