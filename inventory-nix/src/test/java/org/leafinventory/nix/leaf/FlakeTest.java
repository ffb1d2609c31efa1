package org.leafinventory.nix.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.nix.NixWriter;

class FlakeTest {

  private static final String LEAF_CONFIG =
      """
      { lib, ... }:
      {
        deployment = {
          primary = {
            hostname = "mac-prod-01";
            address = lib.mkDefault "10.1.1.10";
            username = "admin";
            sshPort = 2222;
          };
          secondaries = [
            { hostname = "mac-prod-02"; address = "10.1.1.11"; }
          ] ++ lib.optional (lib.toUpper "x" == "X") {
            hostname = "intel-01";
            address = "10.1.1.12";
            role = "build";
          };
        };
        team = "a";
      }
      """;

  @TempDir private Path folder;

  @Test
  void every_host_with_an_inventory_has_a_configuration() {
    LeafFolder leaf =
        LeafFolder.write(folder, Macs.STUDIO, Macs.MINI).with("inventory/README.md", "no host");
    assertThat(leaf.evaluate("builtins.attrNames outputs.darwinConfigurations").toString())
        .isEqualTo("[\"mac-prod-01\",\"mac-prod-02\"]");
    String flake = leaf.text("flake.nix");

    LeafFolder.write(folder, Macs.INTEL);

    assertThat(leaf.text("flake.nix")).isEqualTo(flake);
    assertThat(leaf.evaluate("builtins.attrNames outputs.darwinConfigurations").toString())
        .isEqualTo("[\"intel-01\",\"mac-prod-01\",\"mac-prod-02\"]");
  }

  @Test
  void a_new_leaf_has_no_hosts_and_no_nodes() {
    LeafFolder leaf = LeafFolder.write(folder);

    assertThat(leaf.evaluate("outputs.darwinConfigurations").isEmpty()).isTrue();
    assertThat(leaf.evaluate("outputs.deploy.nodes").isEmpty()).isTrue();
  }

  @Test
  void an_intel_host_uses_the_older_inputs() {
    LeafFolder leaf =
        LeafFolder.write(folder, Macs.STUDIO, Macs.MINI, Macs.INTEL)
            .with("leaf-config.nix", LEAF_CONFIG);

    assertThat(
            leaf.evaluate("builtins.mapAttrs (_: host: host.pair) outputs.darwinConfigurations")
                .toString())
        .isEqualTo("{\"intel-01\":\"older\",\"mac-prod-01\":\"newer\",\"mac-prod-02\":\"newer\"}");
    assertThat(leaf.evaluate("outputs.deploy.nodes.intel-01.profiles.system.path").asText())
        .isEqualTo("older x86_64-darwin x86_64-darwin");
  }

  @Test
  void nodes_are_those_of_leaf_config() {
    JsonNode nodes =
        LeafFolder.write(folder, Macs.STUDIO, Macs.MINI, Macs.INTEL)
            .with("leaf-config.nix", LEAF_CONFIG)
            .evaluate("outputs.deploy.nodes");

    assertThat(nodes.size()).isEqualTo(3);
    assertThat(nodes.get("mac-prod-01").toString())
        .isEqualTo(
            "{\"hostname\":\"10.1.1.10\",\"profiles\":{\"system\":{\"path\":\"newer"
                + " aarch64-darwin aarch64-darwin\",\"user\":\"root\"}},\"sshOpts\":[\"-p\","
                + "\"2222\"],\"sshUser\":\"admin\"}");
    assertThat(nodes.get("mac-prod-02").has("sshUser")).isFalse();
    assertThat(nodes.get("mac-prod-02").has("sshOpts")).isFalse();
  }

  @Test
  void leaf_config_may_be_a_plain_set() {
    JsonNode nodes =
        LeafFolder.write(folder, Macs.MINI)
            .with(
                "leaf-config.nix",
                "{ deployment.primary = { hostname = \"mac-prod-02\"; address = \"a\"; }; }")
            .evaluate("outputs.deploy.nodes");

    assertThat(nodes.at("/mac-prod-02/hostname").asText()).isEqualTo("a");
  }

  @Test
  void a_node_without_inventory_is_left_out_with_a_warning() {
    Programs.Answer answer =
        LeafFolder.write(folder, Macs.STUDIO)
            .with("leaf-config.nix", LEAF_CONFIG)
            .tryToEvaluate("builtins.attrNames outputs.deploy.nodes");

    assertThat(answer.out().strip()).isEqualTo("[\"mac-prod-01\"]");
    assertThat(answer.err()).contains("No inventory found for mac-prod-02: left out");
  }

  @Test
  void a_wrong_leaf_config_is_a_clear_error() {
    LeafFolder leaf = LeafFolder.write(folder, Macs.STUDIO);
    String nodes = "outputs.deploy.nodes";

    leaf.with("leaf-config.nix", "{ deployment.secondaries = [ ]; }");
    assertThat(leaf.complaint(nodes)).contains("leaf-config.nix has no deployment.primary");
    leaf.with("leaf-config.nix", LEAF_CONFIG.replace("mac-prod-02", "mac-prod-01"));
    assertThat(leaf.complaint(nodes)).contains("leaf-config.nix names more than once: mac-prod-01");
    leaf.with("leaf-config.nix", LEAF_CONFIG.replace("2222", "\"2222\""));
    assertThat(leaf.complaint(nodes)).contains("deployment.primary.sshPort' is not of type");
    leaf.with("leaf-config.nix", LEAF_CONFIG.replace("address = lib", "adress = lib"));
    assertThat(leaf.complaint(nodes)).contains("deployment.primary.address' was accessed but");
  }

  @Test
  void a_host_without_configuration_has_its_facts_and_no_services() throws IOException {
    LeafFolder leaf = LeafFolder.write(folder, Macs.STUDIO);
    NixWriter.at(folder).export(Macs.INTEL, Macs.HIGH);
    Files.delete(folder.resolve("hosts/intel-01/hardware.nix"));

    JsonNode config = leaf.evaluate("outputs.darwinConfigurations.intel-01.config");

    assertThat(config.at("/leaf/hardware/hardware/cpu/cores").asInt()).isEqualTo(6);
    assertThat(config.at("/nixpkgs/hostPlatform").asText()).isEqualTo("x86_64-darwin");
    assertThat(config.at("/leaf/nats/enable").asBoolean()).isFalse();
  }

  @Test
  void checks_and_apps_are_there_for_macs_and_linux() {
    LeafFolder leaf =
        LeafFolder.write(folder, Macs.STUDIO, Macs.INTEL).with("leaf-config.nix", LEAF_CONFIG);

    JsonNode checks = leaf.evaluate("outputs.checks");
    JsonNode apps = leaf.evaluate("builtins.mapAttrs (_: builtins.attrNames) outputs.apps");

    assertThat(checks.at("/x86_64-linux/nodes").toString())
        .isEqualTo("[\"intel-01\",\"mac-prod-01\"]");
    for (String system :
        new String[] {"aarch64-darwin", "x86_64-darwin", "aarch64-linux", "x86_64-linux"}) {
      assertThat(apps.get(system).toString())
          .isEqualTo("[\"deploy-host\",\"extract-inventory\",\"generate-config\"]");
    }
  }
}
