package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Java in the documentation: a block stands in a source of this project, indentation aside, or it
 * compiles: a whole file as it is, statements in a method that sees all of the library and the
 * names of {@link #GIVEN}.
 */
final class DocPrograms {

  private static final Pattern CLASS = Pattern.compile("(?m)^public (?:final )?class (\\w+)");
  private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

  /** What a page may speak of without saying where it is from. */
  private static final String GIVEN =
      """
      InventoryService service;
      List<Target> targets;
      Path root;
      Recording recording;
      HardwareInventory inventory;
      TuningPolicy ours;
      Optional<String> jumpHostOf(Target target) { return Optional.empty(); }
      """;

  private static final String JAVA =
      """
      import java.io.*;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.stream.Stream;
      """;

  private final Path folder;

  DocPrograms(Path folder) {
    this.folder = folder;
  }

  /** Compiles those of {@code blocks} that stand in no source. */
  void compile(List<DocBlock> blocks) throws IOException, InterruptedException {
    String sources = sources();
    List<String> files = new ArrayList<>();
    for (DocBlock block : blocks) {
      if (!sources.contains(flat(block.text()))) {
        files.add(write(block, files.size()).toString());
      }
    }
    List<String> command = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
    command.addAll(files);
    java("javac", command);
  }

  /** Runs a class that was compiled, in the same folder; returns what it printed. */
  String run(String name) throws IOException, InterruptedException {
    return java("java", List.of(name));
  }

  private Path write(DocBlock block, int number) throws IOException {
    Matcher whole = CLASS.matcher(block.text());
    if (whole.find()) {
      return Files.writeString(folder.resolve(whole.group(1) + ".java"), block.text());
    }
    String name = "Doc" + number;
    return Files.writeString(
        folder.resolve(name + ".java"),
        JAVA
            + imports()
            + "abstract class "
            + name
            + " {\n"
            + GIVEN
            + "void run() throws Exception { // "
            + block
            + "\n"
            + block.text()
            + "}}\n");
  }

  private static String imports() throws IOException {
    StringBuilder imports = new StringBuilder();
    for (String module : List.of("api", "core", "ssh", "nix")) {
      String text =
          Files.readString(
              DocBlock.PROJECT.resolve("inventory-" + module + "/src/main/java/module-info.java"));
      EXPORT
          .matcher(text)
          .results()
          .forEach(export -> imports.append("import ").append(export.group(1)).append(".*;\n"));
    }
    return imports.toString();
  }

  private String java(String program, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
    command.add("-cp");
    command.add(
        folder
            + File.pathSeparator
            + System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(arguments);
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int status = process.waitFor();
    String text = Files.readString(said);
    assertThat(status).as(text).isZero();
    return text;
  }

  /** Everything that the build compiles, line by line without indentation. */
  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(DocBlock.PROJECT)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(DocPrograms::isSource).toList()) {
        all.append(flat(Files.readString(file)));
      }
      return all.toString();
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") && !file.toString().contains("/target/");
  }

  private static String flat(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
  }
}
