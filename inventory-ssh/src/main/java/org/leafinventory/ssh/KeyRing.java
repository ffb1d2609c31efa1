package org.leafinventory.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The private keys of a transport, each file read and decrypted once until it changes, so that a
 * thousand hosts cost one passphrase and one key derivation.
 *
 * <p>Thread-safe.
 */
final class KeyRing {

  private record Entry(FileTime modified, long size, KeyPair keys) {}

  private final PassphraseSource passphrases;
  private final Map<Path, Entry> read = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  KeyRing(PassphraseSource passphrases) {
    this.passphrases = passphrases;
  }

  /** The key in a file; waits while another thread reads, since that may be asking a person. */
  KeyPair open(Path file) throws IdentityException, InterruptedException {
    lock.lockInterruptibly();
    try {
      Entry known = read.get(file);
      FileTime modified = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      if (known != null && known.modified().equals(modified) && known.size() == size) {
        return known.keys();
      }
      KeyPair keys = IdentityFile.read(file, passphrases);
      read.put(file, new Entry(modified, size, keys));
      return keys;
    } catch (IdentityException e) {
      throw e;
    } catch (IOException e) {
      return IdentityFile.read(file, passphrases);
    } finally {
      lock.unlock();
    }
  }
}
