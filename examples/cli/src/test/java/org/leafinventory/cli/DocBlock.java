package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A block of code in the README or in {@code docs/}: where it begins, its language, its text. */
record DocBlock(Path file, int line, String language, String text) {

  static final Path PROJECT = Path.of("../..");
  private static final String FENCE = "```";

  /** All of them, page by page. */
  static List<DocBlock> all() throws IOException {
    List<DocBlock> blocks = new ArrayList<>();
    for (Path page : pages()) {
      blocks.addAll(in(page));
    }
    return blocks;
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(PROJECT.resolve("README.md")),
              docs.filter(page -> page.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  static List<DocBlock> in(Path page) {
    List<String> lines = lines(page);
    List<DocBlock> blocks = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int end = at + 1;
      if (lines.get(at).startsWith(FENCE)) {
        while (end < lines.size() && !lines.get(end).equals(FENCE)) {
          end++;
        }
        assertThat(end).as("%s:%d: the block has no end", page, at + 1).isLessThan(lines.size());
        String text =
            lines.subList(at + 1, end).stream().map(it -> it + "\n").collect(Collectors.joining());
        blocks.add(new DocBlock(page, at + 1, lines.get(at).substring(FENCE.length()), text));
        end++;
      }
      at = end;
    }
    return blocks;
  }

  private static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a shell block without comments and blank lines. */
  List<String> commands() {
    return text.lines()
        .map(it -> it.replaceFirst("(^|\\s+)#\\s.*$", "").strip())
        .filter(it -> !it.isEmpty())
        .toList();
  }

  @Override
  public String toString() {
    return file.getFileName() + ":" + line + " " + language;
  }
}
