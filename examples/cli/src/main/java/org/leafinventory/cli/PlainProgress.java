package org.leafinventory.cli;

import java.io.PrintWriter;
import org.leafinventory.fleet.FleetEvent;
import org.leafinventory.fleet.FleetResult;

/** A line for each target, for files and pipes. */
final class PlainProgress implements FleetProgress {

  private final PrintWriter err;
  private int total;
  private int done;

  PlainProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void on(FleetEvent event) {
    if (event instanceof FleetEvent.Started it) {
      total = it.targets().size();
    } else if (event instanceof FleetEvent.Retrying it) {
      line("  retry  " + FleetProgress.retrying(it));
    } else if (event instanceof FleetEvent.Finished it) {
      done++;
      line("[" + done + "/" + total + "] " + told(it.result()));
    }
  }

  private static String told(FleetResult result) {
    return result
        .extracted()
        .map(
            it ->
                "ok      "
                    + result.target()
                    + ": "
                    + it.host()
                    + ", "
                    + FleetProgress.seconds(result.duration()))
        .orElseGet(() -> "FAILED  " + FleetProgress.failed(result));
  }

  @Override
  public void line(String text) {
    err.println(text);
    err.flush();
  }

  @Override
  public void close() {}
}
