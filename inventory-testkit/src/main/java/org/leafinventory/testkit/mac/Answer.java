package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What one command says, in place of the machine's own answer. */
record Answer(String tool, List<String> args, String stdout, String stderr, int exit) {

  private static final Pattern TOOL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final String XML = ".xml";
  private static final int MAX_EXIT = 255;

  Answer {
    requireTool(tool);
    if (exit < 0 || exit > MAX_EXIT) {
      throw new IllegalArgumentException("an exit status is 0 to " + MAX_EXIT + ": " + exit);
    }
    args = List.copyOf(args);
  }

  static void requireTool(String tool) {
    if (!TOOL.matcher(tool).matches()) {
      throw new IllegalArgumentException("not a bare command name: " + tool);
    }
  }

  void writeTo(Path answers) throws IOException {
    Path folder = Files.createDirectories(answers.resolve(tool));
    for (String key : keys(tool, args)) {
      Files.writeString(folder.resolve(key + ".out"), stdout);
      Files.writeString(folder.resolve(key + ".err"), stderr);
      Files.writeString(folder.resolve(key + ".exit"), exit + "\n");
      Files.deleteIfExists(folder.resolve(key + ".hang"));
    }
    Files.deleteIfExists(folder.resolve("missing"));
  }

  /** The names under which the fake tool looks up these arguments; it computes the same ones. */
  static List<String> keys(String tool, List<String> args) {
    List<String> keys =
        switch (tool) {
          case "sysctl" -> args.stream().filter(arg -> !arg.equals("-n")).toList();
          case "system_profiler" -> dataTypes(args);
          default -> List.of(joined(tool, args));
        };
    for (String key : keys) {
      if (key.contains("/")) {
        throw new IllegalArgumentException("cannot simulate an argument with a slash: " + key);
      }
    }
    return keys;
  }

  private static String joined(String tool, List<String> args) {
    String key = args.isEmpty() ? "no-arguments" : String.join("_", args);
    return tool.equals("diskutil") ? key.replace("_/dev/", "_") : key;
  }

  private static List<String> dataTypes(List<String> args) {
    List<String> types = new ArrayList<>();
    String form = args.contains("-xml") ? XML : "";
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.equals("-detailLevel") || arg.equals("-timeout")) {
        i++;
      } else if (!arg.startsWith("-")) {
        types.add(arg + form);
      }
    }
    return types;
  }
}
