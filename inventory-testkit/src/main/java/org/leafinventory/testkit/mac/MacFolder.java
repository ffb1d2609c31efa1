package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The temporary folder of one Mac: its commands, its user's home and its {@code TMPDIR}. */
record MacFolder(Path root) {

  static MacFolder create() throws IOException {
    MacFolder folder = new MacFolder(Files.createTempDirectory("simulated-mac-"));
    Files.createDirectory(folder.home());
    Files.createDirectory(folder.temporary());
    return folder;
  }

  Path tools() {
    return root.resolve("tools");
  }

  Path home() {
    return root.resolve("home");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  /** Everything in home and {@code TMPDIR}, relative to the folder, sorted. */
  List<String> filesCreated() {
    return Stream.of(home(), temporary()).flatMap(this::below).sorted().toList();
  }

  private Stream<String> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.equals(folder))
          .map(file -> root.relativize(file).toString())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + folder, e);
    }
  }

  void delete() throws IOException {
    if (Files.exists(root)) {
      Files.walkFileTree(root, new Deletion());
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
