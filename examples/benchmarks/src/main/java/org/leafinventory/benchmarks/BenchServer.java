package org.leafinventory.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.leafinventory.testkit.mac.SimulatedTools;

/** A real sshd on a loopback port, behind which there is a simulated Mac. */
final class BenchServer implements AutoCloseable {

  private static final int TRIES = 100;

  /** What sshd insists on when root starts it; the system's own service would have made it. */
  private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

  /**
   * Bash reads the user's own {@code .bashrc} when sshd starts it as the outermost shell; what that
   * does on this machine (a tenth of a second is not rare) is no part of what is measured.
   */
  private static final String NO_RC_FILE = "SetEnv SHLVL=1";

  private final Path folder;
  private final int port;
  private final Process process;

  private BenchServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** One where the script runs, asking commands that answer at once. */
  static BenchServer simulating(String machine, Path folder)
      throws IOException, InterruptedException {
    String path = SimulatedTools.of(machine).installInto(folder.resolve("mac"));
    return start(folder, NO_RC_FILE + " PATH=" + path);
  }

  /** One where the answer to the script is at hand. */
  static BenchServer canned(String machine, Path folder) throws IOException, InterruptedException {
    return start(folder, NO_RC_FILE, "ForceCommand " + CannedMac.command(folder, machine));
  }

  private static BenchServer start(Path folder, String... options)
      throws IOException, InterruptedException {
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(PRIVILEGE_SEPARATION);
    }
    key(folder, "host");
    key(folder, "id");
    int port = freePort();
    List<String> config = new ArrayList<>(List.of(options));
    config.addAll(
        List.of(
            "ListenAddress 127.0.0.1",
            "Port " + port,
            "PidFile none",
            "HostKey " + folder.resolve("host"),
            "AuthorizedKeysFile " + folder.resolve("id.pub"),
            "StrictModes no",
            "UsePAM no",
            "PermitRootLogin yes",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "MaxStartups 2000",
            "LogLevel ERROR"));
    Path file = Files.write(folder.resolve("sshd_config"), config);
    Process process =
        new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", file.toString()).inheritIO().start();
    BenchServer server = new BenchServer(folder, port, process);
    server.know(port);
    server.awaitListening();
    return server;
  }

  int port() {
    return port;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  Path identity() {
    return folder.resolve("id");
  }

  Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  /** Makes this server's key known for another port of this machine that leads to it. */
  void know(int otherPort) throws IOException {
    Files.writeString(
        knownHosts(),
        "[127.0.0.1]:" + otherPort + " " + Files.readString(folder.resolve("host.pub")),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void awaitListening() throws IOException, InterruptedException {
    for (int i = 0; i < TRIES && process.isAlive(); i++) {
      try (Socket probe = new Socket()) {
        probe.connect(address());
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IOException("sshd did not start");
  }

  private static void key(Path folder, String name) throws IOException, InterruptedException {
    String file = folder.resolve(name).toString();
    int status =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file)
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("ssh-keygen failed with status " + status);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .orTimeout(5, TimeUnit.SECONDS)
        .exceptionally(slow -> process.destroyForcibly())
        .join();
  }
}
