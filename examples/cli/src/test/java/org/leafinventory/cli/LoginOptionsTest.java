package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.testkit.mac.SimulatedMac;

/** How a Mac is reached and entered from the command line. */
@NullUnmarked // JUnit fills the fields
class LoginOptionsTest {

  @TempDir Path folder;
  private SimulatedMac mac;
  private Path key;
  private Path known;

  @BeforeEach
  void startMac() throws Exception {
    LoginKey login = LoginKey.in(folder.resolve("key/id"));
    key = login.file();
    known = folder.resolve("known_hosts");
    mac = SimulatedMac.builder("mac-mini-m4").authorizedKey(login.publicLine()).start();
  }

  @AfterEach
  void stopMac() {
    mac.close();
  }

  private CommandLineRun extract(Object... options) {
    Object[] words = new Object[options.length + 5];
    words[0] = "extract";
    words[1] = "--root";
    words[2] = folder.resolve("fleet");
    words[3] = "--known-hosts";
    words[4] = known;
    System.arraycopy(options, 0, words, 5, options.length);
    return leaf(words);
  }

  @Test
  void a_name_of_the_ssh_configuration_is_a_target() throws Exception {
    Files.writeString(known, mac.knownHostsLine() + "\n");
    Path config =
        Files.writeString(
            folder.resolve("config"),
            "Host studio\n  HostName 127.0.0.1\n  Port "
                + mac.port()
                + "\n  User "
                + mac.user()
                + "\n  IdentityAgent none\n  IdentityFile "
                + key
                + "\n");

    CommandLineRun run = extract("-F", config, "studio");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Hostname:  ci-mini-07");
  }

  @Test
  void a_new_host_key_is_believed_once_if_that_is_asked_for() {
    CommandLineRun strict = extract("-F", "none", "--no-agent", "-i", key, mac.target());
    CommandLineRun first =
        extract("-F", "none", "-i", key, "--host-keys", "accept-new", mac.target());
    CommandLineRun second = extract("-F", "none", "-i", key, "--host-keys", "strict", mac.target());

    assertThat(strict.status()).isEqualTo(1);
    assertThat(strict.err()).contains("the host key is not known");
    assertThat(first.status()).as(first.err()).isZero();
    assertThat(second.status()).as(second.err()).isZero();
    assertThat(known).isNotEmptyFile();
  }

  @Test
  void a_fingerprint_pins_the_host_key() {
    CommandLineRun right =
        extract("-F", "none", "-i", key, "--host-keys", mac.hostKeyFingerprint(), mac.target());
    CommandLineRun wrong =
        extract("-F", "none", "-i", key, "--host-keys", "SHA256:" + "A".repeat(43), mac.target());

    assertThat(right.status()).as(right.err()).isZero();
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.err()).contains("THE HOST KEY IS NOT THE ONE EXPECTED");
    assertThat(known).doesNotExist();
  }

  @Test
  void every_host_key_is_believed_only_by_the_name_that_says_so() {
    CommandLineRun run =
        extract("-F", "none", "-i", key, "--host-keys", "insecure-accept-any", mac.target());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(extract("--host-keys", "no", mac.target()).status()).isEqualTo(2);
    assertThat(extract("--host-keys", "SHA256:short", mac.target()).status()).isEqualTo(2);
  }

  @Test
  void a_jump_host_that_is_not_there_is_named() throws Exception {
    Files.writeString(known, mac.knownHostsLine() + "\n");

    CommandLineRun run = extract("-F", "none", "-J", "me@127.0.0.1:1", mac.target());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("at the jump host me@127.0.0.1:1: no connection to port 1");
  }
}
