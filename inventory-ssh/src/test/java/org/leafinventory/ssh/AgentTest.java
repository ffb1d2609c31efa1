package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;

/** Keys in a real ssh-agent, and certificates, against a real sshd. */
@Timeout(60)
@NullUnmarked // JUnit fills the fields
class AgentTest {

  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

  @TempDir static Path shared;
  private static OpenSshServer server;
  private static Path authority;

  @TempDir Path folder;
  private SshAgent agent;

  @BeforeAll
  static void startServer() throws Exception {
    authority = OpenSshServer.generateKey(shared, "authority", "-t", "ed25519", "-N", "");
    server =
        OpenSshServer.start(shared, "MaxAuthTries 20", "TrustedUserCAKeys " + authority + ".pub");
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void startAgent() throws Exception {
    agent = SshAgent.start(folder.resolve("agent"));
  }

  @AfterEach
  void stopAgent() {
    agent.close();
  }

  private Path key(String name, String... options) throws Exception {
    return OpenSshServer.generateKey(folder, name, options.length == 0 ? ED25519 : options);
  }

  private static final String[] ED25519 = {"-t", "ed25519", "-N", ""};

  private Path authorized(String name, String... options) throws Exception {
    Path key = key(name, options);
    server.authorize("", key);
    return key;
  }

  private SshTransportBuilder transport() {
    return server.transport().agent(agent.socket());
  }

  private static void assertLogsIn(SshTransportBuilder transport) {
    assertThat(transport.build().run(server.target(), "echo in\n").stdout().text())
        .isEqualTo("in\n");
  }

  private static CollectionException failure(SshTransportBuilder transport) {
    CollectionException e =
        catchThrowableOfType(
            CollectionException.class, () -> transport.build().run(server.target(), "echo\n"));
    assertThat(e).isNotNull();
    Messages.print(e);
    return e;
  }

  private static List<String> fingerprints(String text) {
    List<String> found = new ArrayList<>();
    for (Matcher m = FINGERPRINT.matcher(text); m.find(); ) {
      found.add(m.group());
    }
    return found;
  }

  @Test
  void keys_of_every_kind_log_in_from_the_agent() throws Exception {
    for (List<String> kind :
        List.of(
            List.of("-t", "ed25519"),
            List.of("-t", "rsa", "-b", "2048"),
            List.of("-t", "ecdsa", "-b", "256"),
            List.of("-t", "ecdsa", "-b", "521"))) {
      List<String> options = new ArrayList<>(kind);
      options.addAll(List.of("-N", ""));
      Path key = authorized(String.join("", kind), options.toArray(String[]::new));
      try (SshAgent own = SshAgent.start(folder.resolve("own"))) {
        own.add(key);
        Files.delete(key);
        assertLogsIn(server.transport().agent(own.socket()));
      }
    }
  }

  @Test
  void the_agent_is_the_one_of_the_environment_unless_there_is_to_be_none() throws Exception {
    agent.add(authorized("key"));
    SshTransportBuilder usual =
        SshTransport.builder()
            .user(OpenSshServer.USER)
            .knownHosts(server.knownHosts())
            .sshConfig(Files.createFile(folder.resolve("config")))
            .environment(
                name ->
                    name.equals("SSH_AUTH_SOCK")
                        ? Optional.of(agent.socket().toString())
                        : Optional.empty());

    assertLogsIn(usual);
    Files.writeString(folder.resolve("config"), "IdentityAgent none\nIdentityFile none\n");
    assertThat(failure(usual)).hasMessageContaining("no identity and no password to try");
  }

  @Test
  void an_encrypted_file_whose_key_the_agent_holds_needs_no_passphrase() throws Exception {
    Path open = authorized("open");
    Path locked = folder.resolve("locked");
    Files.copy(open, locked);
    Programs.run("chmod", "600", locked.toString());
    Programs.run(
        "ssh-keygen", "-q", "-p", "-P", "", "-N", Messages.SECRET, "-f", locked.toString());
    agent.add(open);

    assertLogsIn(
        transport()
            .identity(locked)
            .passphrase(
                file -> {
                  throw new AssertionError("asked for a passphrase of " + file);
                }));
  }

  @Test
  void a_public_key_file_picks_a_key_of_the_agent() throws Exception {
    Path wanted = authorized("wanted");
    agent.add(key("other"), wanted);
    Files.delete(wanted);

    assertLogsIn(transport().identity(Path.of(wanted + ".pub")).identitiesOnly(true).maxKeys(1));
  }

  @Test
  void the_order_is_that_of_ssh() throws Exception {
    Path first = key("first");
    Path second = key("second");
    Path third = key("third");
    Programs.run(
        "ssh-keygen", "-q", "-s", authority.toString(), "-I", "id", "-n", "nobody", first + ".pub");
    agent.add(third, key("stranger"), second);

    CollectionException e =
        failure(transport().identity(first).identity(second).identity(third).maxKeys(10));

    assertThat(fingerprints(e.reason())).isEqualTo(fingerprints(offersOfSsh(first, second, third)));
    assertThat(e.getSuppressed()).hasSize(5);
  }

  /** What the ssh command says it offers. */
  private String offersOfSsh(Path... identities) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(Programs.require("ssh"), "-v", "-F", "none", "-p"));
    command.addAll(List.of(String.valueOf(server.port()), "-o", "BatchMode=yes"));
    command.addAll(List.of("-o", "UserKnownHostsFile=" + server.knownHosts()));
    for (Path identity : identities) {
      command.addAll(List.of("-i", identity.toString()));
    }
    command.add(OpenSshServer.USER + "@127.0.0.1");
    ProcessBuilder ssh = new ProcessBuilder(command).redirectErrorStream(true);
    ssh.environment().put("SSH_AUTH_SOCK", agent.socket().toString());
    Process process = ssh.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return String.join(
        "\n", said.lines().filter(line -> line.contains("Offering public key")).toList());
  }

  @Test
  void with_identities_only_the_agent_s_other_keys_are_left_alone() throws Exception {
    agent.add(authorized("other"));
    Path named = key("named");

    CollectionException e = failure(transport().identity(named).identitiesOnly(true));

    assertThat(fingerprints(e.reason())).hasSize(1);
    assertThat(e).hasMessageContaining("publickey " + named);
  }

  @Test
  void no_more_keys_are_offered_than_configured_and_the_message_says_how_many_are_left()
      throws Exception {
    for (int i = 0; i < 4; i++) {
      agent.add(key("key" + i));
    }

    CollectionException e = failure(transport().maxKeys(3));

    assertThat(fingerprints(e.reason())).hasSize(3);
    assertThat(e).hasMessageContaining("maxKeys leaves out another 1");
  }

  @Test
  void of_several_keys_the_agent_signs_only_with_the_one_that_would_do() throws Exception {
    agent.add(key("first"), key("second"), authorized("third"), key("fourth"));
    try (AgentRelay relay = new AgentRelay(folder.resolve("relay"), agent.socket())) {
      assertLogsIn(server.transport().agent(relay.socket()));

      assertThat(relay.signatures()).isEqualTo(1);
    }
  }

  @Test
  void a_certificate_beside_an_identity_logs_in_from_file_and_agent() throws Exception {
    for (String kind : List.of("ed25519", "rsa", "ecdsa")) {
      Path key = key("certified_" + kind, "-t", kind, "-N", "");
      Programs.run(
          "ssh-keygen",
          "-q",
          "-s",
          authority.toString(),
          "-I",
          "id",
          "-n",
          OpenSshServer.USER,
          key + ".pub");
      assertLogsIn(server.transport(key));
      try (SshAgent own = SshAgent.start(folder.resolve("own_" + kind))) {
        own.add(key);
        assertLogsIn(server.transport().agent(own.socket()));
      }
    }
  }

  @Test
  void an_agent_that_does_not_answer_is_given_up_and_a_file_is_used_instead() throws Exception {
    Path file = authorized("file");
    try (AgentRelay mute = new AgentRelay(folder.resolve("mute"), null)) {
      Leftovers before = Leftovers.now();

      assertLogsIn(server.transport(file).agent(mute.socket()));

      assertThat(Leftovers.now().threads()).isSubsetOf(before.threads());
      assertThat(failure(server.transport(key("unknown")).agent(mute.socket())))
          .hasMessageContaining("the agent at " + mute.socket() + ": it did not answer within 5 s");
    }
  }

  @Test
  void an_agent_that_does_not_sign_ends_at_the_limit_and_is_named() throws Exception {
    agent.add(authorized("key"));
    try (AgentRelay relay =
        new AgentRelay(folder.resolve("relay"), agent.socket()).silentOn(AgentRelay.SIGN)) {
      Leftovers before = Leftovers.now();

      CollectionException e =
          failure(server.transport().agent(relay.socket()).authTimeout(Duration.ofMillis(700)));

      assertThat(e.kind()).isEqualTo(FailureKind.TIMEOUT);
      assertThat(e)
          .hasMessageContaining("waiting for the agent to sign did not end within 0.700 s");
      assertThat(Leftovers.now().threads()).isSubsetOf(before.threads());
    }
  }

  @Test
  void a_thread_that_waits_for_an_agent_can_be_interrupted() throws Exception {
    agent.add(authorized("key"), key("another"));
    try (AgentRelay relay =
        new AgentRelay(folder.resolve("relay"), agent.socket()).silentOn(AgentRelay.SIGN)) {
      AtomicReference<CollectionException> thrown = new AtomicReference<>();
      Thread waiting =
          new Thread(() -> thrown.set(failure(server.transport().agent(relay.socket()))));
      waiting.start();
      while (relay.signatures() == 0) {
        Thread.sleep(20);
      }

      waiting.interrupt();
      waiting.join(2_000);

      assertThat(waiting.isAlive()).isFalse();
      assertThat(thrown.get().kind()).isEqualTo(FailureKind.CANCELLED);
    }
  }

  @Test
  void an_agent_that_answers_nonsense_is_told_as_that() throws Exception {
    byte[] endless = new byte[64];
    Arrays.fill(endless, (byte) 0x7f);
    byte[] manyKeys = {0, 0, 0, 5, 12, 0x7f, 0, 0, 0};
    byte[] cutOff = {0, 0, 0, 9, 12, 0, 0, 0, 1, 0, 0, 0, 40};
    byte[] otherKind = {0, 0, 0, 1, 77};
    for (byte[] answer : List.of(endless, manyKeys, cutOff, otherKind, new byte[0])) {
      Path socket = Files.createTempFile(folder, "relay", "");
      Files.delete(socket);
      try (AgentRelay relay = new AgentRelay(socket, agent.socket()).answering(answer)) {
        CollectionException e = failure(server.transport().agent(relay.socket()));

        assertThat(e.kind()).isEqualTo(FailureKind.AUTHENTICATION);
        assertThat(e).hasMessageContaining("not usable: the agent at " + relay.socket() + ": ");
      }
    }
  }

  @Test
  void an_agent_that_is_gone_is_told_as_that() throws Exception {
    CollectionException e = failure(server.transport().agent(folder.resolve("gone")));

    assertThat(e.kind()).isEqualTo(FailureKind.AUTHENTICATION);
    assertThat(e).hasMessageContaining("the agent at " + folder.resolve("gone"));
  }
}
