package org.leafinventory.examples.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.FailureClass;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.fleet.RunJournal;
import org.leafinventory.service.InventoryService;
import org.leafinventory.ssh.SshCollector;
import org.leafinventory.ssh.SshTransport;
import org.leafinventory.testkit.junit.SimulatedMac;
import org.leafinventory.testkit.mac.MacLogin;

class AskTheFleetTest {

  @TempDir private Path folder;

  @Test
  void asks_all_of_them_and_tells_of_each(
      @SimulatedMac("mac-studio-m2-ultra") Target studio,
      @SimulatedMac("mac-mini-m4") Target mini,
      @SimulatedMac(value = "mac-mini-m4", faults = "refuse-authentication") Target closed,
      MacLogin login) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    FleetReport report =
        AskTheFleet.ask(
            service(login),
            List.of(studio, mini, closed),
            RunJournal.at(folder),
            new PrintStream(said, true, StandardCharsets.UTF_8));

    assertThat(report.failures()).containsOnlyKeys(FailureClass.AUTHENTICATION);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("/3 " + studio + ": render-studio-01, 24 cores")
        .contains("/3 " + closed + ": no answer")
        .contains("3/3 ")
        .contains("2 of 3 answered")
        .contains("login refused, 1: check the user name");
  }

  private InventoryService service(MacLogin login) {
    SshTransport ssh =
        SshTransport.builder().identity(login.identity()).knownHosts(login.knownHosts()).build();
    return InventoryService.builder()
        .collector(SshCollector.over(ssh))
        .store(FileInventoryStore.at(folder))
        .build();
  }
}
