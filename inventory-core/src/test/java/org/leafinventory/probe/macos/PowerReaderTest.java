package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.model.Battery;
import org.leafinventory.model.Power;

class PowerReaderTest {

  @Test
  void reads_a_battery_whose_percentage_has_a_no_break_space() {
    Said said =
        power(
            """
            [{'_name': 'spbattery_information',
              'sppower_battery_charge_info': {
                'sppower_battery_is_charging': 'FALSE', 'sppower_battery_state_of_charge': 71},
              'sppower_battery_health_info': {
                'sppower_battery_cycle_count': 12, 'sppower_battery_health': 'Good',
                'sppower_battery_health_maximum_capacity': '100\u00a0%'}},
             {'_name': 'sppower_information', 'AC Power': {'Current Power Source': 'TRUE'}},
             {'_name': 'sppower_hwconfig_information', 'sppower_ups_installed': 'FALSE'}]
            """);
    assertThat(said.inventory().power())
        .contains(
            Power.builder()
                .acConnected(true)
                .upsInstalled(false)
                .battery(
                    Battery.builder()
                        .chargePercent(71)
                        .charging(false)
                        .cycleCount(12)
                        .condition("Good")
                        .maximumCapacityPercent(100)
                        .build())
                .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"86 %", "86%", "86\u202f%", "86\u00a0%", " 86 % "})
  void percentages_are_read_in_any_spacing(String text) {
    assertThat(maximumCapacity("'" + text + "'")).isEqualTo(86);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'much'", "-5", "1e99", "[86]", "'%'", "99999999999"})
  void percentages_that_are_none_are_not_told(String json) {
    assertThat(maximumCapacity(json)).isEqualTo(-1);
  }

  @Test
  void a_machine_without_a_battery_has_none() {
    Said said = power("[{'_name': 'spbattery_information', 'sppower_battery_installed': 'FALSE'}]");
    assertThat(said.inventory().power()).contains(Power.builder().build());
  }

  @Test
  void a_guest_without_power_data_tells_nothing() {
    assertThat(power("[]").inventory().power()).isEmpty();
  }

  private static int maximumCapacity(String json) {
    return power(
            "[{'_name': 'spbattery_information', 'sppower_battery_health_info':"
                + " {'sppower_battery_health_maximum_capacity': "
                + json
                + "}}]")
        .inventory()
        .power()
        .flatMap(Power::battery)
        .orElseThrow()
        .maximumCapacityPercent()
        .orElse(-1);
  }

  private static Said power(String items) {
    return Said.bareMac().profile("SPPowerDataType", items);
  }
}
