package org.leafinventory.testkit.mac;

import org.junit.jupiter.api.Assertions;
import org.leafinventory.collect.Target;

/** The host's {@code ssh} command with the login that the testkit gives. */
public final class OpenSshClient {

  private OpenSshClient() {}

  /** What the command says on standard output. */
  public static String run(MacLogin login, Target mac, String command) {
    OpenSsh.requireClient();
    Shell.Result result =
        Shell.run(
            "",
            System.getenv("PATH"),
            OpenSsh.commandLine(mac, login.identity(), login.knownHosts(), command));
    Assertions.assertEquals("", result.stderr());
    return result.text();
  }
}
