package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.leafinventory.probe.macos.MacProbe;

/** {@code leaf probe-script}. */
class ProbeScriptCommandTest {

  @Test
  void the_script_is_printed_to_the_letter_below_one_line_that_says_what_differs() {
    CommandLineRun run = leaf("probe-script", "--probe-timeout", "33");

    assertThat(run.status()).as(run.err()).isZero();
    String script = MacProbe.script("samplemark", Duration.ofSeconds(33)).text();
    assertThat(run.out()).endsWith("\n" + script).startsWith("# The mark \"samplemark\"");
    assertThat(run.out().lines().count()).isEqualTo(script.lines().count() + 1);
  }

  @Test
  void a_limit_that_no_command_could_keep_is_wrong_usage() {
    CommandLineRun run = leaf("probe-script", "--probe-timeout", "0");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("at least one second");
  }
}
