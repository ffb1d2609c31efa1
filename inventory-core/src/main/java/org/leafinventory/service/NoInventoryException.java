package org.leafinventory.service;

import org.leafinventory.model.HostName;

/** There is no inventory of a host, so nothing can follow from it; extract it first. */
public final class NoInventoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient HostName host;

  /** A failure for this host. */
  public NoInventoryException(HostName host) {
    super("No inventory found for " + host + "; extract it first");
    this.host = host;
  }

  /** The host that was asked for. */
  public HostName host() {
    return host;
  }
}
