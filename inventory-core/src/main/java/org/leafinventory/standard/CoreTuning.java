package org.leafinventory.standard;

/**
 * What the number of cores decides.
 *
 * @param maxConcurrency how much to run at once, as a word; not blank
 * @param maxConnections NATS: client connections, 1 or more
 * @param nixMaxJobs Nix: builds at once, 1 or more
 */
public record CoreTuning(String maxConcurrency, int maxConnections, int nixMaxJobs) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public CoreTuning {
    if (maxConcurrency.isBlank()) {
      throw new IllegalArgumentException("maxConcurrency must be a word");
    }
    Checks.atLeastOne("maxConnections", maxConnections);
    Checks.atLeastOne("nixMaxJobs", nixMaxJobs);
  }
}
