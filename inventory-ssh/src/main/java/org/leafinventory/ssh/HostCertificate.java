package org.leafinventory.ssh;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;
import org.leafinventory.model.Printable;

/** Whether a host's certificate holds, apart from who signed it. */
final class HostCertificate {

  private static final int HOST = 2;

  private HostCertificate() {}

  /**
   * What is wrong with a certificate, if anything: its kind, its names, its period, its signature.
   *
   * @param shown the same certificate as it goes over the wire
   * @param host the name that it has to be for
   */
  static Optional<String> flaw(Certificate<?> certificate, SshKey shown, String host) {
    if (certificate.getType() != HOST) {
      return Optional.of("it is a user's certificate, not a host's");
    }
    if (!certificate.getCritOptions().isEmpty()) {
      return Optional.of("it has options that are not known here");
    }
    try {
      String algorithm = new Buffer.PlainBuffer(certificate.getSignature()).readString();
      if (algorithm.equals("ssh-rsa") || algorithm.equals("ssh-dss")) {
        return Optional.of("it is signed with SHA-1");
      }
      return Optional.ofNullable(
              KeyType.CertUtils.verifyHostCertificate(shown.blob(), certificate, host))
          .map(Printable::line);
    } catch (Buffer.BufferException | SSHRuntimeException e) {
      return Optional.of("its signature cannot be read");
    }
  }
}
