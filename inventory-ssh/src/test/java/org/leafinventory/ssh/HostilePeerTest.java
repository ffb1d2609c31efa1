package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;

/** Peers that are no SSH server, or a bad one. */
@Timeout(20)
@NullUnmarked // JUnit fills the field
class HostilePeerTest {

  private static final Duration LIMIT = Duration.ofMillis(700);

  @TempDir Path folder;

  /** What a peer does with a connection; afterwards the connection stays open until the end. */
  private interface Behaviour {
    void with(Socket connection) throws IOException, InterruptedException;
  }

  private CollectionException meet(Behaviour behaviour) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread peer =
          new Thread(
              () -> {
                try (Socket connection = listener.accept()) {
                  behaviour.with(connection);
                  over.await();
                } catch (IOException | InterruptedException hungUp) {
                  // The other side is done with this peer.
                }
              });
      peer.start();
      Leftovers before = Leftovers.now();
      CollectionException e = failure(listener.getLocalPort());
      assertThat(Leftovers.now().threads()).isSubsetOf(before.threads());
      over.countDown();
      peer.join();
      return e;
    }
  }

  private CollectionException failure(int port) {
    SshTransport transport =
        SshTransport.builder()
            .password(Messages.SECRET.toCharArray())
            .noSshConfig()
            .knownHosts(folder.resolve("known_hosts"))
            .connectTimeout(LIMIT)
            .build();
    Target target = Target.ssh("127.0.0.1").withPort(port);
    long start = System.nanoTime();
    CollectionException e =
        catchThrowableOfType(CollectionException.class, () -> transport.run(target, "echo\n"));
    assertThat(e).isNotNull();
    Messages.print(e);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    return e;
  }

  private static void say(Socket connection, String words) throws IOException {
    connection.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
    connection.getOutputStream().flush();
  }

  @Test
  void one_that_stays_silent_ends_at_the_limit() throws Exception {
    CollectionException e = meet(connection -> {});

    assertThat(e.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(e)
        .hasMessageContaining(
            "waiting for the SSH banner did not end within 0.700 s (connectTimeout)");
  }

  @Test
  void one_that_sends_a_byte_at_a_time_ends_at_the_limit() throws Exception {
    CollectionException e =
        meet(
            connection -> {
              for (char c : "SSH-2.0-Slow_and_never_done\r\n".toCharArray()) {
                say(connection, String.valueOf(c));
                Thread.sleep(100);
              }
            });

    assertThat(e.kind()).isEqualTo(FailureKind.TIMEOUT);
  }

  @Test
  void one_that_closes_at_once_is_no_connection() throws Exception {
    CollectionException e = meet(Socket::close);

    assertThat(e.kind()).isEqualTo(FailureKind.CONNECT);
  }

  @Test
  void one_that_speaks_something_else_is_quoted() throws Exception {
    CollectionException e =
        meet(
            connection -> {
              say(connection, "HTTP/1.1 400 Bad Request\r\n\r\n");
              connection.shutdownOutput();
            });

    assertThat(e.kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(e).hasMessageContaining("it said \"HTTP/1.1 400 Bad Request\"");
  }

  @Test
  void one_that_pours_out_garbage_is_cut_off() throws Exception {
    CollectionException e =
        meet(
            connection -> {
              OutputStream out = connection.getOutputStream();
              byte[] garbage = new byte[8192];
              Arrays.fill(garbage, (byte) 0x1b);
              for (int i = 0; i < 1000; i++) {
                out.write(garbage);
              }
            });

    assertThat(e.kind()).isIn(FailureKind.CONNECT, FailureKind.TIMEOUT);
    assertThat(e.getMessage()).doesNotContain("\u001b");
  }

  @Test
  void one_that_speaks_only_ssh_1_is_no_connection() throws Exception {
    CollectionException e = meet(connection -> say(connection, "SSH-1.5-Old\r\n"));

    assertThat(e.kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(e).hasMessageContaining("SSH-1.5-Old");
  }

  @Test
  void one_that_never_exchanges_keys_ends_at_the_limit() throws Exception {
    CollectionException e = meet(connection -> say(connection, "SSH-2.0-Mute\r\n"));

    assertThat(e.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(e).hasMessageContaining("the key exchange did not end");
  }

  @Test
  void one_that_sends_garbage_after_its_banner_is_no_connection() throws Exception {
    CollectionException e =
        meet(connection -> say(connection, "SSH-2.0-Bad\r\n" + "\u00ff".repeat(4096)));

    assertThat(e.kind()).isEqualTo(FailureKind.CONNECT);
  }

  @Test
  void one_that_sends_lines_without_end_before_its_banner_is_cut_off() throws Exception {
    CollectionException e =
        meet(
            connection -> {
              for (int i = 0; i < 5_000; i++) {
                say(connection, "Welcome to line " + i + "\r\n");
              }
            });

    assertThat(e.kind()).isIn(FailureKind.CONNECT, FailureKind.TIMEOUT);
    assertThat(e.getMessage()).hasSizeLessThan(400);
  }

  @Test
  void one_that_has_too_many_logins_or_penalises_us_is_told_as_that() throws Exception {
    CollectionException busy = meet(connection -> refuse(connection, "Exceeded MaxStartups"));
    CollectionException penalty =
        meet(connection -> refuse(connection, "Not allowed at this time"));

    assertThat(busy.kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(busy)
        .hasMessageContaining("too many logins under way (MaxStartups)")
        .hasMessageContaining("fewer runs at once");
    assertThat(penalty.kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(penalty).hasMessageContaining("PerSourcePenalties");
  }

  private static void refuse(Socket connection, String words) throws IOException {
    say(connection, words + "\r\n");
    connection.shutdownOutput();
  }

  @Test
  void a_real_sshd_that_has_too_many_logins_under_way_is_no_connection() throws Exception {
    try (OpenSshServer busy =
            OpenSshServer.start(
                Files.createDirectory(folder.resolve("busy")), "MaxStartups 1:100:1");
        Socket first = new Socket(InetAddress.getLoopbackAddress(), busy.port())) {
      assertThat(first.getInputStream().read()).isEqualTo('S');

      CollectionException e = failure(busy.port());

      assertThat(e.kind()).isEqualTo(FailureKind.CONNECT);
      assertThat(e).hasMessageContaining("MaxStartups");
    }
  }

  @Test
  void an_address_without_a_route_is_no_connection() {
    CollectionException e =
        catchThrowableOfType(
            CollectionException.class,
            () ->
                SshTransport.builder()
                    .noSshConfig()
                    .noAgent()
                    .build()
                    .run(Target.ssh("255.255.255.255"), "echo\n"));

    Messages.print(e);
    assertThat(e.kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(e)
        .hasMessageContaining("no connection to port 22: Network is unreachable")
        .hasMessageContaining("network or VPN");
  }

  @Test
  void a_thread_waiting_for_a_silent_peer_can_be_interrupted() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      SshTransport patient =
          SshTransport.builder()
              .password("x".toCharArray())
              .noSshConfig()
              .knownHosts(folder.resolve("known_hosts"))
              .build();
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread waiting =
          new Thread(
              () ->
                  thrown.set(
                      catchThrowableOfType(
                          CollectionException.class,
                          () ->
                              patient.run(
                                  Target.ssh("127.0.0.1").withPort(listener.getLocalPort()),
                                  "\n"))));
      waiting.start();
      try (Socket connection = listener.accept()) {
        Thread.sleep(200);
        waiting.interrupt();
        waiting.join(2_000);
        assertThat(waiting.isAlive()).isFalse();
        assertThat(connection.isConnected()).isTrue();
      }
      assertThat(thrown.get())
          .isInstanceOfSatisfying(
              CollectionException.class,
              e -> assertThat(e.kind()).isEqualTo(FailureKind.CANCELLED));
    }
  }
}
