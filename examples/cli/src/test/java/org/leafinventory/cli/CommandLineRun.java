package org.leafinventory.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command line: what it printed and how it ended. */
record CommandLineRun(int status, String out, String err) {

  static CommandLineRun leaf(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int status = Leaf.run(new PrintWriter(out), new PrintWriter(err), words);
    return new CommandLineRun(status, out.toString(), err.toString());
  }
}
