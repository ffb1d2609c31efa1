package org.leafinventory.nix.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.model.Architecture;
import org.leafinventory.nix.HostOptions;
import org.leafinventory.nix.HostWriter;

class HostConfigurationTest {

  private static final String STUDIO = "outputs.darwinConfigurations.mac-prod-01.config";

  @TempDir private Path folder;

  @Test
  void a_host_is_configured_as_its_hardware_and_tuning_suggest() {
    JsonNode config = LeafFolder.write(folder, Macs.STUDIO).evaluate(STUDIO);

    assertThat(config.at("/networking/hostName").asText()).isEqualTo("mac-prod-01");
    assertThat(config.at("/networking/localHostName").asText()).isEqualTo("mac-prod-01");
    assertThat(config.at("/networking/computerName").asText()).isEqualTo("Mac of mac-prod-01");
    assertThat(config.at("/nixpkgs/hostPlatform").asText()).isEqualTo("aarch64-darwin");
    assertThat(config.at("/system/stateVersion").asInt()).isEqualTo(6);
    assertThat(config.at("/nix/settings/max-jobs").asInt()).isEqualTo(16);
    assertThat(config.at("/nix/settings/cores").asInt()).isEqualTo(2);
    assertThat(config.at("/leaf/hardware/hardware/cpu/cores").asInt()).isEqualTo(24);
    assertThat(config.at("/leaf/nats/enable").asBoolean()).isTrue();
    assertThat(config.at("/services/prometheus/exporters/node/enable").asBoolean()).isTrue();
    assertThat(config.at("/leaf/monitoring/retention").asText()).isEqualTo("90d");
  }

  @Test
  void a_name_that_macos_refuses_as_host_name_is_left_unset() {
    JsonNode config =
        LeafFolder.write(folder, Macs.mac("mac_1.local", Architecture.ARM64, 8, 16))
            .evaluate("outputs.darwinConfigurations.\"mac_1.local\".config");

    assertThat(config.at("/networking/hostName").isNull()).isTrue();
    assertThat(config.at("/networking/localHostName").isNull()).isTrue();
    assertThat(config.at("/networking/computerName").asText()).isEqualTo("Mac of mac_1.local");
  }

  @Test
  void a_hostile_name_evaluates_to_itself() {
    String name = "${builtins.abort \"x\"} '' \\ \" $${y} \n end";

    JsonNode config =
        LeafFolder.write(folder, Macs.withComputerName(Macs.STUDIO, name)).evaluate(STUDIO);

    assertThat(config.at("/networking/computerName").asText()).isEqualTo(name);
    assertThat(config.at("/leaf/hardware/system/computerName").asText()).isEqualTo(name);
  }

  @Test
  void everything_is_overridable_in_local_nix() {
    JsonNode config =
        LeafFolder.write(folder, Macs.STUDIO)
            .with(
                "hosts/mac-prod-01/local.nix",
                """
                {
                  networking = { hostName = "other"; computerName = "Other"; };
                  nix.settings = { max-jobs = "auto"; cores = 0; };
                  system.stateVersion = 5;
                  leaf.nats.enable = false;
                  leaf.monitoring.enable = false;
                }
                """)
            .evaluate(STUDIO);

    assertThat(config.at("/networking/hostName").asText()).isEqualTo("other");
    assertThat(config.at("/networking/computerName").asText()).isEqualTo("Other");
    assertThat(config.at("/nix/settings/max-jobs").asText()).isEqualTo("auto");
    assertThat(config.at("/system/stateVersion").asInt()).isEqualTo(5);
    assertThat(config.at("/launchd/daemons").isEmpty()).isTrue();
    assertThat(config.at("/services/prometheus/exporters/node/enable").asBoolean()).isFalse();
  }

  @Test
  void the_desktop_is_set_up_only_for_a_primary_user() {
    LeafFolder leaf = LeafFolder.write(folder, Macs.STUDIO);
    String time = STUDIO + ".system.defaults.NSGlobalDomain.NSWindowResizeTime";
    assertThat(leaf.evaluate(time).isNull()).isTrue();

    HostWriter.at(folder)
        .with(HostOptions.builder().primaryUser("admin").stateVersion(7).build())
        .export(Macs.STUDIO, Macs.HIGH);

    assertThat(leaf.evaluate(time).asDouble()).isEqualTo(0.001);
    assertThat(leaf.evaluate(STUDIO + ".system.primaryUser").asText()).isEqualTo("admin");
    assertThat(leaf.evaluate(STUDIO + ".system.stateVersion").asInt()).isEqualTo(7);
  }

  @Test
  void a_wrong_value_in_the_data_names_its_key() {
    LeafFolder leaf = LeafFolder.write(folder, Macs.STUDIO);
    String file = "hosts/mac-prod-01/hardware.nix";
    leaf.with(file, leaf.text(file).replace("cores = 24", "cores = \"24\""));

    assertThat(leaf.complaint(STUDIO + ".assertions"))
        .contains("leaf.hardware.hardware.cpu.cores' is not of type `positive integer'");
  }

  @Test
  void keys_of_later_versions_pass() {
    LeafFolder leaf = LeafFolder.write(folder, Macs.STUDIO);
    String file = "hosts/mac-prod-01/hardware.nix";
    leaf.with(file, leaf.text(file).replace("  disks =", "  news.of.tomorrow = 1;\n  disks ="));

    assertThat(leaf.evaluate(STUDIO + ".leaf.hardware.news.of.tomorrow").asInt()).isEqualTo(1);
  }

  @Test
  void the_stand_ins_refuse_a_misspelt_option_and_a_wrong_type() {
    LeafFolder leaf = LeafFolder.write(folder, Macs.STUDIO);

    leaf.with("hosts/mac-prod-01/local.nix", "{ networking.hostname = \"x\"; }");
    assertThat(leaf.complaint(STUDIO)).contains("networking.hostname' does not exist");
    leaf.with("hosts/mac-prod-01/local.nix", "{ system.stateVersion = \"6\"; }");
    assertThat(leaf.complaint(STUDIO)).contains("system.stateVersion' is not of type");
    leaf.with("hosts/mac-prod-01/local.nix", "{ launchd.daemons.nats.config = { }; }");
    assertThat(leaf.complaint(STUDIO)).contains("launchd.daemons.nats.config' does not exist");
  }
}
