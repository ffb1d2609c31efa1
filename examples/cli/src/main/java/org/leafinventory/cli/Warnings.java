package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.List;
import org.leafinventory.index.SkippedHost;

/** What makes an answer incomplete: a line each, up to a bearable number. */
final class Warnings {

  private static final int MOST = 20;

  private final PrintWriter err;
  private int count;

  Warnings(PrintWriter err) {
    this.err = err;
  }

  void add(String message) {
    if (count++ < MOST) {
      err.println("leaf: " + message.replace('\n', ' '));
    }
  }

  void addAll(List<SkippedHost> skipped) {
    skipped.forEach(host -> add("skipped: " + host.reason()));
  }

  /** The exit status: failure if there was anything to warn of. */
  int end() {
    if (count > MOST) {
      err.println("leaf: and " + (count - MOST) + " more");
    }
    return count == 0 ? 0 : 1;
  }
}
