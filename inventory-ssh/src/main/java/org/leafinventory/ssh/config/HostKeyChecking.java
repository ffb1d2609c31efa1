package org.leafinventory.ssh.config;

/** The values of {@code StrictHostKeyChecking}. */
public enum HostKeyChecking {
  YES,
  NO,
  ACCEPT_NEW,
  ASK
}
