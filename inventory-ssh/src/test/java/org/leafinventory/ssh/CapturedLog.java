package org.leafinventory.ssh;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.MDC;

/** Everything that is logged by anybody while it is open, in full detail. */
final class CapturedLog extends Handler implements AutoCloseable {

  /** A line and what its context said. */
  record Line(String logger, String text, Map<String, String> context) {}

  private static final Logger ROOT = Logger.getLogger("");

  private final List<Line> lines = Collections.synchronizedList(new ArrayList<>());
  private final Level before = ROOT.getLevel();
  private final List<Handler> others = List.of(ROOT.getHandlers());

  private CapturedLog() {}

  static CapturedLog open() {
    CapturedLog log = new CapturedLog();
    log.setLevel(Level.ALL);
    log.others.forEach(ROOT::removeHandler);
    ROOT.setLevel(Level.ALL);
    ROOT.addHandler(log);
    return log;
  }

  /** The lines so far of loggers whose name begins so. */
  List<Line> lines(String logger) {
    synchronized (lines) {
      return lines.stream().filter(line -> line.logger().startsWith(logger)).toList();
    }
  }

  @Override
  public void publish(LogRecord record) {
    StringWriter text = new StringWriter();
    text.append(record.getMessage());
    if (record.getThrown() != null) {
      record.getThrown().printStackTrace(new PrintWriter(text));
    }
    Map<String, String> context = MDC.getCopyOfContextMap();
    lines.add(
        new Line(
            String.valueOf(record.getLoggerName()),
            text.toString(),
            context == null ? Map.of() : context));
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    ROOT.removeHandler(this);
    others.forEach(ROOT::addHandler);
    ROOT.setLevel(before);
  }
}
