package org.leafinventory.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.leafinventory.testkit.mac.SimulatedMac;

/**
 * Runs the usual commands once, against a simulated Mac: the launcher does so after a build, to
 * learn which classes they need, and to have a recording for {@link HeadStart}.
 */
final class Rehearsal {

  private static final List<String> QUESTIONS =
      List.of(
          "hosts",
          "hosts",
          "find .hardware.memory_gb>=32",
          "find .hardware.memory_gb>=8 --format json",
          "query .hardware|{cpu_type,cpu_cores}",
          "compare",
          "events --host ci-mini-07",
          "events --type inventory --json",
          "status",
          "status",
          "timeline",
          "show ci-mini-07",
          "explain ci-mini-07",
          "history ci-mini-07",
          "diff ci-mini-07",
          "generate --all");

  private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
  private final Path folder;

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  /** Leaves its files in the folder that is named. */
  public static void main(String... args) throws GeneralSecurityException, IOException {
    new Rehearsal(Path.of(args[0])).run();
  }

  private void run() throws GeneralSecurityException, IOException {
    LoginKey key = LoginKey.in(folder.resolve("id"));
    try (SimulatedMac mac =
        SimulatedMac.builder("mac-mini-m4").authorizedKey(key.publicLine()).start()) {
      Path knownHosts =
          Files.writeString(folder.resolve("known_hosts"), mac.knownHostsLine() + "\n");
      String login =
          " --identity " + key.file() + " --no-agent --ssh-config none --known-hosts " + knownHosts;
      leaf("record " + mac.target() + " --out " + folder.resolve("recording.json") + login);
      HeadStart.begin(folder.resolve("recording.json").toString(), "extract");
      leaf("extract " + mac.target() + login);
      leaf("extract " + mac.target() + " --json" + login);
      leaf("extract " + mac.target() + " --parallel 2" + login);
    }
    QUESTIONS.forEach(this::leaf);
  }

  private void leaf(String command) {
    String root = command.startsWith("record ") ? "" : " --root " + folder.resolve("fleet");
    String[] words = (command + root).split(" ", -1);
    int status = Leaf.run(nowhere, nowhere, words);
    if (status != 0) {
      throw new IllegalStateException("leaf " + command + " ended with status " + status);
    }
  }
}
