package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.service.Extraction;

/** The files of an extraction, and what became of each. */
final class FilesText {

  private final PrintWriter out;
  private final Path root;

  FilesText(PrintWriter out, Path root) {
    this.out = out;
    this.root = root;
  }

  void print(Extraction extraction) {
    out.println();
    out.println("Files below " + root.toAbsolutePath().normalize() + ":");
    extraction.snapshot().flatMap(snapshot -> snapshot.file()).ifPresent(file -> line(file, ""));
    for (ExportedFile file : extraction.exports()) {
      line(
          file.path(),
          switch (file.outcome()) {
            case WRITTEN -> "";
            case UNCHANGED -> "  (unchanged)";
            case KEPT_EDITED -> "  (edited by hand: left alone; remove it to have it written anew)";
          });
    }
  }

  private void line(Path file, String remark) {
    Path base = root.toAbsolutePath().normalize();
    Path path = file.toAbsolutePath().normalize();
    out.println("  " + (path.startsWith(base) ? base.relativize(path) : path) + remark);
  }
}
