package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real ssh-agent on a socket of its own. */
final class SshAgent implements AutoCloseable {

  private final Path socket;
  private final Process process;

  private SshAgent(Path socket, Process process) {
    this.socket = socket;
    this.process = process;
  }

  static SshAgent start(Path socket) throws Exception {
    Programs.require("ssh-add");
    Process process =
        new ProcessBuilder(Programs.require("ssh-agent"), "-D", "-a", socket.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int i = 0; i < 100 && Files.notExists(socket); i++) {
      Thread.sleep(20);
    }
    assertThat(socket).exists();
    return new SshAgent(socket, process);
  }

  Path socket() {
    return socket;
  }

  /** Hands it a private key. */
  void add(Path... keys) throws Exception {
    List<String> command = new ArrayList<>(List.of(Programs.require("ssh-add"), "-q"));
    for (Path key : keys) {
      command.add(key.toString());
    }
    ProcessBuilder adding = new ProcessBuilder(command).redirectErrorStream(true);
    adding.environment().put("SSH_AUTH_SOCK", socket.toString());
    Process process = adding.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
  }
}
