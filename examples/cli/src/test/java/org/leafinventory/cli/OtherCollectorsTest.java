package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCollectorsTest {

  @TempDir private Path root;

  @Test
  void extracts_through_a_collector_that_registers_itself() {
    CommandLineRun run = leaf("extract", "oshi:local", "--root", root.toString());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Hostname:", "hardware.nix");
    assertThat(leaf("hosts", "--root", root.toString()).status()).isZero();
  }

  @Test
  void lists_the_collectors_where_there_is_none_for_the_scheme() {
    CommandLineRun run = leaf("extract", "winrm:box", "--root", root.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("no collector is registered for the scheme winrm")
        .contains("oshi: from org.leafinventory.examples.oshi.OshiCollectorProvider")
        .contains("ssh: from org.leafinventory.ssh.SshCollector");
  }
}
