package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;

/** Passwords, against a server in this process: a real sshd would ask the system's accounts. */
@NullUnmarked // JUnit fills the fields
class PasswordTest {

  @TempDir Path folder;
  private SshServer server;
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile Duration delay = Duration.ZERO;

  @BeforeEach
  void startServer() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair hostKey = generator.generateKeyPair();
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
    server.setPasswordAuthenticator(
        (user, password, session) -> {
          attempts.incrementAndGet();
          pause();
          return user.equals("admin") && password.equals(Messages.SECRET);
        });
    server.setCommandFactory(
        (channel, command) ->
            new ProcessShellFactory(command, List.of("/bin/sh")).createShell(channel));
    server.start();
    SshKey known = SshKey.of(hostKey.getPublic());
    Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:" + server.getPort() + " " + known.type() + " " + known.base64() + "\n");
  }

  @AfterEach
  void stopServer() throws Exception {
    server.stop(true);
  }

  private void pause() {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private SshTransportBuilder transport() {
    return SshTransport.builder()
        .user("admin")
        .knownHosts(folder.resolve("known_hosts"))
        .noSshConfig()
        .noAgent();
  }

  private Target target() {
    return Target.ssh("127.0.0.1").withPort(server.getPort());
  }

  private CollectionException failure(SshTransportBuilder transport) {
    CollectionException e =
        catchThrowableOfType(
            CollectionException.class, () -> transport.build().run(target(), "echo\n"));
    assertThat(e).isNotNull();
    Messages.print(e);
    return e;
  }

  private void assertLogsIn(SshTransportBuilder transport) {
    assertThat(transport.build().run(target(), "echo in\n").stdout().text()).isEqualTo("in\n");
  }

  @Test
  void a_password_logs_in() {
    assertLogsIn(transport().password(Messages.SECRET.toCharArray()));
  }

  @Test
  void a_password_answers_keyboard_interactive() {
    server.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));

    SshTransport transport = transport().password(Messages.SECRET::toCharArray).build();

    assertThat(transport.run(target(), "exit 4\n").exitStatus()).hasValue(4);
  }

  @Test
  void the_password_is_copied() {
    char[] mine = Messages.SECRET.toCharArray();
    SshTransportBuilder builder = transport().password(mine);
    Arrays.fill(mine, 'x');

    assertLogsIn(builder);
    assertLogsIn(builder);
  }

  @Test
  void the_array_of_a_supplier_is_left_alone() {
    char[] mine = Messages.SECRET.toCharArray();

    assertLogsIn(transport().password(() -> mine));

    assertThat(mine).isEqualTo(Messages.SECRET.toCharArray());
  }

  @Test
  void a_password_that_cannot_be_had_is_told_as_that() {
    CollectionException e =
        failure(
            transport()
                .password(
                    () -> {
                      throw new UnsupportedOperationException("vault sealed");
                    }));

    assertThat(e.kind()).isEqualTo(FailureKind.AUTHENTICATION);
    assertThat(e)
        .hasMessageContaining(
            "password: the password could not be had (UnsupportedOperationException)");
    assertThat(attempts).hasValue(0);
  }

  @Test
  void a_password_is_asked_for_once_a_run() {
    AtomicInteger asked = new AtomicInteger();
    server.setUserAuthFactories(
        List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));

    failure(
        transport()
            .password(
                () -> {
                  asked.incrementAndGet();
                  return "wrong".toCharArray();
                }));

    assertThat(asked).hasValue(1);
    assertThat(attempts).hasValue(2);
  }

  @Test
  void a_scheduler_that_was_shut_down_is_a_mistake_of_the_caller() {
    ScheduledExecutorService gone = Executors.newSingleThreadScheduledExecutor();
    gone.shutdown();

    assertThatIllegalStateException()
        .isThrownBy(() -> transport().scheduler(gone).build().run(target(), "echo\n"));
  }

  @Test
  void a_wrong_password_is_given_once_and_told_without_showing_it() {
    CollectionException e = failure(transport().password((Messages.SECRET + "!").toCharArray()));

    assertThat(e.kind()).isEqualTo(FailureKind.AUTHENTICATION);
    assertThat(e).hasMessageContaining("tried password: refused; the server accepts password");
    assertThat(attempts).hasValue(1);
  }

  @Test
  void an_identity_is_not_offered_again_to_a_server_that_takes_passwords_only() throws Exception {
    Path first = OpenSshServer.generateKey(folder, "first", "-t", "ed25519", "-N", "");
    Path second = OpenSshServer.generateKey(folder, "second", "-t", "ed25519", "-N", "");

    CollectionException e =
        failure(transport().identity(first).identity(second).password("no".toCharArray()));

    assertThat(e.getMessage())
        .containsSubsequence("first", "refused", "password: refused")
        .doesNotContain("second");
  }

  @Test
  void without_identity_and_password_the_message_says_so_and_what_the_server_accepts(
      @TempDir Path home) {
    String before = System.getProperty("user.home");
    System.setProperty("user.home", home.toString());
    try {
      CollectionException e = failure(transport());

      assertThat(e.kind()).isEqualTo(FailureKind.AUTHENTICATION);
      assertThat(e)
          .hasMessageContaining("no identity and no password to try; the server accepts password");
    } finally {
      System.setProperty("user.home", before);
    }
  }

  @Test
  void a_login_that_takes_too_long_ends_at_its_limit() {
    delay = Duration.ofSeconds(5);

    CollectionException e =
        failure(
            transport()
                .password(Messages.SECRET.toCharArray())
                .authTimeout(Duration.ofMillis(500)));

    assertThat(e.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(e).hasMessageContaining("authentication did not end within 0.500 s (authTimeout)");
  }

  @Test
  void a_connection_lost_during_the_login_is_no_refusal() {
    server.setPasswordAuthenticator(
        (user, password, session) -> {
          session.close(true);
          throw new IllegalStateException("gone");
        });

    CollectionException e = failure(transport().password(Messages.SECRET.toCharArray()));

    assertThat(e.kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(e).hasMessageContaining("the connection was lost while logging in");
  }

  @Test
  void a_server_that_refuses_commands_is_told_as_that() {
    server.setCommandFactory(null);

    CollectionException e = failure(transport().password(Messages.SECRET.toCharArray()));

    assertThat(e.kind()).isEqualTo(FailureKind.COMMAND);
    assertThat(e).hasMessageContaining("refuses to run a command");
  }
}
