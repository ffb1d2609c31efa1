package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;

/** Policies other than strict, and authorities that vouch for host keys, with a real sshd. */
@NullUnmarked // JUnit fills the fields
class HostKeyPolicyTest {

  @TempDir Path folder;
  private OpenSshServer server;
  private Path key;
  private Path fresh;

  @BeforeEach
  void startServer() throws Exception {
    server = start("server");
    fresh = folder.resolve("new folder/known_hosts");
  }

  private OpenSshServer start(String name, String... options) throws Exception {
    Path home = Files.createDirectory(folder.resolve(name));
    OpenSshServer started = OpenSshServer.start(home, List.of("ed25519", "rsa"), options);
    key = started.authorizedKey("login", "-t", "ed25519", "-N", "");
    return started;
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private void assertAccepted(SshTransportBuilder transport) {
    assertThat(transport.build().run(server.target(), "exit 5\n").exitStatus()).hasValue(5);
  }

  private CollectionException refused(SshTransportBuilder transport) {
    CollectionException e =
        catchThrowableOfType(
            CollectionException.class, () -> transport.build().run(server.target(), "echo\n"));
    assertThat(e).isNotNull();
    Messages.print(e);
    assertThat(e.kind()).isEqualTo(FailureKind.HOST_KEY);
    return e;
  }

  private SshTransportBuilder acceptingNew() {
    return server.transport(key).knownHosts(fresh).hostKeys(HostKeyPolicy.acceptNew());
  }

  private static String fingerprint(Path publicKey) throws Exception {
    return Programs.run("ssh-keygen", "-lf", publicKey.toString()).split(" ")[1];
  }

  @Test
  void accept_new_records_the_key_for_its_owner_alone_and_strict_believes_it_then()
      throws Exception {
    assertAccepted(acceptingNew());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
        .isEqualTo("rw-------");
    String line = Files.readString(fresh);
    assertThat(line).startsWith("[127.0.0.1]:" + server.port() + " ssh-ed25519 ").endsWith("\n");
    assertAccepted(server.transport(key).knownHosts(fresh).hostKeys(HostKeyPolicy.strict()));
    assertAccepted(acceptingNew());
    assertThat(Files.readString(fresh)).isEqualTo(line);
  }

  @Test
  void ssh_itself_believes_what_was_recorded() throws Exception {
    assertAccepted(acceptingNew());

    assertThat(
            Programs.run(
                "ssh",
                "-F",
                "none",
                "-i",
                key.toString(),
                "-o",
                "IdentitiesOnly=yes",
                "-o",
                "IdentityAgent=none",
                "-o",
                "BatchMode=yes",
                "-o",
                "UserKnownHostsFile=\"" + fresh + "\"",
                "-o",
                "GlobalKnownHostsFile=none",
                "-p",
                String.valueOf(server.port()),
                OpenSshServer.USER + "@127.0.0.1",
                "echo believed"))
        .contains("believed");
  }

  @Test
  void accept_new_follows_the_configuration_hashed_names_among_it() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("config"),
            "StrictHostKeyChecking accept-new\nHashKnownHosts yes\nIdentityAgent none\n"
                + "UserKnownHostsFile \""
                + fresh
                + "\"\n");
    SshTransportBuilder transport =
        SshTransport.builder().user(OpenSshServer.USER).identity(key).sshConfig(config);

    assertAccepted(transport);

    assertThat(Files.readString(fresh)).startsWith("|1|").doesNotContain("127.0.0.1");
    assertAccepted(transport.hostKeys(HostKeyPolicy.strict()));
  }

  @Test
  void accept_new_refuses_a_changed_key_and_adds_no_line() throws Exception {
    OpenSshServer.generateKey(folder.resolve("server"), "old", "-t", "ed25519", "-N", "");
    Files.delete(server.knownHosts());
    server.know("old");
    String before = Files.readString(server.knownHosts());

    CollectionException e = refused(server.transport(key).hostKeys(HostKeyPolicy.acceptNew()));

    assertThat(e)
        .hasMessageContaining("HOST KEY HAS CHANGED")
        .hasMessageContaining(fingerprint(folder.resolve("server/old.pub")))
        .hasMessageContaining(fingerprint(folder.resolve("server/host_ed25519.pub")));
    assertThat(Files.readString(server.knownHosts())).isEqualTo(before);
  }

  @Test
  void a_key_that_cannot_be_recorded_is_refused() throws Exception {
    Path noFolder = Files.writeString(folder.resolve("a file"), "").resolve("known_hosts");

    assertThat(refused(acceptingNew().knownHosts(noFolder)))
        .hasMessageContaining("cannot be recorded in " + noFolder);
  }

  @Test
  void a_line_that_somebody_left_unfinished_does_not_swallow_the_new_one() throws Exception {
    Files.createDirectories(fresh.getParent());
    Files.writeString(fresh, "other ssh-ed25519 AAAA");

    assertAccepted(acceptingNew());

    assertThat(Files.readAllLines(fresh)).hasSize(2);
    assertAccepted(server.transport(key).knownHosts(fresh).hostKeys(HostKeyPolicy.strict()));
  }

  @Test
  void many_runs_at_once_record_a_key_once() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      SshTransport shared = acceptingNew().build();
      List<Callable<Void>> runs = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        runs.add(
            () -> {
              shared.run(server.target(), "echo\n");
              return null;
            });
      }
      for (Future<Void> run : executor.invokeAll(runs)) {
        run.get();
      }
    } finally {
      executor.shutdownNow();
    }
    assertThat(Files.readAllLines(fresh)).hasSize(1);
  }

  @Test
  void several_processes_lose_no_line_and_write_none_twice() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Recording.class.getName(),
                  fresh.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("process" + i).toFile())
              .start());
    }
    for (int i = 0; i < processes.size(); i++) {
      assertThat(processes.get(i).waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(processes.get(i).exitValue())
          .as(Files.readString(folder.resolve("process" + i)))
          .isZero();
    }

    List<String> lines = Files.readAllLines(fresh);
    assertThat(lines).hasSize(Recording.HOSTS).doesNotHaveDuplicates();
    assertThat(lines).allMatch(line -> line.matches("host[0-9]+ ssh-ed25519 [A-Za-z0-9+/=]+"));
  }

  /** What each of several processes does. */
  static final class Recording {

    static final int HOSTS = 60;

    private Recording() {}

    public static void main(String[] arguments) throws Exception {
      byte[] blob = Base64.getDecoder().decode("AAAAC3NzaC1lZDI1NTE5AAAAIA==");
      for (int i = 0; i < HOSTS; i++) {
        HostKeySetup setup =
            new HostKeySetup(
                KnownName.of("host" + i, 22),
                List.of(Path.of(arguments[0])),
                List.of(),
                HostKeyPolicy.acceptNew(),
                false);
        new KnownHostsRecorder(setup).record(SshKey.ofBlob(blob));
      }
    }
  }

  @Test
  void a_pinned_fingerprint_is_enough_and_another_key_is_not() throws Exception {
    String pin = fingerprint(folder.resolve("server/host_ed25519.pub"));
    String other = fingerprint(folder.resolve("server/host_rsa.pub"));

    assertAccepted(server.transport(key).knownHosts(fresh).hostKeys(HostKeyPolicy.pinned(pin)));
    assertThat(fresh).doesNotExist();
    assertThat(refused(server.transport(key).hostKeys(HostKeyPolicy.pinned(other))))
        .hasMessageContaining("NOT THE ONE EXPECTED")
        .hasMessageContaining("pinned to " + other)
        .hasMessageContaining(pin);
    assertAccepted(server.transport(key).hostKeys(HostKeyPolicy.pinned(other, pin)));
  }

  @Test
  void a_pinned_key_that_is_revoked_is_refused() throws Exception {
    Files.writeString(
        server.knownHosts(),
        "@revoked * " + Files.readString(folder.resolve("server/host_ed25519.pub")));

    assertThat(
            refused(
                server
                    .transport(key)
                    .hostKeys(
                        HostKeyPolicy.pinned(
                            fingerprint(folder.resolve("server/host_ed25519.pub"))))))
        .hasMessageContaining("REVOKED");
  }

  @Test
  void what_is_no_fingerprint_is_refused_by_name() {
    for (String bad : List.of("", "SHA256:short", "MD5:00:11", "SHA256:" + "=".repeat(43))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> HostKeyPolicy.pinned(bad))
          .withMessageContaining("ssh-keygen -lf");
    }
    assertThatIllegalArgumentException().isThrownBy(HostKeyPolicy::pinned);
  }

  @Test
  void the_insecure_policy_accepts_a_changed_key_and_records_nothing() throws Exception {
    OpenSshServer.generateKey(folder.resolve("server"), "old", "-t", "ed25519", "-N", "");
    Files.delete(server.knownHosts());
    server.know("old");
    String before = Files.readString(server.knownHosts());

    assertAccepted(server.transport(key).hostKeys(HostKeyPolicy.insecurelyAcceptAnyKey()));

    assertThat(Files.readString(server.knownHosts())).isEqualTo(before);
    assertThat(HostKeyPolicy.insecurelyAcceptAnyKey()).hasToString("insecure");
  }

  @Test
  void strict_host_key_checking_no_still_refuses_a_changed_key() throws Exception {
    OpenSshServer.generateKey(folder.resolve("server"), "old", "-t", "ed25519", "-N", "");
    Files.delete(server.knownHosts());
    server.know("old");
    Path config = Files.writeString(folder.resolve("config"), "StrictHostKeyChecking no\nUser x\n");

    assertThat(refused(server.transport(key).sshConfig(config)))
        .hasMessageContaining("HOST KEY HAS CHANGED");
  }

  @Test
  void an_alias_stands_for_the_host_in_known_hosts() throws Exception {
    Path config = Files.writeString(folder.resolve("config"), "HostKeyAlias The-Mac\n");
    Files.writeString(
        server.knownHosts(),
        "the-mac " + Files.readString(folder.resolve("server/host_ed25519.pub")));

    assertAccepted(server.transport(key).sshConfig(config));
  }

  private Path certify(String type, String... options) throws Exception {
    Path authority = folder.resolve("authority");
    if (Files.notExists(authority)) {
      OpenSshServer.generateKey(folder, "authority", "-t", "ed25519", "-N", "");
    }
    Path hostKey = folder.resolve("certified_" + type);
    OpenSshServer.generateKey(folder, "certified_" + type, "-t", type, "-N", "");
    List<String> command = new ArrayList<>(List.of("-q", "-s", authority.toString(), "-I", "host"));
    command.addAll(List.of(options));
    command.add(hostKey + ".pub");
    Programs.run("ssh-keygen", command.toArray(String[]::new));
    return hostKey;
  }

  private void serve(Path certified) throws Exception {
    server.close();
    server =
        start(
            "with_certificate",
            "HostKey " + certified,
            "HostCertificate " + certified + "-cert.pub");
    Files.writeString(
        server.knownHosts(),
        "@cert-authority 127.0.0.*,[127.0.0.*]:* "
            + Files.readString(folder.resolve("authority.pub")));
  }

  @Test
  void certificates_of_a_known_authority_are_believed() throws Exception {
    for (String type : List.of("ed25519", "ecdsa", "rsa")) {
      serve(certify(type, "-h", "-n", "127.0.0.1"));

      assertAccepted(server.transport(key));
      Files.move(folder.resolve("with_certificate"), folder.resolve("done_" + type));
    }
  }

  @Test
  void a_certificate_for_another_name_or_time_or_kind_is_refused_with_the_reason()
      throws Exception {
    serve(certify("ed25519", "-h", "-n", "other.example.com"));
    assertThat(refused(server.transport(key)))
        .hasMessageContaining("certificate of the host key does not hold")
        .hasMessageContaining("other.example.com");
  }

  @Test
  void a_certificate_whose_time_is_over_is_refused_with_the_reason() throws Exception {
    serve(certify("ecdsa", "-h", "-n", "127.0.0.1", "-V", "20200101:20200102"));

    assertThat(refused(server.transport(key)))
        .hasMessageContaining("certificate of the host key does not hold");
  }

  @Test
  void an_authority_that_is_revoked_vouches_for_nothing() throws Exception {
    serve(certify("ed25519", "-h", "-n", "127.0.0.1"));
    Files.writeString(
        server.knownHosts(),
        Files.readString(server.knownHosts())
            + "@revoked * "
            + Files.readString(folder.resolve("authority.pub")));

    assertThat(refused(server.transport(key))).hasMessageContaining("REVOKED");
  }

  @Test
  void a_target_is_known_by_the_name_that_it_leads_to() throws Exception {
    Path config = Files.writeString(folder.resolve("config"), "Host mac\n  HostName 127.0.0.1\n");

    assertThat(
            server
                .transport(key)
                .sshConfig(config)
                .build()
                .run(Target.ssh("mac").withPort(server.port()), "exit 6\n")
                .exitStatus())
        .hasValue(6);
  }
}
