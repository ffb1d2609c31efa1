package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.leafinventory.model.Battery;
import org.leafinventory.model.Power;

/** Mains, battery and uninterruptible power supply. */
final class PowerReader {

  private static final String IN_USE = "Current Power Source";

  private PowerReader() {}

  static Optional<Power> read(Answers answers) {
    List<JsonNode> items = answers.profile("SPPowerDataType", "power");
    if (items.isEmpty()) {
      return Optional.empty();
    }
    JsonNode sources = named(items, "sppower_information");
    JsonNode charger = named(items, "sppower_ac_charger_information");
    JsonNode hardware = named(items, "sppower_hwconfig_information");
    OptionalInt watts = Tree.count(charger, "sppower_ac_charger_watts");
    return Optional.of(
        Power.builder()
            .acConnected(
                acConnected(sources)
                    .or(() -> Tree.bool(charger, "sppower_battery_charger_connected")))
            .battery(battery(answers, named(items, "spbattery_information")))
            .upsInstalled(Tree.bool(hardware, "sppower_ups_installed"))
            .chargerWatts(watts.orElse(0) > 0 ? watts : OptionalInt.empty())
            .build());
  }

  /** Only the source in use says that it is; which others there are differs between Macs. */
  private static Optional<Boolean> acConnected(JsonNode sources) {
    Optional<Boolean> mains = Tree.bool(sources.path("AC Power"), IN_USE);
    boolean other =
        Stream.of("Battery Power", "UPS Power")
            .anyMatch(source -> Tree.bool(sources.path(source), IN_USE).orElse(false));
    return mains.or(() -> other ? Optional.of(false) : Optional.empty());
  }

  private static Optional<Battery> battery(Answers answers, JsonNode item) {
    return item.isMissingNode() || !Tree.bool(item, "sppower_battery_installed").orElse(true)
        ? Optional.empty()
        : answers.part("power", () -> battery(item));
  }

  private static Battery battery(JsonNode item) {
    JsonNode charge = item.path("sppower_battery_charge_info");
    JsonNode health = item.path("sppower_battery_health_info");
    return Battery.builder()
        .chargePercent(charge(charge))
        .charging(Tree.bool(charge, "sppower_battery_is_charging"))
        .cycleCount(Tree.count(health, "sppower_battery_cycle_count"))
        .condition(Tree.text(health, "sppower_battery_health"))
        .maximumCapacityPercent(Tree.count(health, "sppower_battery_health_maximum_capacity"))
        .fullyCharged(Tree.bool(charge, "sppower_battery_fully_charged"))
        .serialNumber(
            Tree.known(item.path("sppower_battery_model_info"), "sppower_battery_serial_number"))
        .build();
  }

  /** In percent since macOS 11; before, as milliampere-hours of how many. */
  private static OptionalInt charge(JsonNode charge) {
    OptionalInt percent = Tree.count(charge, "sppower_battery_state_of_charge");
    int now = Tree.count(charge, "sppower_battery_current_capacity").orElse(-1);
    int full = Tree.count(charge, "sppower_battery_max_capacity").orElse(0);
    if (percent.isEmpty() && now >= 0 && now <= full && full > 0) {
      return OptionalInt.of((int) Math.round(100.0 * now / full));
    }
    return percent.orElse(101) <= 100 ? percent : OptionalInt.empty();
  }

  private static JsonNode named(List<JsonNode> items, String name) {
    return items.stream()
        .filter(item -> item.path("_name").asText().equals(name))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }
}
