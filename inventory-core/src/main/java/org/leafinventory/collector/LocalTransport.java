package org.leafinventory.collector;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.ByteSize;
import org.leafinventory.probe.Transcript;
import org.leafinventory.probe.Transport;

/**
 * Runs a script on the machine it stands on: {@code /bin/sh} as a child process, the script on its
 * standard input.
 *
 * <p>A run uses the calling thread and, while it lasts, one daemon thread that feeds the script. It
 * ends when the shell does; what a process that was left in the background still has to say is not
 * waited for. When the time limit, a limit of output or an interrupt ends it, the shell and
 * everything below it is killed, so that nothing is left. (Only a process that has left its parents
 * before that, as a daemon does, is nobody's child and stays.)
 *
 * <p>Immutable and thread-safe. There is nothing to close.
 */
public final class LocalTransport implements Transport {

  /** The scheme of targets that this transport can ask. */
  public static final String SCHEME = "local";

  /** The machine it stands on: {@code local:}. */
  public static final Target TARGET = Target.of(SCHEME, "");

  private final Settings settings;

  private LocalTransport(Settings settings) {
    this.settings = settings;
  }

  /** What a run may take and say, and what the shell finds around it. */
  record Settings(
      String shell,
      Optional<Map<String, String>> environment,
      Duration timeout,
      ByteSize maxStdout,
      ByteSize maxStderr) {}

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The kinds of failure are:
   *
   * <ul>
   *   <li>{@code UNSUPPORTED}: the target is not {@code local:}.
   *   <li>{@code TIMEOUT}: the time limit was reached.
   *   <li>{@code COMMAND}: there is no shell, or it said too much.
   *   <li>{@code CANCELLED}: the thread was interrupted; the flag is still set.
   * </ul>
   */
  @Override
  public Transcript run(Target target, String script) {
    if (!target.equals(TARGET)) {
      throw new CollectionException(
          target,
          FailureKind.UNSUPPORTED,
          "this collector asks no machine but the one it stands on",
          "write " + TARGET + " for that one, or use the collector of the scheme");
    }
    return new LocalRun(target, settings).execute(script);
  }

  /**
   * Builds a {@link LocalTransport}; not thread-safe.
   *
   * <ul>
   *   <li>environment: that of this process
   *   <li>time limit: 120 seconds
   *   <li>limits of output: 16 MiB of standard output, 1 MiB of standard error
   * </ul>
   */
  public static final class Builder {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final ByteSize MOST = ByteSize.ofGibibytes(1);

    private String shell = "/bin/sh";
    private Optional<Map<String, String>> environment = Optional.empty();
    private Duration timeout = Duration.ofMinutes(2);
    private ByteSize maxStdout = ByteSize.ofMebibytes(16);
    private ByteSize maxStderr = ByteSize.ofMebibytes(1);

    private Builder() {}

    /** The whole environment of the shell, in place of that of this process; copied. */
    public Builder environment(Map<String, String> variables) {
      environment = Optional.of(Map.copyOf(variables));
      return this;
    }

    /**
     * How long a run may take.
     *
     * @throws IllegalArgumentException if it is not positive, or more than a day
     */
    public Builder timeout(Duration limit) {
      if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "a time limit is more than 0 and at most a day: " + limit);
      }
      timeout = limit;
      return this;
    }

    /**
     * How much the script may write to standard output and to standard error.
     *
     * @throws IllegalArgumentException if one is 0 or more than 1 GiB
     */
    public Builder maxOutput(ByteSize stdout, ByteSize stderr) {
      maxStdout = requireSane(stdout);
      maxStderr = requireSane(stderr);
      return this;
    }

    /** Another shell, for tests. */
    Builder shell(String path) {
      shell = path;
      return this;
    }

    /** The transport. */
    public LocalTransport build() {
      return new LocalTransport(new Settings(shell, environment, timeout, maxStdout, maxStderr));
    }

    private static ByteSize requireSane(ByteSize limit) {
      if (limit.bytes() < 1 || limit.compareTo(MOST) > 0) {
        throw new IllegalArgumentException(
            "a limit of output is 1 byte to 1 GiB: " + limit.bytes() + " bytes");
      }
      return limit;
    }
  }
}
