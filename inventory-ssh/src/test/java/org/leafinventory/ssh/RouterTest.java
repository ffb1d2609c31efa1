package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;

/** What settings and configuration come to, without connecting to anything. */
@NullUnmarked // JUnit fills the fields
class RouterTest {

  @TempDir Path home;
  private Path sshFolder;
  private String homeBefore;

  @BeforeEach
  void takeAnotherHome() throws Exception {
    homeBefore = System.getProperty("user.home");
    System.setProperty("user.home", home.toString());
    sshFolder = Files.createDirectory(home.resolve(".ssh"));
  }

  @AfterEach
  void goHome() {
    System.setProperty("user.home", homeBefore);
  }

  private static SshTransportBuilder builder() {
    return SshTransport.builder()
        .environment(
            name -> name.equals("SSH_AUTH_SOCK") ? Optional.of("/agent") : Optional.empty());
  }

  private List<Hop> route(SshTransportBuilder builder, String target) {
    return new Router(builder.settings()).route(Target.parse(target));
  }

  private Hop last(SshTransportBuilder builder, String target) {
    List<Hop> route = route(builder, target);
    return route.get(route.size() - 1);
  }

  private void configure(String... lines) throws Exception {
    Files.write(sshFolder.resolve("config"), List.of(lines));
  }

  @Test
  void without_configuration_it_is_as_ssh_has_it() throws Exception {
    Files.createFile(sshFolder.resolve("id_rsa"));
    Files.createFile(sshFolder.resolve("id_ed25519"));

    Hop mac = last(builder().noSshConfig(), "mac");

    assertThat(mac.to().user()).isEqualTo(System.getProperty("user.name"));
    assertThat(mac.to().port()).isEqualTo(22);
    assertThat(mac.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(mac.login().identities())
        .containsExactly(sshFolder.resolve("id_ed25519"), sshFolder.resolve("id_rsa"));
    assertThat(mac.login().agent()).contains(new Agent(Path.of("/agent")));
    assertThat(mac.login().methods()).isEqualTo(Login.METHODS);
    assertThat(mac.hostKeys().policy()).isSameAs(HostKeyPolicy.strict());
    assertThat(mac.hostKeys().files())
        .contains(sshFolder.resolve("known_hosts"), Path.of("/etc/ssh/ssh_known_hosts"));
  }

  @Test
  void the_configuration_fills_what_is_left_open() throws Exception {
    configure(
        "Host mac",
        "  HostName %h.example.com",
        "  User admin",
        "  Port 2222",
        "  IdentityFile ~/keys/%h_%r",
        "  IdentityFile %d/other",
        "  IdentitiesOnly yes",
        "  IdentityAgent ${AGENTS}/one",
        "  UserKnownHostsFile ~/known %d/known_%n",
        "  StrictHostKeyChecking accept-new",
        "  PreferredAuthentications keyboard-interactive,gssapi,publickey",
        "  ConnectTimeout 3");
    SshTransportBuilder builder =
        SshTransport.builder()
            .environment(name -> name.equals("AGENTS") ? Optional.of("/agents") : Optional.empty());

    Hop mac = last(builder, "mac");

    assertThat(mac.to().host()).isEqualTo("mac.example.com");
    assertThat(mac.to().user()).isEqualTo("admin");
    assertThat(mac.to().port()).isEqualTo(2222);
    assertThat(mac.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(mac.login().identities())
        .containsExactly(home.resolve("keys/mac.example.com_admin"), home.resolve("other"));
    assertThat(mac.login().identitiesOnly()).isTrue();
    assertThat(mac.login().agent()).contains(new Agent(Path.of("/agents/one")));
    assertThat(mac.login().methods()).containsExactly("keyboard-interactive", "publickey");
    assertThat(mac.hostKeys().userFiles())
        .containsExactly(home.resolve("known"), home.resolve("known_mac"));
    assertThat(mac.hostKeys().policy()).isSameAs(HostKeyPolicy.acceptNew());
    assertThat(mac.hostKeys().name().names())
        .containsExactly("[mac.example.com]:2222", "mac.example.com");
  }

  @Test
  void what_is_set_counts_more_than_the_configuration() throws Exception {
    configure(
        "User config", "Port 1", "ConnectTimeout 3", "StrictHostKeyChecking no", "IdentityFile /c");

    Hop mac =
        last(
            builder()
                .user("set")
                .identity(Path.of("/set"))
                .noAgent()
                .connectTimeout(Duration.ofSeconds(7))
                .knownHosts(Path.of("/known"))
                .hostKeys(HostKeyPolicy.strict()),
            "mac:2");

    assertThat(mac.to().user()).isEqualTo("set");
    assertThat(mac.to().port()).isEqualTo(2);
    assertThat(mac.connectTimeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(mac.login().identities()).containsExactly(Path.of("/set"), Path.of("/c"));
    assertThat(mac.login().agent()).isEmpty();
    assertThat(mac.hostKeys().files()).containsExactly(Path.of("/known"));
    assertThat(mac.hostKeys().policy()).isSameAs(HostKeyPolicy.strict());
    assertThat(last(builder().user("set"), "target@mac").to().user()).isEqualTo("target");
  }

  @Test
  void a_password_alone_is_taken_at_its_word() throws Exception {
    Files.createFile(sshFolder.resolve("id_rsa"));
    SshTransportBuilder builder = builder().noSshConfig().password("x".toCharArray());

    assertThat(last(builder, "mac").login().identities()).isEmpty();
    assertThat(last(builder, "mac").login().agent()).isEmpty();
    assertThat(last(builder.agent(Path.of("/mine")), "mac").login().agent())
        .contains(new Agent(Path.of("/mine")));
  }

  @Test
  void what_is_meant_for_the_target_alone_is_kept_from_hosts_on_the_way() {
    SshTransportBuilder builder =
        builder()
            .noSshConfig()
            .user("admin")
            .password("x".toCharArray())
            .hostKeys(HostKeyPolicy.insecurelyAcceptAnyKey())
            .jumps(Target.parse("me@gate:2200"), Target.parse("relay"));

    List<Hop> route = route(builder, "mac");

    assertThat(route).extracting(hop -> hop.to().host()).containsExactly("gate", "relay", "mac");
    assertThat(route)
        .extracting(hop -> hop.to().user())
        .containsExactly("me", System.getProperty("user.name"), "admin");
    assertThat(route)
        .extracting(hop -> hop.login().password() != null)
        .containsExactly(false, false, true);
    assertThat(route)
        .extracting(hop -> hop.hostKeys().policy().isInsecure())
        .containsExactly(false, false, true);
    assertThat(route.get(2).to().via()).startsWith("the jump host").endsWith("@relay");
  }

  @Test
  void the_way_begins_at_the_target_where_there_is_no_jump_host() throws Exception {
    configure("Host studio", "  HostName mac-7.example", "  Port 2222");
    SshTransport transport = builder().build();

    assertThat(transport.entryPoint(Target.parse("studio"))).isEqualTo("mac-7.example");
    assertThat(transport.entryPoint(Target.parse("admin@10.1.1.10:2200"))).isEqualTo("10.1.1.10");
    assertThat(transport.entryPoint(Target.parse("ssh://[fe80::1]"))).isEqualTo("fe80::1");
  }

  @Test
  void the_way_begins_at_the_first_jump_host_of_the_configuration() throws Exception {
    configure(
        "Host mac-*",
        "  ProxyJump relay,other",
        "Host relay",
        "  ProxyJump gate",
        "Host gate",
        "  HostName gate.example");
    SshTransport transport = builder().build();

    assertThat(transport.entryPoint(Target.parse("mac-1"))).isEqualTo("gate.example");
    assertThat(transport.entryPoint(Target.parse("relay"))).isEqualTo("gate.example");
    assertThat(transport.entryPoint(Target.parse("gate"))).isEqualTo("gate.example");
    assertThat(SshCollector.over(transport).entryPoint(Target.parse("mac-2")))
        .isEqualTo("gate.example");
  }

  @Test
  void the_way_begins_where_the_builder_says_rather_than_the_configuration() throws Exception {
    configure("Host mac", "  ProxyJump configured", "Host odd", "  ProxyJump odd:port");

    assertThat(
            builder()
                .jumps(Target.parse("me@given:22"), Target.parse("next"))
                .build()
                .entryPoint(Target.parse("mac")))
        .isEqualTo("given");
    assertThat(builder().jumps().build().entryPoint(Target.parse("mac"))).isEqualTo("mac");
    assertThat(builder().jumps(Target.parse("given")).build().entryPoint(Target.parse("odd")))
        .isEqualTo("given");
  }

  @Test
  void a_way_that_cannot_be_told_begins_at_the_target_and_throws_nothing() throws Exception {
    configure("Host mac", "  ProxyCommand nc %h %p", "Host other", "  ProxyJump other");

    assertThat(builder().build().entryPoint(Target.parse("mac"))).isEqualTo("mac");
    assertThat(builder().build().entryPoint(Target.parse("other"))).isEqualTo("other");
    assertThat(builder().build().entryPoint(Target.parse("local:"))).isEmpty();
  }

  @Test
  void a_configuration_that_makes_no_sense_is_unsupported_with_its_place() throws Exception {
    configure("Host mac", "  Port many");

    CollectionException e =
        catchThrowableOfType(CollectionException.class, () -> route(builder(), "mac"));

    Messages.print(e);
    assertThat(e.kind()).isEqualTo(FailureKind.UNSUPPORTED);
    assertThat(e).hasMessageContaining(sshFolder.resolve("config") + ":2: \"many\" makes no sense");
  }
}
