package org.leafinventory.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.leafinventory.fleet.FleetEvent;
import picocli.CommandLine.Help.Ansi;

/** A bar on the last line of a terminal; what went wrong scrolls by above it. */
final class LiveProgress implements FleetProgress {

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int REFRESH_MILLIS = 200;

  private final BarLine line;
  private @Nullable ProgressBar bar;
  private int running;
  private int failed;

  LiveProgress(PrintWriter err, int columns) {
    this.line = new BarLine(err, columns);
  }

  /** Whether there is somebody who sees the bar. */
  static boolean isPossible() {
    return Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"));
  }

  @Override
  public void on(FleetEvent event) {
    if (event instanceof FleetEvent.Started it) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Asking")
              .setInitialMax(it.targets().size())
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REFRESH_MILLIS)
              .setConsumer(line)
              .build();
    } else if (event instanceof FleetEvent.Attempting) {
      running++;
    } else if (event instanceof FleetEvent.Retrying) {
      running--;
    } else if (event instanceof FleetEvent.Finished it) {
      running -= it.result().attempts() == 0 ? 0 : 1;
      finished(it);
    }
    tellNumbers();
  }

  private void finished(FleetEvent.Finished event) {
    if (!event.result().isSuccess() && !event.result().isCancelled()) {
      failed++;
      line("FAILED  " + FleetProgress.failed(event.result()));
    }
    if (bar != null) {
      bar.step();
    }
  }

  private void tellNumbers() {
    if (bar != null) {
      bar.setExtraMessage(
          " " + Math.max(0, running) + " running" + (failed == 0 ? "" : ", " + failed + " failed"));
    }
  }

  @Override
  public void line(String text) {
    line.above(text);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  /** The line of the bar, which two threads write to: the bar's own timer and the run. */
  private static final class BarLine implements ProgressBarConsumer {

    private final PrintWriter err;
    private final int columns;
    private String shown = "";

    BarLine(PrintWriter err, int columns) {
      this.err = err;
      this.columns = columns;
    }

    @Override
    public int getMaxRenderedLength() {
      return columns - 1;
    }

    @Override
    public synchronized void accept(String bar) {
      shown = bar;
      err.print(CLEAR_LINE + bar);
      err.flush();
    }

    synchronized void above(String text) {
      err.print(CLEAR_LINE + text + System.lineSeparator() + shown);
      err.flush();
    }

    @Override
    public synchronized void close() {
      shown = "";
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
