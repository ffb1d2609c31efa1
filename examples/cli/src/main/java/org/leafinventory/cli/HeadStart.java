package org.leafinventory.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Optional;
import javax.crypto.KeyAgreement;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Target;
import org.leafinventory.collector.RecordingCollector;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;

/**
 * What a fresh Java process does slowly the first time, done once before it is needed, on another
 * core, while the command line is read and the Mac is asked: interprets and writes what a simulated
 * Mac answered when this was built.
 */
final class HeadStart {

  private HeadStart() {}

  /**
   * Begins, if {@code args} want an extraction; whatever goes wrong shows when it is done in
   * earnest.
   *
   * @param recording the file of the answers, if there is one
   */
  static void begin(@Nullable String recording, String... args) {
    if (recording == null || !Subcommands.word(args).equals(Optional.of("extract"))) {
      return;
    }
    Thread thread = new Thread(() -> rehearse(recording), "leaf-head-start");
    thread.setDaemon(true);
    thread.start();
  }

  private static void rehearse(String recording) {
    try {
      keys();
      HardwareInventory inventory =
          new RecordingCollector()
              .collect(Target.parse(RecordingCollector.SCHEME + ":" + recording));
      InventoryJson.write(inventory);
      new InventoryText(new PrintWriter(Writer.nullWriter())).print(inventory);
    } catch (CollectionException | GeneralSecurityException e) {
      // Nothing is lost but a little time.
    }
  }

  /** What a key exchange and a login compute, so that it has been compiled when they do. */
  private static void keys() throws GeneralSecurityException {
    KeyPair exchange = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(exchange.getPrivate());
    agreement.doPhase(exchange.getPublic(), true);
    byte[] secret = agreement.generateSecret();
    KeyPair login = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(login.getPrivate());
    signature.update(secret);
    signature.sign();
  }
}
