package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;

/** The SSH daemon of one Mac: who may log in, and what was asked. Thread-safe. */
final class MacServer {

  /** Who may log in; keys as {@link OpenSshKeys} writes them. */
  record Login(
      String user, String password, Set<String> keys, boolean refused, boolean sessionless) {

    boolean accepts(String name, String offered) {
      return !refused
          && user.equals(name)
          && MessageDigest.isEqual(
              password.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    boolean acceptsKey(String name, String key) {
      return !refused && user.equals(name) && keys.contains(key);
    }
  }

  private static final int WORKERS = 2;
  private static final int MAX_AUTH_TRIES = 6;
  private static final int MAX_SESSIONS = 10;

  private final KeyPair hostKey = OpenSshKeys.newKeyPair();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final SshServer server = SshServer.setUpDefaultServer();

  MacServer(String address, Login login, LoginShell.Setup setup) {
    server.setHost(address);
    server.setPort(0);
    server.setNioWorkers(WORKERS);
    server.setScheduledExecutorService(Threads.TIMER, false);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setUserAuthFactories(
        List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
    server.setPasswordAuthenticator((name, password, session) -> login.accepts(name, password));
    server.setPublickeyAuthenticator(
        (name, key, session) -> login.acceptsKey(name, OpenSshKeys.text(key)));
    server.setCommandFactory(
        (channel, command) -> {
          commands.add(command);
          return new LoginShell(command, setup);
        });
    server.addSessionListener(
        new SessionListener() {
          @Override
          public void sessionCreated(Session session) {
            connections.incrementAndGet();
          }
        });
    CoreModuleProperties.TCP_NODELAY.set(server, true);
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MAX_AUTH_TRIES);
    CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, MAX_SESSIONS);
    if (login.sessionless()) {
      server.setChannelFactories(List.of(NoSession.FACTORY));
    }
  }

  void start() throws IOException {
    try {
      server.start();
    } catch (IOException | RuntimeException e) {
      server.close(true);
      throw e;
    }
  }

  void stop() throws IOException {
    server.stop(true);
  }

  int port() {
    return server.getPort();
  }

  KeyPair hostKey() {
    return hostKey;
  }

  int connections() {
    return connections.get();
  }

  List<String> commands() {
    return List.copyOf(commands);
  }
}
