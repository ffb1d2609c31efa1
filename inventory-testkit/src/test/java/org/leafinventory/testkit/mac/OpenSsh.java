package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.leafinventory.collect.Target;

/** The host's {@code ssh} command as the client of simulated Macs, with a key of its own. */
final class OpenSsh {

  private static final Path SSH = Path.of("/usr/bin/ssh");

  private final Path folder;

  private OpenSsh(Path folder) {
    this.folder = folder;
  }

  static OpenSsh in(Path folder) {
    requireClient();
    Shell.Result made =
        Shell.sh(
            System.getenv("PATH"),
            "ssh-keygen -q -t ecdsa -N '' -C test -f '" + folder.resolve("id") + "'");
    Assertions.assertEquals(0, made.exit(), made.stderr());
    return new OpenSsh(folder);
  }

  /** Skips the test where there is no client, but fails it on the build server. */
  static void requireClient() {
    if (!Files.isExecutable(SSH)) {
      String message = "needs the OpenSSH client at " + SSH;
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(message);
      }
      Assumptions.abort(message);
    }
  }

  String publicKey() throws IOException {
    return Files.readString(folder.resolve("id.pub"));
  }

  Shell.Result exec(SimulatedMac mac, String stdin, String command) throws IOException {
    return Shell.run(stdin, System.getenv("PATH"), commandLine(mac, command));
  }

  Process start(SimulatedMac mac, String command) throws IOException {
    return new ProcessBuilder(commandLine(mac, command)).redirectErrorStream(true).start();
  }

  private List<String> commandLine(SimulatedMac mac, String command) throws IOException {
    Path knownHosts = Files.createTempFile(folder, "known_hosts", "");
    Files.writeString(knownHosts, mac.knownHostsLine() + "\n");
    return commandLine(mac.target(), folder.resolve("id"), knownHosts, command);
  }

  static List<String> commandLine(Target mac, Path identity, Path knownHosts, String command) {
    List<String> line = new ArrayList<>(List.of(SSH.toString(), "-F", "none", "-T"));
    for (String option :
        List.of(
            "BatchMode=yes",
            "IdentitiesOnly=yes",
            "IdentityFile=" + identity,
            "StrictHostKeyChecking=yes",
            "UserKnownHostsFile=" + knownHosts,
            "GlobalKnownHostsFile=/dev/null",
            "LogLevel=ERROR")) {
      line.addAll(List.of("-o", option));
    }
    String port = String.valueOf(mac.port().orElseThrow());
    line.addAll(List.of("-p", port, mac.user().orElseThrow() + "@" + mac.address(), command));
    return line;
  }
}
