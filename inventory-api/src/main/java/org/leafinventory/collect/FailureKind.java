package org.leafinventory.collect;

import java.util.Locale;

/** The step at which a collection failed. */
public enum FailureKind {
  /** The host name could not be resolved to an address. */
  RESOLVE(true),
  /** No connection: refused, no route, or the peer does not speak SSH. */
  CONNECT(true),
  /** The host key is unknown, has changed or is revoked. Trying again changes nothing. */
  HOST_KEY(false),
  /** The machine did not accept the user or the credentials. Trying again changes nothing. */
  AUTHENTICATION(false),
  /** A step did not end within its limit. */
  TIMEOUT(true),
  /** The connection stands, but the probe could not be run or broke off. */
  COMMAND(true),
  /** The machine answered, but the answer cannot be made an inventory. */
  PARSE(false),
  /** The caller's thread was interrupted. */
  CANCELLED(false),
  /** The target's scheme or address is none that this collector can ask. */
  UNSUPPORTED(false);

  private final boolean worthRetrying;

  FailureKind(boolean worthRetrying) {
    this.worthRetrying = worthRetrying;
  }

  /** Whether the same attempt may succeed a little later. */
  public boolean isWorthRetrying() {
    return worthRetrying;
  }

  /** The kind as events and reports write it: {@code host_key}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
