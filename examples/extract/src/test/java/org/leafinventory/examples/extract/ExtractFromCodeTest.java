package org.leafinventory.examples.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Target;
import org.leafinventory.recording.RecordingFile;
import org.leafinventory.service.InventoryService;
import org.leafinventory.ssh.SshCollector;
import org.leafinventory.ssh.SshTransport;
import org.leafinventory.testkit.mac.SimulatedMac;

class ExtractFromCodeTest {

  @Test
  void prints_and_keeps_what_a_mac_says(@TempDir Path folder) throws Exception {
    Path recording = folder.resolve("studio.json");
    try (SimulatedMac mac = SimulatedMac.start("mac-studio-m2-ultra")) {
      RecordingFile.write(recording, collector(mac, folder).record(mac.target()));
    }
    String printed =
        printedBy(() -> ExtractFromCode.main(folder.toString(), "recording:" + recording));
    assertThat(printed)
        .contains("Mac Studio")
        .contains("cores    24")
        .contains("16 Nix jobs, because ");
    assertThat(folder.resolve("inventory")).isDirectoryRecursivelyContaining("glob:**latest.json");
  }

  @Test
  void tells_apart_what_can_go_wrong(@TempDir Path folder) {
    InventoryService service = InventoryService.discover();
    assertThat(ExtractFromCode.ask(service, Target.parse("recording:" + folder + "/none.json")))
        .isFalse();
  }

  private static SshCollector collector(SimulatedMac mac, Path folder) throws Exception {
    Path knownHosts = Files.writeString(folder.resolve("hosts"), mac.knownHostsLine() + "\n");
    return SshCollector.over(
        SshTransport.builder()
            .password(mac.password().toCharArray())
            .knownHosts(knownHosts)
            .build());
  }

  private static String printedBy(Runnable program) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
