package org.leafinventory.ssh;

import static org.leafinventory.testkit.assertion.LeafAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.IssueKind;
import org.leafinventory.testkit.junit.SimulatedMac;
import org.leafinventory.testkit.mac.MacLogin;

/** What the testkit's guide shows of simulated Macs. */
class SimulatedMacExampleTest {

  @Test
  void it_has_24_cores(@SimulatedMac("mac-studio-m2-ultra") Target mac, MacLogin login) {
    HardwareInventory inventory = collector(login).collect(mac);

    assertThat(inventory).hasCores(24).hasMemory(ByteSize.ofGibibytes(192)).hasNoIssues();
  }

  @Test
  void a_missing_command_costs_its_section(
      @SimulatedMac(value = "mac-mini-m4", faults = "missing-tool:networksetup") Target mac,
      MacLogin login) {
    assertThat(collector(login).collect(mac))
        .hasIssue("network_interfaces", IssueKind.MISSING_TOOL);
  }

  private static Collector collector(MacLogin login) {
    return SshCollector.over(
        SshTransport.builder().identity(login.identity()).knownHosts(login.knownHosts()).build());
  }
}
