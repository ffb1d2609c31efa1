package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.leafinventory.testkit.mac.MacLogin;
import org.leafinventory.testkit.mac.SimulatedMac;

/**
 * The shell lines of a page, run by a shell one after the other in an empty folder, in which {@code
 * leaf} is this program and {@code 10.1.1.10} a simulated Mac.
 */
final class DocSession {

  /** What needs a network, a terminal or this project's own sources. */
  private static final Pattern NOT_RUN =
      Pattern.compile("^(mvn|git|nix|check-jsonschema)\\b.*|.*--follow.*");

  private final Path folder;

  DocSession(Path folder) {
    this.folder = folder;
  }

  /** Runs {@code before}, then those lines of {@code blocks} that can be run here. */
  void run(String before, List<DocBlock> blocks) throws IOException, InterruptedException {
    MacLogin login = MacLogin.in(Files.createDirectory(folder.resolve(".ssh")));
    StringBuilder script = new StringBuilder(prelude()).append(before).append('\n');
    blocks.stream()
        .flatMap(block -> block.commands().stream())
        .filter(command -> !NOT_RUN.matcher(command).matches())
        .forEach(command -> script.append(command).append('\n'));
    try (SimulatedMac mac = login.start(SimulatedMac.builder("mac-studio-m2-ultra"))) {
      run(
          script
              .toString()
              .replace("admin@10.1.1.10", mac.target().toString())
              .replace("mac-studio-01", "render-studio-01")
              .replace("examples/leaf ", "leaf "));
    }
  }

  private void run(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("session.sh"), script);
    Path said = folder.resolve("said.txt");
    Process shell =
        new ProcessBuilder("sh", "-ex", file.toString())
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int status = shell.waitFor();
    assertThat(status)
        .as("the line that ended it is the last:\n%s", Files.readString(said))
        .isZero();
  }

  private String prelude() {
    return "leaf() { '"
        + Path.of(System.getProperty("java.home"), "bin", "java")
        + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC '-Duser.home="
        + folder
        + "' -cp '"
        + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        + "' org.leafinventory.cli.Leaf \"$@\"; }\n"
        + "unset SSH_AUTH_SOCK\n";
  }
}
