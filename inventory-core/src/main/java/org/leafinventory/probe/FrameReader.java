package org.leafinventory.probe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Takes the output of a probe script apart into its answers.
 *
 * <p>A frame is a line {@code MARK probe ID COMMAND}, standard output, a line {@code MARK status ID
 * STATUS SECONDS}, standard error and a line {@code MARK end ID}; the whole stands between {@code
 * MARK begin} and {@code MARK done}. The mark is new for every run, so nothing that a start-up file
 * or a logout script prints is taken for data. What lacks its end was cut off, be it a frame or one
 * of these lines.
 *
 * <p>A pure function of its input; any input gives an answer.
 */
public final class FrameReader {

  private final byte[] data;
  private final byte[] mark;
  private final List<ProbeResult> results = new ArrayList<>();
  private ProbeResult.@Nullable Builder open;
  private int contentStart;
  private boolean inStderr;

  private FrameReader(byte[] data, String mark) {
    this.data = data;
    this.mark = (mark + " ").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What a script's output holds.
   *
   * @param begun whether the script started at all
   * @param complete whether it came to its end
   * @param probes the answers, in order
   */
  public record Frames(boolean begun, boolean complete, List<ProbeResult> probes) {}

  /** Takes {@code stdout} apart; {@code mark} is what every framing line begins with. */
  public static Frames read(Bytes stdout, String mark) {
    return new FrameReader(stdout.toArray(), mark).read();
  }

  private Frames read() {
    byte[] begin = concat(mark, "begin\n");
    int start = indexOf(begin, 0);
    if (start < 0) {
      return new Frames(false, false, List.of());
    }
    int lineStart = start + begin.length;
    boolean done = false;
    while (lineStart < data.length && !done) {
      int lineEnd = endOfLine(lineStart);
      if (startsWithMark(lineStart)) {
        done = line(lineStart, lineEnd);
      }
      lineStart = lineEnd + 1;
    }
    cutOff(data.length);
    return new Frames(true, done, List.copyOf(results));
  }

  /** Returns whether the line is the last of the script. */
  private boolean line(int lineStart, int lineEnd) {
    if (lineEnd == data.length) {
      cutOff(lineStart);
      return false;
    }
    int wordsStart = lineStart + mark.length;
    String words = new String(data, wordsStart, lineEnd - wordsStart, StandardCharsets.UTF_8);
    return accept(words, lineStart, lineEnd + 1);
  }

  private boolean accept(String line, int lineStart, int nextLine) {
    String[] words = line.split(" ", 3);
    switch (words[0]) {
      case "probe" -> {
        cutOff(lineStart);
        if (words.length == 3) {
          open = ProbeResult.builder().id(words[1]).command(words[2]);
          contentStart = nextLine;
          inStderr = false;
        }
      }
      case "status" -> status(words, lineStart, nextLine);
      case "end" -> end(lineStart);
      case "done" -> {
        cutOff(lineStart);
        return true;
      }
      default -> {
        // A mark with other words is of a probe's own making: data, not a frame.
      }
    }
    return false;
  }

  private void status(String[] words, int lineStart, int nextLine) {
    if (open == null || inStderr) {
      return;
    }
    String[] rest = words.length > 2 ? words[2].split(" ", 2) : new String[] {""};
    OptionalInt exit = number(rest[0]);
    open.outcome(outcome(rest[0]))
        .exitStatus(exit)
        .duration(rest.length > 1 ? seconds(rest[1]) : Optional.empty())
        .stdout(content(lineStart));
    contentStart = nextLine;
    inStderr = true;
  }

  private static ProbeResult.Outcome outcome(String status) {
    return switch (status) {
      case "timeout" -> ProbeResult.Outcome.TIMED_OUT;
      case "cut" -> ProbeResult.Outcome.TRUNCATED;
      default -> ProbeResult.Outcome.EXITED;
    };
  }

  private void end(int lineStart) {
    if (open != null && inStderr) {
      results.add(open.stderr(content(lineStart)).build());
      open = null;
    }
  }

  private void cutOff(int end) {
    if (open == null) {
      return;
    }
    Bytes rest = content(end);
    results.add(
        inStderr
            ? open.stderr(rest).build()
            : open.outcome(ProbeResult.Outcome.TRUNCATED).stdout(rest).build());
    open = null;
  }

  /** What stands before a framing line, less the line feed that the script puts there. */
  private Bytes content(int end) {
    boolean lineFeed = end > contentStart && data[end - 1] == '\n';
    return Bytes.of(data, contentStart, lineFeed ? end - 1 : end);
  }

  private static OptionalInt number(String text) {
    return text.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private static Optional<Duration> seconds(String text) {
    OptionalInt seconds = number(text.strip());
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(seconds.getAsInt()))
        : Optional.empty();
  }

  private boolean startsWithMark(int from) {
    return matches(mark, from);
  }

  private int endOfLine(int from) {
    int at = from;
    while (at < data.length && data[at] != '\n') {
      at++;
    }
    return at;
  }

  private int indexOf(byte[] wanted, int from) {
    for (int at = from; at + wanted.length <= data.length; at++) {
      if (matches(wanted, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean matches(byte[] wanted, int from) {
    return from + wanted.length <= data.length
        && Arrays.equals(data, from, from + wanted.length, wanted, 0, wanted.length);
  }

  private static byte[] concat(byte[] head, String tail) {
    byte[] end = tail.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + end.length);
    System.arraycopy(end, 0, all, head.length, end.length);
    return all;
  }
}
