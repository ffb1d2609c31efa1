package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;

/** Through two real sshds to a third one, as an SSH configuration says. */
@Timeout(60)
@NullUnmarked // JUnit fills the fields
class JumpHostTest {

  @TempDir Path folder;
  private final List<OpenSshServer> servers = new ArrayList<>();
  private OpenSshServer gate;
  private OpenSshServer relay;
  private OpenSshServer mac;
  private Path config;

  @BeforeEach
  void startServers() throws Exception {
    gate = start("gate");
    relay = start("relay");
    mac = start("mac");
    config = folder.resolve("config");
    configure();
  }

  private OpenSshServer start(String name, String... options) throws Exception {
    OpenSshServer server =
        OpenSshServer.start(Files.createDirectory(folder.resolve(name)), options);
    servers.add(server);
    server.authorizedKey("login", "-t", "ed25519", "-N", "");
    return server;
  }

  @AfterEach
  void stopServers() {
    servers.forEach(OpenSshServer::close);
  }

  private String host(String name, OpenSshServer server, String... more) {
    return "Host "
        + name
        + "\n  HostName 127.0.0.1\n  Port "
        + server.port()
        + "\n  IdentityFile "
        + server.knownHosts().resolveSibling("login")
        + "\n  UserKnownHostsFile "
        + server.knownHosts()
        + "\n  "
        + String.join("\n  ", more)
        + "\n";
  }

  private void configure(String... first) throws Exception {
    Files.writeString(
        config,
        String.join("\n", first)
            + "\n"
            + host("gate", gate)
            + host("relay", relay)
            + host("mac", mac, "ProxyJump gate,relay")
            + "Host *\n  IdentityAgent none\n  User "
            + OpenSshServer.USER
            + "\n");
  }

  private SshTransportBuilder transport() {
    return SshTransport.builder().sshConfig(config);
  }

  private CollectionException failure(SshTransportBuilder transport) {
    CollectionException e =
        catchThrowableOfType(
            CollectionException.class,
            () -> transport.build().run(Target.ssh("mac"), "sleep 20\n"));
    assertThat(e).isNotNull();
    Messages.print(e);
    return e;
  }

  @Test
  void goes_through_every_hop_with_its_own_port_key_and_known_hosts() throws Exception {
    transport().build().run(Target.ssh("mac"), "echo warm\n");
    Leftovers before = Leftovers.now();

    assertThat(transport().build().run(Target.ssh("mac"), "echo through\n").stdout().text())
        .isEqualTo("through\n");

    Leftovers.assertNoneSince(before);
    for (OpenSshServer server : servers) {
      assertThat(server.logged("Accepted publickey")).isEqualTo(2);
    }
    assertThat(gate.logged("Starting session")).isZero();
  }

  @Test
  void hops_that_are_given_replace_those_of_the_configuration() throws Exception {
    assertThat(
            transport()
                .jumps(Target.ssh("relay"))
                .build()
                .run(Target.ssh("mac"), "echo through\n")
                .stdout()
                .text())
        .isEqualTo("through\n");
    assertThat(gate.logged("Connection from")).isZero();

    transport().jumps().build().run(Target.ssh("mac"), "echo direct\n");
    assertThat(relay.logged("Accepted publickey")).isEqualTo(1);
  }

  @Test
  void a_hop_has_hops_of_its_own() throws Exception {
    configure("Host relay", "  ProxyJump gate");

    transport().jumps(Target.ssh("relay")).build().run(Target.ssh("mac"), "echo\n");

    assertThat(gate.logged("Accepted publickey")).isEqualTo(1);
  }

  @Test
  void what_a_long_way_brings_arrives_whole() {
    int size = 3 * 1024 * 1024;
    String script =
        "head -c " + size + " /dev/zero; wc -c <<'E' >&2\n" + "x".repeat(size) + "\nE\n";

    var said = transport().build().run(Target.ssh("mac"), script);

    assertThat(said.stdout().size()).isEqualTo(size);
    assertThat(said.stderr().text().strip()).isEqualTo(String.valueOf(size + 1));
  }

  @Test
  void a_changed_host_key_on_the_way_is_told_of_that_host_and_nothing_is_sent_on()
      throws Exception {
    OpenSshServer.generateKey(folder.resolve("relay"), "old", "-t", "ed25519", "-N", "");
    Files.delete(relay.knownHosts());
    relay.know("old");

    CollectionException e = failure(transport());

    assertThat(e.kind()).isEqualTo(FailureKind.HOST_KEY);
    assertThat(e.reason())
        .startsWith("at the jump host " + OpenSshServer.USER + "@127.0.0.1:" + relay.port())
        .contains("HOST KEY HAS CHANGED", relay.knownHosts() + ":1");
    assertThat(mac.logged("Connection from")).isZero();
  }

  @Test
  void a_refused_login_on_the_way_is_told_of_that_host() throws Exception {
    Files.writeString(gate.knownHosts().resolveSibling("authorized_keys"), "");

    CollectionException e = failure(transport());

    assertThat(e.kind()).isEqualTo(FailureKind.AUTHENTICATION);
    assertThat(e.reason())
        .startsWith("the jump host " + OpenSshServer.USER + "@127.0.0.1:" + gate.port());
  }

  @Test
  void the_password_of_the_target_is_not_given_to_a_host_on_the_way() throws Exception {
    OpenSshServer asking =
        OpenSshServer.start(
            Files.createDirectory(folder.resolve("asking")), "PasswordAuthentication yes");
    servers.add(asking);
    configure(host("asking", asking));

    CollectionException e =
        failure(transport().jumps(Target.ssh("asking")).password(Messages.SECRET.toCharArray()));

    assertThat(e.kind()).isEqualTo(FailureKind.AUTHENTICATION);
    assertThat(e.reason()).doesNotContain("tried password");
    assertThat(asking.logged("Failed password")).isZero();
  }

  @Test
  void a_port_that_the_last_hop_cannot_reach_is_told_of_that_hop() throws Exception {
    configure("Host mac", "  Port " + OpenSshServer.freePort());

    CollectionException e = failure(transport());

    assertThat(e.kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(e.reason())
        .startsWith("the jump host " + OpenSshServer.USER + "@127.0.0.1:" + relay.port())
        .contains("opens no connection to 127.0.0.1 port", "refused");
  }

  @Test
  void a_hop_that_forwards_nothing_is_told_as_that() throws Exception {
    OpenSshServer closed = start("closed", "AllowTcpForwarding no");
    configure(host("closed", closed));

    CollectionException e = failure(transport().jumps(Target.ssh("closed")));

    assertThat(e.kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(e.advice()).contains("AllowTcpForwarding");
  }

  @Test
  void hops_that_go_in_a_circle_are_told_before_anything_is_connected() throws Exception {
    configure("Host relay", "  ProxyJump gate", "Host gate", "  ProxyJump relay");

    CollectionException e = failure(transport());

    assertThat(e.kind()).isEqualTo(FailureKind.UNSUPPORTED);
    assertThat(e.reason()).contains("the way goes in a circle");
    assertThat(gate.logged("Connection from")).isZero();
  }

  @Test
  void a_proxy_command_is_refused_with_its_place_and_what_to_do() throws Exception {
    configure("Host mac", "  ProxyCommand nc %h %p");

    CollectionException e = failure(transport());

    assertThat(e.kind()).isEqualTo(FailureKind.UNSUPPORTED);
    assertThat(e)
        .hasMessageContaining(config + ":2: ProxyCommand is not supported")
        .hasMessageContaining("use ProxyJump");
  }

  @Test
  void limits_hold_behind_hops_and_nothing_is_left() throws Exception {
    transport().build().run(Target.ssh("mac"), "echo warm\n");
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Leftovers before = Leftovers.now();
      configure("Host mac", "  Port " + silent.getLocalPort(), "  ConnectTimeout 1");

      CollectionException mute = failure(transport());
      configure();
      CollectionException slow = failure(transport().collectTimeout(Duration.ofSeconds(2)));

      assertThat(mute.kind()).isEqualTo(FailureKind.TIMEOUT);
      assertThat(mute).hasMessageContaining("SSH banner did not end within 1 s");
      assertThat(slow.kind()).isEqualTo(FailureKind.TIMEOUT);
      Leftovers.assertNoneSince(before);
    }
  }

  @Test
  void a_run_behind_hops_can_be_interrupted() throws Exception {
    transport().build().run(Target.ssh("mac"), "echo warm\n");
    Leftovers before = Leftovers.now();
    AtomicReference<CollectionException> thrown = new AtomicReference<>();
    Thread waiting = new Thread(() -> thrown.set(failure(transport())));
    waiting.start();
    while (mac.logged("Starting session: command") < 2) {
      Thread.sleep(20);
    }

    waiting.interrupt();
    waiting.join(2_000);

    assertThat(waiting.isAlive()).isFalse();
    assertThat(thrown.get().kind()).isEqualTo(FailureKind.CANCELLED);
    Leftovers.assertNoneSince(before);
  }
}
