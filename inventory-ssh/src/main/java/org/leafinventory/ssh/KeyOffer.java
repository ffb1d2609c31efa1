package org.leafinventory.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the keys for one login in order, as OpenSSH does: first the agent's keys that are among the
 * identity files, then its others unless only the files' may be used, then the files that the agent
 * does not hold, each followed by its certificate.
 */
final class KeyOffer {

  /**
   * The keys, best first.
   *
   * @param problems why the rest cannot be used, in the order of the files
   * @param left how many are left out because enough others come before them
   */
  record Keys(List<Identity> identities, List<IOException> problems, int left) {

    static final Keys NONE = new Keys(List.of(), List.of(), 0);
  }

  private final Login login;
  private final KeyRing ring;
  private final List<Identity> identities = new ArrayList<>();
  private final List<IOException> problems = new ArrayList<>();
  private final Set<SshKey> offered = new HashSet<>();
  private int left;

  private KeyOffer(Login login, KeyRing ring) {
    this.login = login;
    this.ring = ring;
  }

  /**
   * The keys for a login.
   *
   * @param held what its agent holds
   * @param problems what is known to be unusable already
   */
  static Keys of(Login login, KeyRing ring, List<Agent.Key> held, List<IOException> problems)
      throws InterruptedException {
    if (!login.methods().contains(Login.PUBLIC_KEY)) {
      return Keys.NONE;
    }
    KeyOffer offer = new KeyOffer(login, ring);
    offer.problems.addAll(problems);
    offer.choose(held);
    return new Keys(List.copyOf(offer.identities), List.copyOf(offer.problems), offer.left);
  }

  private void choose(List<Agent.Key> held) throws InterruptedException {
    List<Path> inAgent = offerHeld(held);
    for (Path file : login.identities()) {
      if (!inAgent.contains(file)) {
        offerFile(file);
      }
      PublicHalf.certificateOf(file).ifPresent(it -> offerCertificate(it, file));
    }
    for (Path file : login.certificates()) {
      Optional<SshKey> certificate = PublicHalf.certificate(file);
      if (certificate.isPresent()) {
        offerCertificate(certificate.get(), file);
      } else {
        problems.add(new IdentityException(file, "is no certificate that can be read", null));
      }
    }
  }

  /** Offers what the agent holds; the files whose private half it has. */
  private List<Path> offerHeld(List<Agent.Key> held) {
    List<Path> inAgent = new ArrayList<>();
    if (held.isEmpty()) {
      return inAgent;
    }
    List<Agent.Key> others = new ArrayList<>();
    for (Agent.Key key : held) {
      Optional<Path> file = login.identities().stream().filter(it -> isOf(key, it)).findFirst();
      if (file.isPresent()) {
        inAgent.add(file.get());
        offerHeld(key, file.get().toString());
      } else {
        others.add(key);
      }
    }
    if (!login.identitiesOnly()) {
      others.forEach(key -> offerHeld(key, key.comment().isEmpty() ? "key" : key.comment()));
    }
    return inAgent;
  }

  private static boolean isOf(Agent.Key key, Path file) {
    return PublicHalf.of(file).filter(key.key()::equals).isPresent();
  }

  private void offerHeld(Agent.Key key, String name) {
    login.agent().ifPresent(agent -> offer(name, key.key(), true, agent.signer(key.key())));
  }

  private void offerFile(Path file) throws InterruptedException {
    if (isFull()) {
      left++;
      return; // A passphrase that is not needed is not asked for.
    }
    try {
      KeyPair keys = ring.open(file);
      offer(
          file.toString(), SshKey.of(keys.getPublic()), false, new LocalSigner(keys.getPrivate()));
    } catch (IdentityException e) {
      problems.add(e);
    }
  }

  /** A certificate is signed for by the key that it vouches for. */
  private void offerCertificate(SshKey certificate, Path file) {
    try {
      SshKey plain = certificate.plain();
      for (Identity identity : List.copyOf(identities)) {
        if (identity.key().equals(plain)) {
          offer(identity.name(), certificate, identity.inAgent(), identity.signer());
          return;
        }
      }
    } catch (IOException e) {
      problems.add(new IdentityException(file, "its certificate cannot be read", e));
    }
  }

  private void offer(String name, SshKey key, boolean inAgent, Signer signer) {
    try {
      if (!offered.contains(key)) {
        if (isFull()) {
          left++;
        } else {
          identities.add(Identity.of(name, key, inAgent, signer));
          offered.add(key);
        }
      }
    } catch (IOException e) {
      problems.add(new IOException(name + ": " + e.getMessage(), e));
    }
  }

  private boolean isFull() {
    return identities.size() >= login.maxKeys();
  }
}
