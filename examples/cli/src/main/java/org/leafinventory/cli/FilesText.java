package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.extraction.Extraction;

/** Files that were written, and what became of each. */
final class FilesText {

  private final PrintWriter out;
  private final Path root;

  FilesText(PrintWriter out, Path root) {
    this.out = out;
    this.root = root.toAbsolutePath().normalize();
  }

  void head() {
    out.println("Files below " + root + ":");
  }

  void print(Extraction extraction) {
    extraction.snapshot().flatMap(snapshot -> snapshot.file()).ifPresent(file -> line(file, ""));
    print(extraction.exports());
  }

  void print(List<ExportedFile> files) {
    for (ExportedFile file : files) {
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
    Path path = file.toAbsolutePath().normalize();
    out.println("  " + (path.startsWith(root) ? root.relativize(path) : path) + remark);
  }
}
