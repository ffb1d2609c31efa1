package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code leaf} command. */
@Command(
    name = "leaf",
    header = "Knows what your Macs are made of.",
    description =
        "Collects the hardware inventory of Macs over SSH, keeps it as JSON history, decides tuning"
            + " values and writes Nix.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Exit status: 0 success, 1 failure (one line on standard error), 2 wrong usage.",
      "Try first: leaf demo"
    })
public final class Leaf implements Callable<Integer> {

  /** What people type to run this: the launcher says under which name it was called. */
  static final String COMMAND = System.getProperty("leaf.command", "leaf");

  /** Exit status of a command line that makes no sense. */
  static final int USAGE = 2;

  private static final int FAILURE = 1;

  /** Who named no other gets no log, and SLF4J need not look into every jar for one. */
  private static final String LOG_PROVIDER = "slf4j.provider";

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean verbose;

  Leaf() {}

  /** Runs the command line and ends the process with its exit status. */
  public static void main(String... args) {
    HeadStart.begin(System.getProperty("leaf.recording"), args);
    if (System.getProperty(LOG_PROVIDER) == null) {
      System.setProperty(LOG_PROVIDER, "org.slf4j.nop.NOPServiceProvider");
      System.setProperty("slf4j.internal.verbosity", "WARN");
    }
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /** Runs the command line and returns its exit status. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    Leaf leaf = new Leaf();
    CommandLine commandLine =
        Subcommands.addTo(new CommandLine(leaf), args)
            .setOut(out)
            .setErr(err)
            .setUsageHelpAutoWidth(true)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((failure, command, parsed) -> leaf.report(err, failure))
            .setParameterExceptionHandler((failure, arguments) -> reportUsage(err, failure));
    int status = commandLine.execute(args);
    out.flush();
    err.flush();
    return status;
  }

  /** Without a subcommand there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return USAGE;
  }

  private int report(PrintWriter err, Exception failure) {
    if (verbose) {
      failure.printStackTrace(err);
    } else {
      err.println("leaf: " + messageOf(failure));
    }
    return FAILURE;
  }

  private static String messageOf(Exception failure) {
    String message = failure.getMessage();
    boolean expected = failure.getClass().getName().startsWith("org.leafinventory.");
    if (expected && message != null) {
      return message.replace('\n', ' ');
    }
    return "unexpected "
        + failure.getClass().getSimpleName()
        + (message == null ? "" : ": " + message.replace('\n', ' '))
        + "; run again with --verbose and report this";
  }

  private static int reportUsage(PrintWriter err, ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    err.println("leaf: " + failure.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
      err.println();
      err.println(command.getHelp().fullSynopsis().strip());
      err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return USAGE;
  }
}
