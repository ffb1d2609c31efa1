package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.leafinventory.collect.Target;

/** A real sshd on a loopback port, with its own host keys, users' keys and log. */
final class OpenSshServer implements AutoCloseable {

  /**
   * Bash reads the user's own {@code .bashrc} when sshd starts it as the outermost shell; what that
   * says and how long it takes is no part of a test.
   */
  private static final String NO_RC_FILE = "SHLVL=1";

  private static final String SET_ENV = "SetEnv ";

  static final String USER = System.getProperty("user.name", "root");

  private final Path folder;
  private final int port;
  private final Process process;

  private OpenSshServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts one with host keys of these types, all known, and further lines of configuration. */
  static OpenSshServer start(Path folder, List<String> hostKeyTypes, String... options)
      throws Exception {
    String sshd = Programs.require("sshd");
    Programs.require("ssh-keygen");
    Path separation = Path.of("/run/sshd");
    if (USER.equals("root") && Files.notExists(separation)) {
      Files.createDirectory(separation);
    }
    int port = freePort();
    List<String> config = configured(options);
    config.addAll(
        List.of(
            "ListenAddress 127.0.0.1",
            "Port " + port,
            "PidFile none",
            "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
            "StrictModes no",
            "UsePAM no",
            "PermitRootLogin yes",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "MaxAuthTries 3",
            "LogLevel VERBOSE"));
    Files.createFile(folder.resolve("authorized_keys"));
    for (String type : hostKeyTypes) {
      Path key = generateKey(folder, "host_" + type, "-t", type, "-N", "");
      config.add("HostKey " + key);
    }
    Path file = Files.write(folder.resolve("sshd_config"), config);
    Process process =
        new ProcessBuilder(sshd, "-D", "-e", "-f", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    OpenSshServer server = new OpenSshServer(folder, port, process);
    server.awaitListening();
    server.know("host_" + hostKeyTypes.get(0));
    return server;
  }

  /** Of most settings the first value counts, so that these win; of {@code SetEnv} it is a line. */
  private static List<String> configured(String... options) {
    List<String> config = new ArrayList<>();
    StringBuilder environment = new StringBuilder(SET_ENV + NO_RC_FILE);
    for (String option : options) {
      if (option.startsWith(SET_ENV)) {
        environment.append(' ').append(option.substring(SET_ENV.length()));
      } else {
        config.add(option);
      }
    }
    config.add(0, environment.toString());
    return config;
  }

  static OpenSshServer start(Path folder, String... options) throws Exception {
    return start(folder, List.of("ed25519"), options);
  }

  /** A key made by ssh-keygen. */
  static Path generateKey(Path folder, String name, String... options) throws Exception {
    Path key = folder.resolve(name);
    List<String> arguments = new ArrayList<>(List.of("-q", "-C", "test", "-f", key.toString()));
    arguments.addAll(List.of(options));
    Programs.run("ssh-keygen", arguments.toArray(String[]::new));
    return key;
  }

  /** A key that may log in. */
  Path authorizedKey(String name, String... options) throws Exception {
    Path key = generateKey(folder, name, options);
    authorize("", key);
    return key;
  }

  void authorize(String restrictions, Path key) throws IOException {
    String line = Files.readString(Path.of(key + ".pub"));
    Files.writeString(
        folder.resolve("authorized_keys"), restrictions + line, StandardOpenOption.APPEND);
  }

  /** Adds this public key to the known hosts under this server's name. */
  void know(String publicKey) throws IOException {
    Files.writeString(
        knownHosts(),
        "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve(publicKey + ".pub")),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  int port() {
    return port;
  }

  Target target() {
    return Target.ssh("127.0.0.1").withPort(port);
  }

  SshTransportBuilder transport(Path... identities) {
    SshTransportBuilder builder =
        SshTransport.builder().user(USER).knownHosts(knownHosts()).noSshConfig().noAgent();
    for (Path identity : identities) {
      builder.identity(identity);
    }
    return builder;
  }

  /** How many lines of the log hold these words. */
  long logged(String words) throws IOException {
    try (var lines = Files.lines(folder.resolve("log"))) {
      return lines.filter(line -> line.contains(words)).count();
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitListening() throws Exception {
    for (int i = 0; i < 100 && process.isAlive(); i++) {
      if (logged("Server listening") > 0) {
        return;
      }
      Thread.sleep(50);
    }
    fail("sshd did not start: %s", Files.readString(folder.resolve("log")));
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
