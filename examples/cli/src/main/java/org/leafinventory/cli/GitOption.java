package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whether git is told of new files. */
final class GitOption {

  @Option(
      names = "--git-add",
      description = "Tell git of the new files (git add --intent-to-add), so that flakes see them.")
  private boolean add;

  void apply(Path root, PrintWriter out) {
    new GitFiles(root).add(add, out);
  }
}
