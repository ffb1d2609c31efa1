package org.leafinventory.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How to log in at one host.
 *
 * @param identities files of private keys, or of public ones whose private half an agent holds
 * @param certificates files of certificates beside those that lie beside the identities
 * @param identitiesOnly whether an agent's other keys are left alone
 * @param maxKeys how many keys may be offered
 * @param methods in the order in which they are tried
 */
record Login(
    List<Path> identities,
    List<Path> certificates,
    Optional<Agent> agent,
    boolean identitiesOnly,
    int maxKeys,
    List<String> methods,
    @Nullable Supplier<char[]> password) {

  static final String PUBLIC_KEY = "publickey";
  static final String PASSWORD = "password";
  static final String KEYBOARD_INTERACTIVE = "keyboard-interactive";

  /** All that there are, best first. */
  static final List<String> METHODS = List.of(PUBLIC_KEY, PASSWORD, KEYBOARD_INTERACTIVE);
}
