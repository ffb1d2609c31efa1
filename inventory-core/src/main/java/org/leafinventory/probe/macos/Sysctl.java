package org.leafinventory.probe.macos;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.ByteSize;

/** The answer of {@code sysctl}, by name; a name that the kernel lacks is merely absent. */
final class Sysctl {

  private static final Pattern LINE = Pattern.compile("([A-Za-z_][\\w.-]*)(?::| =) ?(.*)");
  private static final Pattern BOOT = Pattern.compile("\\{ sec = ([0-9]{1,12}),.*");
  private static final int MAX_LEVELS = 16;

  private final Map<String, String> values = new HashMap<>();

  Sysctl(String output) {
    output
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> values.putIfAbsent(line.group(1), line.group(2).strip()));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  OptionalInt count(String name) {
    String value = values.getOrDefault(name, "");
    return value.matches("[0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(value))
        : OptionalInt.empty();
  }

  /** A number of any size. */
  OptionalLong number(String name) {
    String value = values.getOrDefault(name, "");
    return value.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(value))
        : OptionalLong.empty();
  }

  /** A flag that is 0 or 1. */
  Optional<Boolean> flag(String name) {
    OptionalInt value = count(name);
    return value.isPresent() ? Optional.of(value.getAsInt() == 1) : Optional.empty();
  }

  /** A size of more than nothing. */
  Optional<ByteSize> bytes(String name) {
    String value = values.getOrDefault(name, "");
    return value.matches("[1-9][0-9]{0,14}")
        ? Optional.of(ByteSize.ofBytes(Long.parseLong(value)))
        : Optional.empty();
  }

  Optional<Instant> bootTime() {
    Matcher boot = BOOT.matcher(values.getOrDefault("kern.boottime", ""));
    if (!boot.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(boot.group(1))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** How many kinds of cores there are; 0 where the kernel does not tell. */
  int performanceLevels() {
    return Math.min(count("hw.nperflevels").orElse(0), MAX_LEVELS);
  }
}
