package org.leafinventory.ssh;

import java.nio.file.Path;
import java.security.KeyPair;

/** A key that can be tried, and the file it is from. */
record Identity(Path file, KeyPair keys) {

  /** The file and the public key's fingerprint; never the key. */
  @Override
  public String toString() {
    return file + " (" + HostKey.of(keys.getPublic()) + ")";
  }
}
