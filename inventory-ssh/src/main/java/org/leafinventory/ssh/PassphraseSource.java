package org.leafinventory.ssh;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the passphrase of an encrypted identity comes from: a constant, a vault, a question to the
 * person at the terminal.
 *
 * <p>Asked only for files that are encrypted and whose key no agent holds, before the connection is
 * made (so that a person may take time to answer), and never by two threads at once. A key that
 * could be decrypted is remembered until its file changes.
 */
@FunctionalInterface
public interface PassphraseSource {

  /**
   * The passphrase of {@code identity}.
   *
   * @return the passphrase, in an array that the caller may overwrite; null if there is none, which
   *     leaves this identity unused
   */
  char @Nullable [] passphraseOf(Path identity);
}
