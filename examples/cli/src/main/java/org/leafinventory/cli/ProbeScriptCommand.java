package org.leafinventory.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.leafinventory.probe.macos.MacProbe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leaf probe-script}. */
@Command(
    name = "probe-script",
    header = "Print the script that runs on a Mac, for review.",
    description =
        "What 'extract' and 'record' feed to /bin/sh there, to the letter but for the mark that"
            + " frames the answers, which is random and new for every run. It may be run by hand:"
            + " ssh HOST /bin/sh < FILE",
    mixinStandardHelpOptions = true)
final class ProbeScriptCommand implements Callable<Integer> {

  private static final String SAMPLE_MARK = "samplemark";

  @Option(
      names = "--probe-timeout",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "Limit for each command on the Mac (default: ${DEFAULT-VALUE}).")
  private int probeTimeout = 20;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "# The mark \"" + SAMPLE_MARK + "\" is a sample: each run has a random one instead.");
    out.print(script());
    return 0;
  }

  private String script() {
    try {
      return MacProbe.script(SAMPLE_MARK, Duration.ofSeconds(probeTimeout)).text();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
