package org.leafinventory.cli;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;
import org.leafinventory.fleet.FleetOptions;
import org.leafinventory.fleet.Pacing;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many Macs are asked at a time, and how often. */
final class FleetOption {

  private static final int DEFAULT_PARALLELISM = 32;
  private static final int DEFAULT_RETRIES = 2;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "" + DEFAULT_PARALLELISM,
      description = "Macs to ask at a time (default: ${DEFAULT-VALUE}).")
  private int parallelism = DEFAULT_PARALLELISM;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description =
          "More attempts after a failure that may pass: no connection, a time limit, a probe that"
              + " broke off (default: "
              + DEFAULT_RETRIES
              + " for several targets, 0 for one).")
  private @Nullable Integer retries;

  @Option(
      names = "--per-address",
      paramLabel = "N",
      description =
          "Connections at a time to one address, where several targets share it: that of the"
              + " jump host, for those that lie behind one (default: no limit).")
  private @Nullable Integer perAddress;

  @Option(
      names = "--interval",
      paramLabel = "MS",
      defaultValue = "0",
      description =
          "Milliseconds between two connections to one address, or jump host (default: 0).")
  private int interval;

  /** Whether one target is to be treated as a fleet of one. */
  boolean isAsked() {
    return retries != null || perAddress != null || interval > 0;
  }

  int parallelism() {
    return parallelism;
  }

  int retries() {
    return retries == null ? DEFAULT_RETRIES : retries;
  }

  /**
   * The options of a run.
   *
   * @param entryPoint tells the host that is connected to first on the way to a target
   */
  FleetOptions.Builder options(Function<Target, String> entryPoint) {
    try {
      return FleetOptions.builder()
          .parallelism(parallelism)
          .retries(retries())
          .pacing(pacing(entryPoint));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Pacing pacing(Function<Target, String> entryPoint) {
    if (perAddress == null && interval == 0) {
      return Pacing.none();
    }
    return Pacing.perEntryPoint(entryPoint, perAddress == null ? Integer.MAX_VALUE : perAddress)
        .withInterval(Duration.ofMillis(interval));
  }
}
