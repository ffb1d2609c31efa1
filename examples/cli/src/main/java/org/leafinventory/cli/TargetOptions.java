package org.leafinventory.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.model.Printable;
import org.leafinventory.nix.leafconfig.LeafConfigReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which Macs to ask. */
final class TargetOptions {

  private static final String STDIN = "-";

  /** What the scripts took as their second argument, where the first is an address or full name. */
  private static final Pattern USER_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "TARGET",
      description =
          "10.1.1.10, admin@host, ssh://admin@host:2222, local: for this machine, or - for a list"
              + " on standard input.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--targets",
      paramLabel = "FILE",
      description = "Ask the targets in this file, one a line; # begins a comment. Repeatable.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--leaf-config",
      paramLabel = "FILE",
      description = "Ask every node of this leaf-config.nix or leaf.config.json.")
  private @Nullable Path leafConfig;

  @Option(
      names = {"-l", "--user"},
      paramLabel = "USER",
      description = "The user to log in as where a target names none (default: yours).")
  private @Nullable String user;

  /** Whether anything was named. */
  boolean isEmpty() {
    return words.isEmpty() && files.isEmpty() && leafConfig == null;
  }

  /** Whether there is a list, which may hold one target today and many tomorrow. */
  boolean isList() {
    return !files.isEmpty() || words.contains(STDIN);
  }

  /** The leaf-config that was named, for messages. */
  Optional<Path> leafConfig() {
    return Optional.ofNullable(leafConfig);
  }

  /** What was named, in that order. */
  List<Node> nodes(LoginOptions login) {
    try {
      String loginUser = user;
      List<String> targets = words;
      if (loginUser == null && isTargetAndUser()) {
        loginUser = words.get(1);
        targets = words.subList(0, 1);
      }
      List<Node> nodes = new ArrayList<>();
      for (String word : targets) {
        nodes.addAll(word.equals(STDIN) ? readList(STDIN) : List.of(Node.of(Target.parse(word))));
      }
      for (String file : files) {
        nodes.addAll(readList(file));
      }
      if (leafConfig != null) {
        LeafConfigReader.create().read(leafConfig).nodes().stream()
            .map(node -> new Node(node.target(), Optional.of(node.hostname())))
            .forEach(nodes::add);
      }
      return complete(nodes, login, loginUser);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** {@code extract HOST USER}, as the scripts were called. */
  private boolean isTargetAndUser() {
    return words.size() == 2
        && files.isEmpty()
        && leafConfig == null
        && words.get(0).matches("[^@]*[.:][^@]*")
        && USER_NAME.matcher(words.get(1)).matches();
  }

  private static List<Node> complete(
      List<Node> nodes, LoginOptions login, @Nullable String loginUser) {
    return nodes.stream()
        .map(
            node -> {
              boolean named = node.target().user().isPresent();
              return new Node(
                  login.complete(node.target(), named ? null : loginUser), node.called());
            })
        .toList();
  }

  private static List<Node> readList(String file) {
    String source = file.equals(STDIN) ? "standard input" : file;
    List<Node> nodes = new ArrayList<>();
    int number = 0;
    for (String line : read(file).lines().toList()) {
      number++;
      String target = line.replaceFirst("(^|\\s)#.*", "").strip();
      if (!target.isEmpty()) {
        try {
          nodes.add(Node.of(Target.parse(target)));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              source + ": line " + number + ": " + e.getMessage(), e);
        }
      }
    }
    return nodes;
  }

  private static String read(String file) {
    try {
      byte[] text =
          file.equals(STDIN) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
      return new String(text, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    } catch (IOException e) {
      throw new CliException("cannot read " + Printable.line(file) + ": " + WholeFiles.explain(e));
    }
  }
}
