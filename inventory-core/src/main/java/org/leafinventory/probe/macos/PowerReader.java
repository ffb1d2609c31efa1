package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import org.leafinventory.model.Battery;
import org.leafinventory.model.Power;

/** Mains, battery and uninterruptible power supply. */
final class PowerReader {

  private PowerReader() {}

  static Optional<Power> read(Answers answers) {
    List<JsonNode> items = answers.profile("SPPowerDataType", "power");
    if (items.isEmpty()) {
      return Optional.empty();
    }
    JsonNode source = named(items, "sppower_information").path("AC Power");
    JsonNode charger = named(items, "sppower_ac_charger_information");
    JsonNode hardware = named(items, "sppower_hwconfig_information");
    return Optional.of(
        Power.builder()
            .acConnected(
                Tree.bool(source, "Current Power Source")
                    .or(() -> Tree.bool(charger, "sppower_battery_charger_connected")))
            .battery(battery(answers, named(items, "spbattery_information")))
            .upsInstalled(Tree.bool(hardware, "sppower_ups_installed"))
            .build());
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
        .chargePercent(Tree.count(charge, "sppower_battery_state_of_charge"))
        .charging(Tree.bool(charge, "sppower_battery_is_charging"))
        .cycleCount(Tree.count(health, "sppower_battery_cycle_count"))
        .condition(Tree.text(health, "sppower_battery_health"))
        .maximumCapacityPercent(Tree.count(health, "sppower_battery_health_maximum_capacity"))
        .build();
  }

  private static JsonNode named(List<JsonNode> items, String name) {
    return items.stream()
        .filter(item -> item.path("_name").asText().equals(name))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }
}
