package org.leafinventory.ssh;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.function.Supplier;
import net.schmizz.sshj.common.SecurityUtils;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/** Private keys in PEM, the public half computed from the private one. */
final class PemKeys {

  private PemKeys() {}

  /** Reads the first key of {@code text}; {@code passphrase} is asked if it is encrypted. */
  static KeyPair read(String text, Supplier<char[]> passphrase)
      throws IOException, GeneralSecurityException {
    PrivateKeyInfo info;
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      Object found = parser.readObject();
      while (found != null && !isKey(found)) {
        found = parser.readObject();
      }
      info = decrypt(found, passphrase);
    }
    AsymmetricKeyParameter privateKey = PrivateKeyFactory.createKey(info);
    byte[] publicKey =
        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicHalf(privateKey)).getEncoded();
    KeyFactory keys = SecurityUtils.getKeyFactory(algorithm(privateKey));
    return new KeyPair(
        keys.generatePublic(new X509EncodedKeySpec(publicKey)),
        keys.generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded())));
  }

  /** An EC key is preceded by its parameters, an object of its own. */
  private static boolean isKey(Object found) {
    return found instanceof PrivateKeyInfo
        || found instanceof PEMKeyPair
        || found instanceof PEMEncryptedKeyPair
        || found instanceof PKCS8EncryptedPrivateKeyInfo;
  }

  private static PrivateKeyInfo decrypt(@Nullable Object found, Supplier<char[]> passphrase)
      throws IOException, GeneralSecurityException {
    if (found instanceof PrivateKeyInfo info) {
      return info;
    }
    if (found instanceof PEMKeyPair pair) {
      return pair.getPrivateKeyInfo();
    }
    if (found == null) {
      throw new IOException("no private key in the file");
    }
    char[] secret = passphrase.get();
    try {
      if (found instanceof PEMEncryptedKeyPair pair) {
        return pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder().build(secret))
            .getPrivateKeyInfo();
      }
      return ((PKCS8EncryptedPrivateKeyInfo) found)
          .decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder().build(secret));
    } catch (OperatorCreationException | PKCSException e) {
      throw new GeneralSecurityException("not decrypted", e);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private static AsymmetricKeyParameter publicHalf(AsymmetricKeyParameter key)
      throws GeneralSecurityException {
    if (key instanceof RSAPrivateCrtKeyParameters rsa) {
      return new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
    }
    if (key instanceof ECPrivateKeyParameters ec) {
      return new ECPublicKeyParameters(
          ec.getParameters().getG().multiply(ec.getD()).normalize(), ec.getParameters());
    }
    if (key instanceof Ed25519PrivateKeyParameters ed25519) {
      return ed25519.generatePublicKey();
    }
    throw new GeneralSecurityException("neither RSA, ECDSA nor Ed25519");
  }

  private static String algorithm(AsymmetricKeyParameter key) {
    if (key instanceof RSAPrivateCrtKeyParameters) {
      return "RSA";
    }
    return key instanceof ECPrivateKeyParameters ? "EC" : "Ed25519";
  }
}
