package org.leafinventory.testkit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.Reason;

/**
 * A reason, taken at its word as far as it is written in amounts: {@code 24 cores} observed, {@code
 * >= 8 cores and < 16 cores} as the rule. Other wordings claim nothing that could be checked here.
 */
final class Claim {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INTERNAL_STORAGE = "internal storage";
  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("core", BigDecimal.ONE),
          Map.entry("cores", BigDecimal.ONE),
          Map.entry("byte", BigDecimal.ONE),
          Map.entry("bytes", BigDecimal.ONE),
          Map.entry("MiB", BigDecimal.valueOf(1L << 20)),
          Map.entry("GiB", BigDecimal.valueOf(1L << 30)),
          Map.entry("TiB", BigDecimal.valueOf(1L << 40)),
          Map.entry("MB", BigDecimal.TEN.pow(6)),
          Map.entry("GB", BigDecimal.TEN.pow(9)),
          Map.entry("TB", BigDecimal.TEN.pow(12)));
  private static final String AMOUNT =
      "\\d+(?:\\.\\d+)? (?:" + String.join("|", UNITS.keySet()) + ")";
  private static final String BOUND = "(?:>=|<=|>|<) " + AMOUNT;
  private static final Pattern BOUNDS = Pattern.compile(BOUND + "(?: and " + BOUND + ")*");
  private static final Pattern ONE_BOUND = Pattern.compile("(>=|<=|>|<) (" + AMOUNT + ")");

  private final Reason reason;

  Claim(Reason reason) {
    this.reason = reason;
  }

  /** Whether what was observed is within the bounds of the rule. */
  boolean ruleHolds() {
    Optional<BigDecimal> observed = amount(reason.observed());
    if (observed.isEmpty() || !BOUNDS.matcher(reason.rule()).matches()) {
      return true;
    }
    Matcher bound = ONE_BOUND.matcher(reason.rule());
    boolean holds = true;
    while (bound.find()) {
      int order = observed.get().compareTo(amount(bound.group(2)).orElseThrow());
      holds &=
          switch (bound.group(1)) {
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order < 0;
          };
    }
    return holds;
  }

  /** Whether the fact of this Mac is what was observed. */
  boolean isTrueOf(HardwareInventory mac) {
    Optional<BigDecimal> observed = amount(reason.observed());
    return observed.isEmpty()
        || fact(mac).map(fact -> observed.get().compareTo(fact) == 0).orElse(true);
  }

  private Optional<BigDecimal> fact(HardwareInventory mac) {
    if (reason.fact().equals(INTERNAL_STORAGE)) {
      return Optional.of(BigDecimal.valueOf(mac.internalStorage().bytes()));
    }
    JsonNode node = tree(mac);
    for (String key : reason.fact().split("\\.")) {
      node = node.path(key);
    }
    return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
  }

  private static JsonNode tree(HardwareInventory mac) {
    try {
      return JSON.readTree(InventoryJson.write(mac));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the codec wrote something else than JSON", e);
    }
  }

  private static Optional<BigDecimal> amount(String text) {
    if (!text.matches(AMOUNT)) {
      return Optional.empty();
    }
    int space = text.indexOf(' ');
    BigDecimal unit = Objects.requireNonNull(UNITS.get(text.substring(space + 1)));
    return Optional.of(new BigDecimal(text.substring(0, space)).multiply(unit));
  }
}
