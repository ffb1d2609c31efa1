package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A fault of one command, written into the folder of answers that the fake tool reads. */
record CommandFault(Kind kind, String tool, List<String> args, Duration delay) implements Fault {

  enum Kind {
    HANGING,
    SLOW,
    MISSING,
    GARBAGE,
    TRUNCATED
  }

  private static final String WHOLE_TOOL = "all";
  private static final byte[] NOT_UTF_8 = {(byte) 0xC3, 0x28, (byte) 0xFF, (byte) 0xFE, 0x00};

  CommandFault {
    Answer.requireTool(tool);
  }

  void applyTo(Path answers) throws IOException {
    Path folder = Files.createDirectories(answers.resolve(tool));
    switch (kind) {
      case MISSING -> Files.write(folder.resolve("missing"), new byte[0]);
      case HANGING -> mark(folder, ".hang", "");
      case SLOW -> mark(folder, ".delay", seconds() + "\n");
      case GARBAGE, TRUNCATED -> spoil(folder);
    }
  }

  private void mark(Path folder, String suffix, String text) throws IOException {
    List<String> keys = args.isEmpty() ? List.of(WHOLE_TOOL) : Answer.keys(tool, args);
    for (String key : keys) {
      Files.writeString(folder.resolve(key + suffix), text);
    }
  }

  private String seconds() {
    return BigDecimal.valueOf(delay.toMillis(), 3).toPlainString();
  }

  private void spoil(Path folder) throws IOException {
    List<Path> outputs = outputs(folder);
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("this Mac has no answer to spoil: " + tool + " " + args);
    }
    for (Path output : outputs) {
      byte[] bytes = Files.readAllBytes(output);
      Files.write(output, kind == Kind.TRUNCATED ? firstHalf(bytes) : withGarbage(bytes));
    }
  }

  private List<Path> outputs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> wanted = Answer.keys(tool, args).stream().map(key -> key + ".out").toList();
      return files
          .filter(file -> file.getFileName().toString().endsWith(".out"))
          .filter(file -> args.isEmpty() || wanted.contains(file.getFileName().toString()))
          .toList();
    }
  }

  private static byte[] firstHalf(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] withGarbage(byte[] bytes) {
    int middle = bytes.length / 2;
    byte[] spoiled = Arrays.copyOf(bytes, bytes.length + NOT_UTF_8.length);
    System.arraycopy(NOT_UTF_8, 0, spoiled, middle, NOT_UTF_8.length);
    System.arraycopy(bytes, middle, spoiled, middle + NOT_UTF_8.length, bytes.length - middle);
    return spoiled;
  }
}
