package org.leafinventory.examples.nix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DevShellTest {

  @Test
  void prints_a_shell_whose_values_stay_text() {
    assertThat(DevShell.shell(List.of("jq", "nats-server", "GREETING=${builtins.currentTime}")))
        .isEqualTo(
            """
            # Enter with: nix-shell -E 'import ./shell.nix { pkgs = import <nixpkgs> {}; }'

            { pkgs }:
            pkgs.mkShell {
              packages = [
                pkgs.jq
                pkgs.nats-server
              ];
              env = {
                GREETING = "\\${builtins.currentTime}";
              };
            }
            """);
  }
}
