package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Prepares a {@link SimulatedMac}. Defaults: address {@code 127.0.0.1}, user {@code admin}, a
 * random password, no authorized key, no fault.
 *
 * <p>Not thread-safe. May start several Macs, each on its own port with its own host key.
 */
public final class SimulatedMacBuilder {

  private static final String CHATTER =
      """
      Last login: Sat Jan 24 08:00:00 2026 from 10.20.1.9
      Unauthorized use of this Mac is prohibited.
      [oh-my-zsh] Would you like to update? [Y/n]
      {"hw.memsize": 1}
      """;

  private static final String FAREWELL =
      """
      Saving session...
      ...deleting expired sessions... none found.
      {"hw.memsize": 1}
      """;

  private SimulatedTools tools;
  private String address = "127.0.0.1";
  private String user = "admin";
  private String password = UUID.randomUUID().toString();
  private final Set<String> keys = new LinkedHashSet<>();
  private boolean noisy;
  private boolean noisyAtTheEnd;
  private boolean refused;
  private boolean sessionless;
  private Optional<SessionFault> fault = Optional.empty();

  SimulatedMacBuilder(SimulatedTools tools) {
    this.tools = tools;
  }

  /**
   * The loopback address to listen on, such as {@code 127.0.0.7}.
   *
   * @throws IllegalArgumentException if it is not one in {@code 127.0.0.0/8}
   */
  public SimulatedMacBuilder address(String loopback) {
    if (!loopback.matches("127(\\.[0-9]{1,3}){3}")) {
      throw new IllegalArgumentException("a simulated Mac listens on 127.x.y.z: " + loopback);
    }
    address = loopback;
    return this;
  }

  /** The user that may log in. */
  public SimulatedMacBuilder user(String name) {
    user = name;
    return this;
  }

  /** The password of the user. */
  public SimulatedMacBuilder password(String secret) {
    password = secret;
    return this;
  }

  /**
   * One more key that may log in. RSA and ECDSA work as they are; Ed25519 works when Bouncy Castle
   * is on the class path.
   */
  public SimulatedMacBuilder authorizedKey(PublicKey key) {
    keys.add(OpenSshKeys.text(key));
    return this;
  }

  /**
   * One more key that may log in, as in {@code authorized_keys} or a {@code .pub} file.
   *
   * @throws IllegalArgumentException if the line holds no key
   */
  public SimulatedMacBuilder authorizedKey(String line) {
    keys.add(OpenSshKeys.text(line));
    return this;
  }

  /**
   * Replaces an answer; see {@link SimulatedTools#withAnswer}.
   *
   * @throws IllegalArgumentException if that method would throw it
   */
  public SimulatedMacBuilder answer(
      String tool, List<String> args, String stdout, String stderr, int exit) {
    tools = tools.withAnswer(tool, args, stdout, stderr, exit);
    return this;
  }

  /**
   * Adds a fault. Faults of commands add up; of {@link Fault#hangBeforeOutput}, {@link
   * Fault#endlessOutput} and {@link Fault#dropConnectionAfter} the last one counts.
   */
  public SimulatedMacBuilder fault(Fault newFault) {
    if (newFault instanceof SessionFault ofSession) {
      switch (ofSession.kind()) {
        case NOISY_SHELL -> noisy = true;
        case NOISY_LOGOUT -> noisyAtTheEnd = true;
        case REFUSE_AUTHENTICATION -> refused = true;
        case REFUSE_SESSION -> sessionless = true;
        default -> fault = Optional.of(ofSession);
      }
    } else {
      tools = tools.withFault(newFault);
    }
    return this;
  }

  /**
   * Adds a fault by its name; see {@link Fault#named}.
   *
   * @throws IllegalArgumentException if there is no such fault
   */
  public SimulatedMacBuilder fault(String name) {
    return fault(Fault.named(name));
  }

  /**
   * Starts the Mac; it takes connections when this returns.
   *
   * @throws UncheckedIOException if the address cannot be bound or no folder can be made
   * @throws IllegalArgumentException if a fault spoils an answer that the machine does not have
   */
  public SimulatedMac start() {
    try {
      MacFolder folder = MacFolder.create();
      try {
        return start(folder);
      } catch (IOException | RuntimeException e) {
        folder.delete();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the simulated Mac " + tools.machine(), e);
    }
  }

  private SimulatedMac start(MacFolder folder) throws IOException {
    String path = tools.installInto(folder.tools());
    String greeting = tools.greeting(folder.tools()).orElse("") + (noisy ? CHATTER : "");
    Children children = new Children();
    LoginShell.Setup setup =
        new LoginShell.Setup(
            children,
            folder.home(),
            environment(folder, path),
            greeting,
            noisyAtTheEnd ? FAREWELL : "",
            fault);
    MacServer.Login login =
        new MacServer.Login(user, password, Set.copyOf(keys), refused, sessionless);
    MacServer server = new MacServer(address, login, setup);
    server.start();
    return new SimulatedMac(tools.machine(), address, login, server, folder, children);
  }

  private Map<String, String> environment(MacFolder folder, String path) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HOME", folder.home().toString());
    environment.put("TMPDIR", folder.temporary().toString());
    environment.put("USER", user);
    environment.put("LOGNAME", user);
    environment.put("SHELL", "/bin/zsh");
    environment.put("PATH", path);
    return environment;
  }
}
