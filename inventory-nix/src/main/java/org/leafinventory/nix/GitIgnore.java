package org.leafinventory.nix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.files.WholeFiles;

/**
 * Sees to it that {@code .gitignore} hides nothing that the flake needs: flakes see only what git
 * tracks.
 *
 * <p>Rules that are there stay; later rules win over earlier ones, so ours go to the end.
 */
final class GitIgnore {

  private static final List<String> NEEDED =
      List.of("!/inventory/", "!/inventory/**", "!/hosts/", "!/hosts/**");

  private static final String BLOCK =
      "# The flake sees only what git tracks.\n" + String.join("\n", NEEDED) + "\n";

  private static final String FIRST = "# What Nix builds.\n/result\n/result-*\n\n";

  private GitIgnore() {}

  static ExportedFile write(Path file) {
    try {
      String before = GeneratedFile.read(file);
      if (before.lines().map(String::strip).toList().containsAll(NEEDED)) {
        return new ExportedFile(file, ExportedFile.Outcome.UNCHANGED);
      }
      WholeFiles.replace(file, (start(before) + BLOCK).getBytes(StandardCharsets.UTF_8));
      return new ExportedFile(file, ExportedFile.Outcome.WRITTEN);
    } catch (IOException e) {
      throw GeneratedFile.failure(file, e);
    }
  }

  private static String start(String before) {
    if (before.isEmpty()) {
      return FIRST;
    }
    return before + (before.endsWith("\n") ? "\n" : "\n\n");
  }
}
