package org.leafinventory.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.IssueKind;
import org.leafinventory.policy.Tier;
import org.leafinventory.query.Condition;
import org.leafinventory.query.Conditions;
import org.leafinventory.query.InventoryField;
import org.leafinventory.query.InventoryQuery;
import org.leafinventory.query.TierDimension;
import org.leafinventory.query.VersionRange;
import org.leafinventory.standard.StandardTuningPolicy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Conditions for those who do not know jq, order and limit. A host must meet all of them. */
final class ConditionOptions {

  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhdw])");
  private static final Pattern SIZE = Pattern.compile("(?i)(\\d{1,9})\\s*(GB|TB)?");

  private final List<Condition> conditions = new ArrayList<>();
  private InventoryQuery order = InventoryQuery.all();

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--memory-at-least",
      paramLabel = "GB",
      description = "Main memory in GB (binary, as macOS counts it).")
  void memory(long gigabytes) {
    add("--memory-at-least", gigabytes, it -> Conditions.memoryAtLeast(ByteSize.ofGibibytes(it)));
  }

  @Option(names = "--cores-at-least", paramLabel = "N", description = "Physical cores.")
  void cores(int cores) {
    conditions.add(Conditions.coresAtLeast(cores));
  }

  @Option(
      names = "--storage-at-least",
      paramLabel = "SIZE",
      description = "Own storage, such as 500GB or 1TB (decimal, as disks are sold).")
  void storage(String size) {
    add("--storage-at-least", size, it -> Conditions.storageAtLeast(size(it)));
  }

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "Model identifier (Mac14,14) or a part of the model's name (studio).")
  void model(String model) {
    conditions.add(Conditions.model(model));
  }

  @Option(
      names = "--macos",
      paramLabel = "RANGE",
      description = "Versions of macOS: '>=14,<16', '26', '!=15.6'.")
  void macos(String range) {
    add("--macos", range, it -> Conditions.macos(VersionRange.parse(it)));
  }

  @Option(
      names = "--tier",
      paramLabel = "DIMENSION=TIER",
      description = "cores, memory or storage = high, medium or low, by the standard policy.")
  void tier(Map<String, String> tiers) {
    tiers.forEach(
        (dimension, tier) ->
            add(
                "--tier",
                tier,
                it ->
                    Conditions.tier(
                        StandardTuningPolicy.standard(),
                        constant(TierDimension.class, dimension),
                        constant(Tier.class, it))));
  }

  @Option(
      names = "--has-issue",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "WHICH",
      description = "Any issue, or one in a section (disks) or of a kind (timed_out).")
  void issue(String which) {
    conditions.add(issueCondition(which));
  }

  @Option(
      names = "--not-seen-since",
      paramLabel = "TIME",
      description = "Last asked before: 30d, 12h, 2w ago, a date or a time in UTC.")
  void notSeenSince(String time) {
    Instant now = Clock.systemUTC().instant();
    add("--not-seen-since", time, it -> Conditions.notSeenSince(time(it, now)));
  }

  @Option(names = "--architecture", paramLabel = "ARCH", description = "arm64 or x86_64.")
  void architecture(String architecture) {
    add(
        "--architecture",
        architecture,
        it -> Conditions.architecture(constant(Architecture.class, it)));
  }

  @Option(
      names = "--virtual",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      description = "Virtual machines alone, or none of them.")
  void virtual(boolean virtual) {
    conditions.add(Conditions.virtualMachine(virtual));
  }

  @Option(
      names = "--sort",
      paramLabel = "FIELD",
      split = ",",
      description =
          "host, model, cpu, cores, memory, storage, macos, architecture, asked_at or issues;"
              + " with '-' before it the greatest first.")
  void sort(List<String> fields) {
    for (String field : fields) {
      boolean descending = field.startsWith("-");
      InventoryField by =
          checked("--sort", descending ? field.substring(1) : field, InventoryField::named);
      order =
          order.sortedBy(
              by,
              descending
                  ? InventoryQuery.Direction.DESCENDING
                  : InventoryQuery.Direction.ASCENDING);
    }
  }

  @Option(names = "--limit", paramLabel = "N", description = "At most so many hosts.")
  private @Nullable Long limit;

  /** The question that the options put. */
  InventoryQuery query() {
    InventoryQuery query = order;
    for (Condition condition : conditions) {
      query = query.where(condition);
    }
    Long most = limit;
    return most == null ? query : query.limit(checked("--limit", most, it -> notNegative(it)));
  }

  /** Whether any condition was given. */
  boolean isEmpty() {
    return conditions.isEmpty();
  }

  private <T> void add(String option, T value, Function<T, Condition> condition) {
    conditions.add(checked(option, value, condition));
  }

  private <T, R> R checked(String option, T value, Function<T, R> reading) {
    try {
      return reading.apply(value);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
    }
  }

  private static long notNegative(long limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("a limit cannot be negative: " + limit);
    }
    return limit;
  }

  private static Condition issueCondition(String which) {
    if (which.isEmpty()) {
      return Conditions.hasIssue();
    }
    return Arrays.stream(IssueKind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(which))
        .findFirst()
        .map(Conditions::hasIssue)
        .orElseGet(() -> Conditions.hasIssueIn(which));
  }

  private static ByteSize size(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no size; write 500GB or 1TB");
    }
    long count = Long.parseLong(size.group(1));
    return ByteSize.ofGigabytes("tb".equalsIgnoreCase(size.group(2)) ? count * 1000 : count);
  }

  private static Instant time(String text, Instant now) {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      long count = Long.parseLong(ago.group(1));
      return now.minus(
          switch (ago.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
          });
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time; write 30d, 12h, 2026-01-24 or 2026-01-24T12:00:00Z", e);
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    List<E> all = List.of(type.getEnumConstants());
    return all.stream()
        .filter(constant -> constant.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + text + "' is none of " + all.toString().toLowerCase(Locale.ROOT)));
  }
}
