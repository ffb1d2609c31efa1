package org.leafinventory.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.signature.SignatureRSA;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/**
 * What is offered to a server, best first: what OpenSSH offers, less SHA-1, DSA and CBC.
 *
 * <p>SSHJ's own logging is off: it calls a refused key an error, and its trace shows packets in
 * clear, passwords among them.
 */
final class Algorithms extends DefaultConfig {

  /** Host keys that come with a certificate, asked for where an authority is known. */
  static final List<String> CERTIFICATES =
      List.of(
          "ssh-ed25519-cert-v01@openssh.com",
          "ecdsa-sha2-nistp256-cert-v01@openssh.com",
          "ecdsa-sha2-nistp384-cert-v01@openssh.com",
          "ecdsa-sha2-nistp521-cert-v01@openssh.com",
          "rsa-sha2-512-cert-v01@openssh.com",
          "rsa-sha2-256-cert-v01@openssh.com");

  private Algorithms() {
    setLoggerFactory(new Silent());
    setVerifyHostKeyCertificates(false); // HostCertificate does, and says what is wrong.
  }

  /** For hosts that are known by their keys. */
  static Algorithms plain() {
    return new Algorithms();
  }

  /** For hosts that may be known by an authority: their certificates are asked for first. */
  static Algorithms withCertificates() {
    Algorithms algorithms = new Algorithms();
    List<Factory.Named<KeyAlgorithm>> all = new ArrayList<>();
    all.add(KeyAlgorithms.EdDSA25519CertV01());
    all.add(KeyAlgorithms.ECDSASHANistp256CertV01());
    all.add(KeyAlgorithms.ECDSASHANistp384CertV01());
    all.add(KeyAlgorithms.ECDSASHANistp521CertV01());
    all.add(rsa("rsa-sha2-512-cert-v01@openssh.com", new SignatureRSA.FactoryRSASHA512()));
    all.add(rsa("rsa-sha2-256-cert-v01@openssh.com", new SignatureRSA.FactoryRSASHA256()));
    all.addAll(algorithms.getKeyAlgorithms());
    algorithms.setKeyAlgorithms(all);
    return algorithms;
  }

  /** SSHJ has certificates of RSA keys with SHA-1 only. */
  private static KeyAlgorithms.Factory rsa(String name, Factory.Named<Signature> signature) {
    return new KeyAlgorithms.Factory(name, signature, KeyType.RSA_CERT);
  }

  @Override
  protected void initKeyExchangeFactories() {
    setKeyExchangeFactories(
        Arrays.asList(
            new Curve25519SHA256.Factory(),
            new Curve25519SHA256.FactoryLibSsh(),
            new ECDHNistP.Factory256(),
            new ECDHNistP.Factory384(),
            new ECDHNistP.Factory521(),
            DHGroups.Group16SHA512(),
            DHGroups.Group18SHA512(),
            DHGroups.Group14SHA256(),
            new ExtInfoClientFactory()));
  }

  @Override
  protected void initKeyAlgorithms() {
    setKeyAlgorithms(
        Arrays.asList(
            KeyAlgorithms.EdDSA25519(),
            KeyAlgorithms.ECDSASHANistp256(),
            KeyAlgorithms.ECDSASHANistp384(),
            KeyAlgorithms.ECDSASHANistp521(),
            KeyAlgorithms.RSASHA512(),
            KeyAlgorithms.RSASHA256()));
  }

  /** ChaCha20 costs Bouncy Castle less than AES, and nothing else here has it. */
  @Override
  protected void initCipherFactories() {
    List<Factory.Named<Cipher>> aes =
        List.of(
            GcmCiphers.AES128GCM(),
            GcmCiphers.AES256GCM(),
            BlockCiphers.AES256CTR(),
            BlockCiphers.AES192CTR(),
            BlockCiphers.AES128CTR());
    List<Factory.Named<Cipher>> all = new ArrayList<>(aes);
    all.add(
        LazyBouncyCastle.isInstalled() ? aes.size() : 0, ChachaPolyCiphers.CHACHA_POLY_OPENSSH());
    setCipherFactories(all);
  }

  @Override
  protected void initMACFactories() {
    setMACFactories(
        Arrays.asList(
            Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm(), Macs.HMACSHA2256(), Macs.HMACSHA2512()));
  }

  private static final class Silent implements LoggerFactory {
    @Override
    public Logger getLogger(String name) {
      return NOPLogger.NOP_LOGGER;
    }

    @Override
    public Logger getLogger(Class<?> type) {
      return NOPLogger.NOP_LOGGER;
    }
  }
}
