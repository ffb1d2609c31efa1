package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;

/** Host keys of a real sshd. */
@NullUnmarked // JUnit fills the fields
class HostKeyTest {

  @TempDir Path folder;
  private OpenSshServer server;
  private Path key;

  @BeforeEach
  void startServer() throws Exception {
    server = OpenSshServer.start(folder, List.of("rsa", "ed25519", "ecdsa"));
    key = server.authorizedKey("login", "-t", "ed25519", "-N", "");
  }

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  private void assertAccepted() {
    assertThat(server.transport(key).build().run(server.target(), "exit 5\n").exitStatus())
        .hasValue(5);
  }

  private CollectionException refused() {
    CollectionException e =
        catchThrowableOfType(
            CollectionException.class,
            () -> server.transport(key).build().run(server.target(), "echo\n"));
    assertThat(e).isNotNull();
    Messages.print(e);
    assertThat(e.kind()).isEqualTo(FailureKind.HOST_KEY);
    return e;
  }

  private String fingerprint(String name) throws Exception {
    return Programs.run("ssh-keygen", "-lf", folder.resolve(name + ".pub").toString())
        .split(" ")[1];
  }

  @Test
  void the_server_is_asked_for_the_kind_of_key_that_is_known() throws Exception {
    for (String type : List.of("rsa", "ecdsa", "ed25519")) {
      Files.delete(server.knownHosts());
      server.know("host_" + type);
      assertAccepted();
    }
  }

  @Test
  void an_unknown_host_is_refused_with_its_fingerprint_and_the_line_to_add() throws Exception {
    Files.delete(server.knownHosts());

    CollectionException e = refused();

    assertThat(e).hasMessageContaining(fingerprint("host_ed25519"));
    String line = e.getMessage().substring(e.getMessage().lastIndexOf(": ") + 2);
    Files.writeString(server.knownHosts(), line + "\n");
    assertAccepted();
  }

  @Test
  void nothing_is_tried_before_the_host_key_is_accepted() throws Exception {
    Files.delete(server.knownHosts());

    refused();

    assertThat(server.logged("Failed publickey") + server.logged("Accepted publickey")).isZero();
  }

  @Test
  void a_changed_key_is_told_loudly_with_both_fingerprints_and_the_place() throws Exception {
    OpenSshServer.generateKey(folder, "old", "-t", "ed25519", "-N", "");
    Files.writeString(server.knownHosts(), "# a comment\n\n");
    server.know("old");

    CollectionException e = refused();

    assertThat(e)
        .hasMessageContaining("HOST KEY HAS CHANGED")
        .hasMessageContaining(fingerprint("old"))
        .hasMessageContaining(fingerprint("host_ed25519"))
        .hasMessageContaining(server.knownHosts() + ":3")
        .hasMessageContaining("ssh-keygen -R '[127.0.0.1]:" + server.port() + "'");
  }

  @Test
  void a_revoked_key_is_refused_even_where_another_line_accepts_it() throws Exception {
    String publicKey = Files.readString(folder.resolve("host_rsa.pub"));
    Files.writeString(
        server.knownHosts(), Files.readString(server.knownHosts()) + "@revoked * " + publicKey);

    assertThat(refused()).hasMessageContaining("REVOKED").hasMessageContaining(":2");
  }

  @Test
  void hashed_names_are_understood() throws Exception {
    Programs.run("ssh-keygen", "-q", "-H", "-f", server.knownHosts().toString());
    assertThat(Files.readString(server.knownHosts())).startsWith("|1|");

    assertAccepted();
  }

  @Test
  void what_ssh_keyscan_writes_is_understood() throws Exception {
    String scanned =
        Programs.run(
            "ssh-keyscan", "-t", "ecdsa", "-p", String.valueOf(server.port()), "127.0.0.1");
    Files.writeString(server.knownHosts(), scanned);

    assertAccepted();
  }
}
