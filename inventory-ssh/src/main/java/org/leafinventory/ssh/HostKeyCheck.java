package org.leafinventory.ssh;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.io.IOException;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;

/** Judges the key that a host shows. One connection, one check. */
final class HostKeyCheck implements HostKeyVerifier {

  private final HostKeySetup setup;
  private final KnownHosts known;
  private final HostKeyRefusals refusals;
  private volatile @Nullable CollectionException refused;
  private volatile String remark = "";

  HostKeyCheck(Destination to, HostKeySetup setup) {
    this.setup = setup;
    this.known = KnownHosts.read(setup.files());
    this.refusals = new HostKeyRefusals(to, setup, known.unreadable());
  }

  /** Whether the host should show a certificate, since an authority is known for it. */
  boolean wantsCertificate() {
    return setup.policy().asksKnownHosts() && known.hasAuthority(setup.name());
  }

  @Override
  public boolean verify(String host, int port, PublicKey key) {
    refused = key instanceof Certificate<?> it ? judge(it) : judge(verdict(SshKey.of(key)));
    return refused == null;
  }

  @Override
  public List<String> findExistingAlgorithms(String host, int port) {
    return wantsCertificate() ? Algorithms.CERTIFICATES : known.algorithms(setup.name());
  }

  /** Why the key was refused; empty if it was not, or none was shown. */
  Optional<CollectionException> refusal() {
    return Optional.ofNullable(refused);
  }

  /** What to tell the log of a key that was accepted; empty if nothing. */
  String remark() {
    return remark;
  }

  private KnownHosts.Verdict verdict(SshKey key) {
    return known.verdict(setup.name(), key);
  }

  private @Nullable CollectionException judge(Certificate<?> certificate) {
    SshKey shown = SshKey.of(certificate);
    SshKey plain = SshKey.of(certificate.getKey());
    SshKey authority;
    try {
      authority = SshKey.ofBlob(certificate.getSignatureKey());
    } catch (IllegalArgumentException e) {
      return refusals.certificate("its authority's key cannot be read");
    }
    KnownHosts.Verdict verdict = known.verdict(setup.name(), shown, plain, authority);
    if (!verdict.offered().isCertificate()) {
      return judge(verdict);
    }
    return HostCertificate.flaw(certificate, shown, setup.name().bare())
        .map(refusals::certificate)
        .orElseGet(() -> judge(verdict));
  }

  private @Nullable CollectionException judge(KnownHosts.Verdict verdict) {
    return switch (setup.policy().decide(verdict)) {
      case ACCEPT -> {
        if (setup.policy().isInsecure()) {
          remark = "the host key " + verdict.offered() + " is NOT CHECKED, as was asked for";
        }
        yield null;
      }
      case RECORD -> record(verdict.offered());
      case REFUSE -> refusals.explain(verdict);
    };
  }

  private @Nullable CollectionException record(SshKey key) {
    try {
      KnownHosts.Verdict now = new KnownHostsRecorder(setup).record(key);
      if (now.standing() == KnownHosts.Standing.KNOWN) {
        remark =
            "the new host key " + key + " is believed and stands in " + setup.userFiles().get(0);
        return null;
      }
      return refusals.explain(now);
    } catch (IOException e) {
      return refusals.notRecorded(key, e);
    }
  }
}
