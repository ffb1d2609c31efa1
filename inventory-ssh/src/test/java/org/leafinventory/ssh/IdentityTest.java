package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;

/** Private keys of every kind, against a real sshd. */
@NullUnmarked // JUnit fills the fields
class IdentityTest {

  private static final char[] PASSPHRASE = Messages.SECRET.toCharArray();

  @TempDir static Path folder;
  private static OpenSshServer server;
  private static final AtomicInteger COUNT = new AtomicInteger();

  @BeforeAll
  static void startServer() throws Exception {
    server = OpenSshServer.start(folder);
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  private static Path newFile() {
    return folder.resolve("key" + COUNT.incrementAndGet());
  }

  private static Path key(String options) throws Exception {
    return server.authorizedKey(newFile().getFileName().toString(), options.split(" "));
  }

  private static void assertLogsIn(SshTransportBuilder transport) {
    assertThat(transport.build().run(server.target(), "echo in\n").stdout().text())
        .isEqualTo("in\n");
  }

  private static CollectionException refused(SshTransportBuilder transport) {
    CollectionException e =
        catchThrowableOfType(
            CollectionException.class, () -> transport.build().run(server.target(), "echo\n"));
    assertThat(e).isNotNull();
    Messages.print(e);
    assertThat(e.kind()).isEqualTo(FailureKind.AUTHENTICATION);
    return e;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-t ed25519",
        "-t rsa -b 3072",
        "-t rsa -b 2048 -m PEM",
        "-t rsa -b 2048 -m PKCS8",
        "-t ecdsa -b 256",
        "-t ecdsa -b 384",
        "-t ecdsa -b 521",
        "-t ecdsa -b 256 -m PEM",
        "-t ecdsa -b 521 -m PEM",
        "-t ecdsa -b 384 -m PKCS8",
      })
  void keys_of_every_kind_log_in_plain_and_encrypted(String kind) throws Exception {
    Path plain = newFile();
    OpenSshServer.generateKey(
        folder, plain.getFileName().toString(), (kind + " -N|").split("[ |]", -1));
    server.authorize("", plain);
    assertLogsIn(server.transport(plain));

    Path encrypted = newFile();
    Programs.run("cp", "-p", plain.toString(), encrypted.toString());
    Programs.run("cp", "-p", plain + ".pub", encrypted + ".pub");
    String format = kind.contains("-m ") ? kind.substring(kind.indexOf("-m ") + 3) : "RFC4716";
    Programs.run(
        "ssh-keygen",
        "-q",
        "-p",
        "-m",
        format,
        "-P",
        "",
        "-N",
        Messages.SECRET,
        "-f",
        encrypted.toString());
    assertThat(Files.readString(encrypted)).isNotEqualTo(Files.readString(plain));
    assertLogsIn(server.transport(encrypted).passphrase(PASSPHRASE));
  }

  @Test
  void an_ed25519_key_in_pkcs8_logs_in_plain_and_encrypted() throws Exception {
    Path plain = newFile();
    Programs.run("openssl", "genpkey", "-algorithm", "ed25519", "-out", plain.toString());
    Path encrypted = newFile();
    Programs.run(
        "openssl",
        "pkcs8",
        "-topk8",
        "-in",
        plain.toString(),
        "-out",
        encrypted.toString(),
        "-passout",
        "pass:" + Messages.SECRET);
    SshKey publicKey = SshKey.of(IdentityFile.read(plain, file -> null).getPublic());
    Files.writeString(Path.of(plain + ".pub"), publicKey.type() + " " + publicKey.base64() + "\n");
    server.authorize("", plain);

    assertLogsIn(server.transport(plain));
    assertLogsIn(server.transport(encrypted).passphrase(PASSPHRASE));
  }

  @Test
  void the_passphrase_is_asked_once_for_many_runs_and_again_when_the_file_changes()
      throws Exception {
    Path key = newFile();
    server.authorizedKey(
        key.getFileName().toString(), "-t", "ed25519", "-a", "1", "-N", Messages.SECRET);
    AtomicInteger asked = new AtomicInteger();
    SshTransport transport =
        server
            .transport(key)
            .passphrase(
                file -> {
                  asked.incrementAndGet();
                  return PASSPHRASE.clone();
                })
            .build();

    transport.run(server.target(), "\n");
    transport.run(server.target(), "\n");
    assertThat(asked).hasValue(1);

    Files.writeString(key, Files.readString(key) + "\n");
    transport.run(server.target(), "\n");
    assertThat(asked).hasValue(2);
  }

  @Test
  void the_passphrase_source_keeps_its_array() throws Exception {
    Path key = newFile();
    server.authorizedKey(
        key.getFileName().toString(), "-t", "ed25519", "-a", "1", "-N", Messages.SECRET);
    char[] mine = Messages.SECRET.toCharArray();

    assertLogsIn(server.transport(key).passphrase(file -> mine));

    assertThat(mine).isEqualTo(PASSPHRASE);
  }

  @Test
  void a_wrong_and_a_missing_passphrase_are_told_apart() throws Exception {
    for (String kind : List.of("-t ed25519", "-t rsa -b 2048 -m PEM", "-t ecdsa -m PKCS8")) {
      Path key = newFile();
      String[] options = (kind + " -N " + "another-one").split(" ");
      server.authorizedKey(key.getFileName().toString(), options);

      assertThat(refused(server.transport(key).passphrase(PASSPHRASE)))
          .hasMessageContaining(key + ": the passphrase is wrong");
      assertThat(refused(server.transport(key)))
          .hasMessageContaining(key + ": is encrypted and no passphrase was given");
    }
  }

  @Test
  void a_file_that_is_no_private_key_is_named_with_what_is_wrong() throws Exception {
    Path absent = newFile();
    Path text = Files.writeString(newFile(), "hello\n");
    Path broken =
        Files.writeString(
            newFile(), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
    Path good = key("-t ed25519 -N another-one");

    CollectionException e =
        refused(server.transport(absent, text, broken, Path.of(good + ".pub"), folder));

    assertThat(e)
        .hasMessageContaining(absent + ": there is no such file")
        .hasMessageContaining(text + ": is not in a known private key format")
        .hasMessageContaining(broken + ": is no private key that can be read here")
        .hasMessageContaining(good + ".pub: is a public key")
        .hasMessageContaining("the server accepts publickey");
    assertThat(e.getSuppressed()).hasSize(5);
  }

  @Test
  void an_unusable_identity_does_not_stand_in_the_way_of_a_good_one() throws Exception {
    Path good = server.authorizedKey(newFile().getFileName().toString(), "-t", "ed25519", "-N", "");

    assertLogsIn(server.transport(newFile(), good));
  }

  @Test
  void refused_keys_are_named_in_the_order_they_were_tried_with_file_and_fingerprint()
      throws Exception {
    Path first = OpenSshServer.generateKey(folder, "first", "-t", "ed25519", "-N", "");
    Path second = OpenSshServer.generateKey(folder, "second", "-t", "ecdsa", "-N", "");

    CollectionException e = refused(server.transport(first, second));

    String fingerprint = Programs.run("ssh-keygen", "-lf", second + ".pub").split(" ")[1];
    assertThat(e.getMessage())
        .containsSubsequence(first.toString(), "refused", second.toString(), fingerprint);
    assertThat(e.getSuppressed()).hasSize(2);
  }

  @Test
  void a_server_that_has_had_enough_attempts_is_quoted() throws Exception {
    SshTransportBuilder many = server.transport();
    for (int i = 0; i < 5; i++) {
      many.identity(OpenSshServer.generateKey(folder, "many" + i, "-t", "ed25519", "-N", ""));
    }

    assertThat(refused(many)).hasMessageContaining("Too many authentication failures");
  }

  @Test
  void two_keys_are_given_to_a_server_that_wants_two(@TempDir Path other) throws Exception {
    try (OpenSshServer strict =
        OpenSshServer.start(other, "AuthenticationMethods publickey,publickey")) {
      Path first = strict.authorizedKey("a", "-t", "ed25519", "-N", "");
      Path second = strict.authorizedKey("b", "-t", "ecdsa", "-N", "");

      assertThat(
              strict.transport(first, second).build().run(strict.target(), "echo\n").exitStatus())
          .hasValue(0);
    }
  }
}
