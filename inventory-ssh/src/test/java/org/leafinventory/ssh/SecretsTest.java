package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Target;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.fleet.FleetOptions;
import org.leafinventory.fleet.RunJournal;
import org.leafinventory.service.InventoryService;
import org.leafinventory.testkit.mac.SimulatedMac;

/**
 * Where passwords and passphrases must not be found: in the log at its most detailed, in events, in
 * exceptions with all that hangs on them, in what {@code toString} says, in files, and in anything
 * that can be reached from what a caller is handed.
 *
 * <p>A transport holds what it was given as a {@code char[]}, since it needs it for the next run,
 * and nothing at all if it was given a source to ask.
 */
@NullUnmarked // JUnit fills the fields
class SecretsTest {

  private static final String PASSWORD = "p@ssw0rd-of-the-mac";
  private static final String WRONG_PASSWORD = "not-the-p@ssw0rd";
  private static final String PASSPHRASE = Messages.SECRET;
  private static final List<String> SECRETS = List.of(PASSWORD, WRONG_PASSWORD, PASSPHRASE);

  @TempDir Path folder;
  private final List<Object> handed = new ArrayList<>();
  private final List<InventoryEvent> events = new ArrayList<>();

  private Path root() {
    return folder.resolve("fleet");
  }

  private SshTransportBuilder transport(SimulatedMac mac) throws IOException {
    Path known = Files.writeString(folder.resolve("known"), mac.knownHostsLine() + "\n");
    return SshTransport.builder().noSshConfig().noAgent().knownHosts(known);
  }

  private InventoryService service(SshTransport transport) {
    SshCollector collector = SshCollector.over(transport);
    handed.add(collector.toString());
    handed.add(transport.toString());
    return InventoryService.builder()
        .collector(collector)
        .store(FileInventoryStore.at(root()))
        .sink(JsonLinesEventLog.at(root()))
        .sink(events::add)
        .build();
  }

  private void fail(SshTransport transport, Target target) {
    InventoryService service = service(transport);
    CollectionException e =
        catchThrowableOfType(CollectionException.class, () -> service.extract(target));
    assertThat(e).isNotNull();
    handed.add(e);
  }

  /** With a journal, and everything that is told on the way and at the end. */
  private void askAsFleet(SshTransport transport, Target target) {
    handed.add(
        service(transport)
            .extractAll(
                List.of(target),
                FleetOptions.builder()
                    .journal(RunJournal.at(root()))
                    .listener(handed::add)
                    .build()));
    RunJournal.at(root()).last().ifPresent(handed::add);
  }

  private Path encryptedKey(String name, String... format) throws Exception {
    List<String> options = new ArrayList<>(List.of(format));
    options.addAll(List.of("-N", PASSPHRASE));
    return OpenSshServer.generateKey(folder, name, options.toArray(String[]::new));
  }

  @Test
  void no_secret_is_left_anywhere() throws Exception {
    List<Path> keys =
        List.of(
            encryptedKey("openssh", "-t", "ed25519"),
            encryptedKey("pem", "-t", "rsa", "-b", "2048", "-m", "PEM"),
            encryptedKey("pkcs8", "-t", "ecdsa", "-m", "PKCS8"));
    SshTransport asking;
    try (CapturedLog log = CapturedLog.open();
        SimulatedMac mac = SimulatedMac.builder("mac-mini-m4").password(PASSWORD).start()) {
      SshTransport given = transport(mac).password(PASSWORD.toCharArray()).build();
      handed.add(service(given).extract(mac.target()));
      asking =
          transport(mac)
              .identity(keys.get(0))
              .identity(keys.get(1))
              .identity(keys.get(2))
              .passphrase(file -> PASSPHRASE.toCharArray())
              .password(() -> PASSWORD.toCharArray())
              .build();
      handed.add(service(asking).extract(mac.target()));

      fail(transport(mac).password(WRONG_PASSWORD.toCharArray()).build(), mac.target());
      for (Path key : keys) {
        fail(
            transport(mac).identity(key).passphrase(PASSPHRASE.toCharArray()).build(),
            mac.target());
        fail(
            transport(mac).identity(key).passphrase(WRONG_PASSWORD.toCharArray()).build(),
            mac.target());
      }
      fail(
          transport(mac).password(PASSWORD.toCharArray()).knownHosts(folder.resolve("no")).build(),
          mac.target());

      askAsFleet(transport(mac).password(WRONG_PASSWORD.toCharArray()).build(), mac.target());
      askAsFleet(transport(mac).password(PASSWORD.toCharArray()).build(), mac.target());

      assertThat(log.lines("org.leafinventory")).isNotEmpty();
      log.lines("").forEach(line -> assertClean("log", line.text() + line.context()));
    }
    assertThat(events).hasSizeGreaterThan(10);
    events.forEach(event -> assertClean("event", event.toString()));
    Reachable.textsFrom(handed.toArray()).forEach(text -> assertClean("handed out", text));
    Reachable.textsFrom(events.toArray()).forEach(text -> assertClean("events", text));
    Reachable.textsFrom(asking).forEach(text -> assertClean("a transport that asks", text));
    assertThat(root().resolve("runs")).isNotEmptyDirectory();
    assertThat(root().resolve("inventory")).isNotEmptyDirectory();
    assertThat(root().resolve("events/events.jsonl")).isNotEmptyFile();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertClean(
            file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
  }

  @Test
  void the_search_finds_what_it_looks_for() {
    CollectionException holding =
        new CollectionException(
            Target.ssh("mac"), org.leafinventory.collect.FailureKind.CONNECT, "x", "y");
    holding.addSuppressed(new IOException("a", new IOException(PASSWORD)));

    assertThat(Reachable.textsFrom(holding)).anyMatch(text -> text.contains(PASSWORD));
    assertThat(Reachable.textsFrom(new PasswordAnswers(() -> PASSWORD.toCharArray())))
        .noneMatch(text -> text.contains(PASSWORD));
    PasswordAnswers fetched = new PasswordAnswers(() -> PASSWORD.toCharArray());
    fetched.fetch();
    assertThat(Reachable.textsFrom(fetched)).contains(PASSWORD);
    fetched.close();
    assertThat(Reachable.textsFrom(fetched)).doesNotContain(PASSWORD);
  }

  private static void assertClean(String where, String text) {
    for (String secret : SECRETS) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      assertThat(text).as(where).doesNotContain(secret);
      assertThat(text).as(where).doesNotContain(Base64.getEncoder().encodeToString(bytes));
    }
  }
}
