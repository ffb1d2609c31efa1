package org.leafinventory.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The identities of a transport, each file read and decrypted once until it changes, so that a
 * thousand hosts cost one passphrase and one key derivation.
 *
 * <p>Thread-safe.
 */
final class KeyRing {

  /** What could be read, and why the rest could not, in the order of the files. */
  record Contents(List<Identity> identities, List<IdentityException> problems) {}

  private record Entry(FileTime modified, long size, Identity identity) {}

  private final List<Path> files;
  private final PassphraseSource passphrases;
  private final Map<Path, Entry> read = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  KeyRing(List<Path> files, PassphraseSource passphrases) {
    this.files = files;
    this.passphrases = passphrases;
  }

  /** Every identity; waits while another thread reads, since that may be asking a person. */
  Contents open() throws InterruptedException {
    List<Identity> identities = new ArrayList<>();
    List<IdentityException> problems = new ArrayList<>();
    lock.lockInterruptibly();
    try {
      for (Path file : files) {
        try {
          identities.add(identity(file));
        } catch (IdentityException e) {
          problems.add(e);
        }
      }
    } finally {
      lock.unlock();
    }
    return new Contents(identities, problems);
  }

  private Identity identity(Path file) throws IdentityException {
    Entry known = read.get(file);
    try {
      FileTime modified = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      if (known != null && known.modified().equals(modified) && known.size() == size) {
        return known.identity();
      }
      Identity identity = IdentityFile.read(file, passphrases);
      read.put(file, new Entry(modified, size, identity));
      return identity;
    } catch (IdentityException e) {
      throw e;
    } catch (IOException e) {
      return IdentityFile.read(file, passphrases);
    }
  }
}
