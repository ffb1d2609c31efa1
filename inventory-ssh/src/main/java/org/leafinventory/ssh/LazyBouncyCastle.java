package org.leafinventory.ssh;

import java.security.Provider;
import java.security.Security;
import net.schmizz.sshj.common.SecurityUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * Has SSHJ use the JDK's cryptography, and Bouncy Castle only for what the JDK lacks.
 *
 * <p>As SSHJ comes, the first connection of a process loads the whole of Bouncy Castle, 0.1 to 0.3
 * seconds of CPU, and does everything with it. The JDK has all that a Mac and an Ed25519 or RSA key
 * need: X25519, Ed25519, AES-GCM, SHA-2. Left to Bouncy Castle are ChaCha20-Poly1305, where a
 * server offers no AES, ECDSA keys, and encrypted PEM files.
 *
 * <p>For programs that start, ask one Mac and end. Who asks many is better off without: once it is
 * loaded, Bouncy Castle costs less for each.
 */
public final class LazyBouncyCastle {

  private static volatile boolean installed;

  private LazyBouncyCastle() {}

  /**
   * Sets this up for the whole process, for its other users of SSHJ too; better before SSHJ is
   * first used, since what it has loaded by then stays. Calling it again changes nothing.
   * Thread-safe.
   */
  public static void install() {
    Security.addProvider(new OnDemand());
    SecurityUtils.setRegisterBouncyCastle(false);
    installed = true;
  }

  static boolean isInstalled() {
    return installed;
  }

  /** Last in the list of providers: asked for what none before it has. */
  private static final class OnDemand extends Provider {

    private static final long serialVersionUID = 1;

    OnDemand() {
      super("BouncyCastleOnDemand", "1", "Bouncy Castle, loaded when it is needed");
    }

    @Override
    public @Nullable Service getService(String type, String algorithm) {
      return Loaded.BOUNCY_CASTLE.getService(type, algorithm);
    }
  }

  private static final class Loaded {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  }
}
