package org.leafinventory.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** What {@code leaf} can do. */
final class Subcommands {

  private static final String HELP = "help";

  private static final List<Map.Entry<String, Class<?>>> ALL =
      List.of(
          Map.entry("demo", DemoCommand.class),
          Map.entry("init", InitCommand.class),
          Map.entry("extract", ExtractCommand.class),
          Map.entry("record", RecordCommand.class),
          Map.entry("probe-script", ProbeScriptCommand.class),
          Map.entry("import", ImportCommand.class),
          Map.entry("generate", GenerateCommand.class),
          Map.entry("hosts", HostsCommand.class),
          Map.entry("find", FindCommand.class),
          Map.entry("query", QueryCommand.class),
          Map.entry("show", ShowCommand.class),
          Map.entry("compare", CompareCommand.class),
          Map.entry("explain", ExplainCommand.class),
          Map.entry("history", HistoryCommand.class),
          Map.entry("diff", DiffCommand.class),
          Map.entry("events", EventsCommand.class),
          Map.entry("status", StatusCommand.class),
          Map.entry("timeline", TimelineCommand.class),
          Map.entry("graph", GraphCommand.class),
          Map.entry("rebuild", RebuildCommand.class),
          Map.entry("prune", PruneCommand.class),
          Map.entry("report", ReportCommand.class),
          Map.entry(HELP, CommandLine.HelpCommand.class));

  private Subcommands() {}

  /** Adds all of them. */
  static CommandLine addTo(CommandLine leaf) {
    ALL.forEach(subcommand -> leaf.addSubcommand(subcommand.getKey(), subcommand.getValue()));
    return leaf;
  }

  /**
   * Adds the one that {@code args} name, or all where they name none or help is wanted: to read the
   * annotations of two dozen takes longer than what many a command does.
   */
  static CommandLine addTo(CommandLine leaf, String... args) {
    return named(args)
        .map(type -> leaf.addSubcommand(word(args).orElseThrow(), type))
        .orElseGet(() -> addTo(leaf));
  }

  private static Optional<Class<?>> named(String... args) {
    return word(args)
        .filter(word -> !word.equals(HELP))
        .flatMap(
            word ->
                ALL.stream()
                    .filter(subcommand -> subcommand.getKey().equals(word))
                    .<Class<?>>map(Map.Entry::getValue)
                    .findFirst());
  }

  /** The first that is no option: those of {@code leaf} itself take no values. */
  static Optional<String> word(String... args) {
    return Arrays.stream(args).filter(arg -> !arg.startsWith("-")).findFirst();
  }
}
