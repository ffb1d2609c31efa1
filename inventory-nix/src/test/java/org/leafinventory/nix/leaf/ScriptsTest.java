package org.leafinventory.nix.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {

  private static final String APPS = "outputs.apps.x86_64-linux";

  @TempDir private Path folder;

  @Test
  void shellcheck_accepts_every_script() {
    LeafFolder leaf = leaf();

    for (String app : List.of("deploy-host", "extract-inventory", "generate-config")) {
      Programs.write(folder.resolve(app), "#!/usr/bin/env bash\n" + text(leaf, app));
      Programs.Answer answer = Programs.run(folder, "shellcheck", app);
      assertThat(answer.status()).as(answer.out()).isZero();
    }
  }

  @Test
  void a_host_is_deployed_to_the_given_address() {
    assertThat(deploy("mac-prod-01", "10.1.1.10").out())
        .isEqualTo("--hostname 10.1.1.10 --remote-build --skip-checks FLAKE#\"mac-prod-01\"\n");
  }

  @Test
  void a_user_and_options_are_handed_on() {
    assertThat(deploy("mac-prod-01", "admin@10.1.1.10", "--dry-activate").out())
        .isEqualTo(
            "--hostname 10.1.1.10 --ssh-user admin --remote-build --skip-checks --dry-activate"
                + " FLAKE#\"mac-prod-01\"\n");
  }

  @Test
  void what_is_missing_is_said() {
    assertThat(deploy("mac-prod-01").status()).isEqualTo(64);
    assertThat(deploy("mac-prod-01", "--oops").status()).isEqualTo(64);
    assertThat(deploy("nobody", "10.1.1.10").err())
        .contains("No inventory found for nobody.", "leaf extract 10.1.1.10");
    assertThat(deploy("mac-prod-02", "10.1.1.11").err())
        .contains("mac-prod-02 is not in leaf-config.nix.");
  }

  @Test
  void leaf_is_run_where_it_is_found() {
    LeafFolder leaf = leaf();
    ProcessBuilder program = bash(text(leaf, "extract-inventory"), "admin@10.1.1.10");
    program.environment().put("LEAF", "echo");
    assertThat(Programs.run(program, folder).out()).isEqualTo("extract admin@10.1.1.10\n");

    program.environment().put("LEAF", "no-such-program");
    Programs.Answer answer = Programs.run(program, folder);
    assertThat(answer.status()).isEqualTo(127);
    assertThat(answer.err()).contains("no-such-program is not on the PATH");
  }

  private LeafFolder leaf() {
    return LeafFolder.write(folder, Macs.STUDIO, Macs.MINI)
        .with("flake.lock", "{}")
        .with(
            "leaf-config.nix",
            "{ deployment.primary = { hostname = \"mac-prod-01\"; address = \"10.1.1.9\"; }; }");
  }

  /** The script as a Mac or Linux runs it, with a deploy program that tells how it was called. */
  private Programs.Answer deploy(String... arguments) {
    String script =
        text(leaf(), "deploy-host")
            .replaceFirst("LEAF_FLAKE=.*", "LEAF_FLAKE=" + folder)
            .replaceFirst("LEAF_DEPLOY=.*", "LEAF_DEPLOY=echo");
    Programs.Answer answer = Programs.run(bash(script, arguments), folder);
    return new Programs.Answer(
        answer.status(), answer.out().replace(folder.toString(), "FLAKE"), answer.err());
  }

  private static ProcessBuilder bash(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(Programs.require("bash"), "-c", script, "app"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private static String text(LeafFolder leaf, String app) {
    return leaf.evaluate(APPS + "." + app + ".program").asText();
  }
}
