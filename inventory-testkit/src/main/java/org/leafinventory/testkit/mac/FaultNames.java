package org.leafinventory.testkit.mac;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Faults as annotations and command lines spell them: {@code NAME} or {@code NAME:COMMAND}. */
final class FaultNames {

  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final int DROP_AFTER = 1000;
  private static final String PROFILER = "system_profiler";

  /** A command and its arguments. */
  private record Command(String tool, List<String> words) {

    String[] args() {
      return words.toArray(String[]::new);
    }

    /** Words as in a shell without quotes; a data type alone is one of {@code system_profiler}. */
    static Command parse(String text) {
      List<String> words = List.of(text.strip().split("\\s+"));
      return words.get(0).matches("SP\\w+DataType")
          ? new Command(PROFILER, words)
          : new Command(words.get(0), words.subList(1, words.size()));
    }
  }

  private static final Map<String, Function<Optional<String>, Fault>> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("noisy-shell", alone("noisy-shell", Fault.noisyShell()));
    NAMES.put("noisy-logout", alone("noisy-logout", Fault.noisyLogout()));
    NAMES.put(
        "refuse-authentication", alone("refuse-authentication", Fault.refuseAuthentication()));
    NAMES.put("refuse-session", alone("refuse-session", Fault.refuseSession()));
    NAMES.put("endless-output", alone("endless-output", Fault.endlessOutput()));
    NAMES.put("drop-connection", bytes -> Fault.dropConnectionAfter(number(bytes)));
    NAMES.put(
        "hang",
        command ->
            command
                .map(Command::parse)
                .map(it -> Fault.hanging(it.tool(), it.args()))
                .orElseGet(Fault::hangBeforeOutput));
    NAMES.put(
        "slow",
        command -> {
          Command slow = Command.parse(command.orElse(PROFILER));
          return Fault.slow(SLOW, slow.tool(), slow.args());
        });
    NAMES.put("missing-tool", command -> Fault.missing(required("missing-tool", command).tool()));
    NAMES.put(
        "garbage",
        command -> {
          Command spoiled = required("garbage", command);
          return Fault.garbage(spoiled.tool(), spoiled.args());
        });
    NAMES.put(
        "truncated",
        command -> {
          Command spoiled = required("truncated", command);
          return Fault.truncated(spoiled.tool(), spoiled.args());
        });
  }

  private FaultNames() {}

  static Fault parse(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    Optional<String> detail =
        colon < 0
            ? Optional.empty()
            : Optional.of(text.substring(colon + 1)).filter(it -> !it.isBlank());
    Function<Optional<String>, Fault> maker = NAMES.get(name.strip());
    if (maker == null) {
      throw new IllegalArgumentException(
          "no fault is named " + name + "; there are " + NAMES.keySet());
    }
    return maker.apply(detail);
  }

  private static Function<Optional<String>, Fault> alone(String name, Fault fault) {
    return detail -> {
      if (detail.isPresent()) {
        throw new IllegalArgumentException(
            name + " concerns the whole Mac; write it without :" + detail.get());
      }
      return fault;
    };
  }

  private static Command required(String name, Optional<String> command) {
    return Command.parse(
        command.orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + " needs a command; write " + name + ":ifconfig")));
  }

  private static int number(Optional<String> bytes) {
    try {
      return bytes.map(text -> Integer.parseInt(text.strip())).orElse(DROP_AFTER);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "drop-connection takes a number of bytes; write drop-connection:" + DROP_AFTER, e);
    }
  }
}
