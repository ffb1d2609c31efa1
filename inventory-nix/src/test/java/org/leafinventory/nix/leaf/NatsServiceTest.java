package org.leafinventory.nix.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NatsServiceTest {

  private static final String CONFIG = "outputs.darwinConfigurations.mac-prod-01.config";
  private static final String TEXT = CONFIG + ".leaf.nats.configText";

  @TempDir private Path folder;

  private LeafFolder leaf;

  @BeforeEach
  void writeLeaf() {
    leaf = LeafFolder.write(folder, Macs.STUDIO);
  }

  @Test
  void the_server_accepts_the_configuration() {
    assertThat(check(leaf.evaluate(TEXT).asText()).status()).isZero();
  }

  @Test
  void the_server_refuses_a_misspelt_configuration() {
    String text = leaf.evaluate(TEXT).asText().replace("max_file_store", "max_files");

    assertThat(check(text).status()).isNotZero();
  }

  @Test
  void the_server_accepts_the_configuration_without_any_tuning() {
    leaf.with(
        "hosts/mac-prod-01/local.nix",
        """
        {
          leaf.nats = {
            maxConnections = null;
            maxPending = null;
            jetstream = { maxMemoryStore = null; maxFileStore = null; };
            settings.authorization.token = "$up\\${er} \\" secret";
          };
        }
        """);
    String text = leaf.evaluate(TEXT).asText();

    assertThat(text).doesNotContain("null", "max_");
    assertThat(check(text).status()).isZero();
  }

  @Test
  void limits_are_those_of_the_tuning_in_bytes() {
    JsonNode config = leaf.evaluate("builtins.fromJSON " + TEXT);

    assertThat(config.at("/max_connections").asInt()).isEqualTo(10_000);
    assertThat(config.at("/max_pending").asLong()).isEqualTo(2L << 30);
    assertThat(config.at("/jetstream/max_memory_store").asLong()).isEqualTo(16L << 30);
    assertThat(config.at("/jetstream/max_file_store").asLong()).isEqualTo(500L << 30);
  }

  @Test
  void sizes_that_are_no_whole_number_of_a_unit_are_counts_of_bytes() {
    String file = "hosts/mac-prod-01/hardware.nix";
    leaf.with(file, leaf.text(file).replace("\"500GB\"", "\"500000000001\""));

    assertThat(leaf.evaluate("builtins.fromJSON " + TEXT).at("/jetstream/max_file_store").asLong())
        .isEqualTo(500_000_000_001L);
  }

  @Test
  void monitoring_is_on_loopback_only() {
    assertThat(leaf.evaluate("builtins.fromJSON " + TEXT).at("/http").asText())
        .isEqualTo("127.0.0.1:8222");
  }

  @Test
  void the_daemon_runs_as_a_user_that_nix_darwin_makes() {
    JsonNode config = leaf.evaluate(CONFIG);

    assertThat(config.at("/users/knownUsers/0").asText()).isEqualTo("_nats");
    assertThat(config.at("/users/knownGroups/0").asText()).isEqualTo("_nats");
    assertThat(config.at("/users/users/_nats/gid")).isEqualTo(config.at("/users/groups/_nats/gid"));
    JsonNode service = config.at("/launchd/daemons/nats/serviceConfig");
    assertThat(service.get("UserName").asText()).isEqualTo("_nats");
    assertThat(service.at("/SoftResourceLimits/NumberOfFiles").asInt()).isGreaterThan(10_000);
    assertThat(config.at("/launchd/daemons/nats/command").asText())
        .contains("/bin/nats-server --config ");
  }

  @Test
  void activation_makes_its_folders() {
    leaf.with(
        "hosts/mac-prod-01/local.nix",
        "{ leaf.nats = { dataDir = \"/Volumes/It's data/nats\"; uid = 501; }; }");

    String text = leaf.evaluate(CONFIG + ".system.activationScripts.extraActivation.text").asText();

    assertThat(text)
        .contains("mkdir -p '/Volumes/It'\\''s data/nats' '/var/log/nats'")
        .contains("chown 501:4222 ")
        .contains("chmod 0750 ");
  }

  private Programs.Answer check(String text) {
    Programs.write(folder.resolve("nats.conf"), text);
    return Programs.run(folder, "nats-server", "-t", "-c", "nats.conf");
  }
}
