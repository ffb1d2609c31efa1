package org.leafinventory.ssh.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that an Include names, sorted, none if there are none. */
final class IncludedFiles {

  private IncludedFiles() {}

  static List<Path> of(String word, Path base, Path home) {
    Path pattern = HomePath.resolve(word, home);
    List<Path> found = List.of(pattern.isAbsolute() ? pattern.getRoot() : base);
    for (Path part : pattern) {
      List<Path> deeper = new ArrayList<>();
      for (Path folder : found) {
        deeper.addAll(matching(folder, part.toString()));
      }
      found = deeper;
    }
    return found.stream().filter(Files::isRegularFile).toList();
  }

  private static List<Path> matching(Path folder, String pattern) {
    if (!pattern.contains("*") && !pattern.contains("?") && !pattern.contains("[")) {
      return List.of(folder.resolve(pattern));
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
      for (Path entry : entries) {
        if (pattern.startsWith(".") || !entry.getFileName().toString().startsWith(".")) {
          found.add(entry);
        }
      }
    } catch (IOException notThere) {
      return List.of();
    }
    found.sort(null);
    return found;
  }
}
