package org.leafinventory.standard;

import org.leafinventory.model.ByteSize;

/**
 * What the machine's own storage decides.
 *
 * @param jetstreamMaxFile NATS JetStream: disk for streams, more than nothing
 * @param backupRetentionDays days that backups are kept, 1 or more
 * @param prometheusRetentionDays days that Prometheus keeps its samples, 1 or more
 */
public record StorageTuning(
    ByteSize jetstreamMaxFile, int backupRetentionDays, int prometheusRetentionDays) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public StorageTuning {
    Checks.moreThanNothing("jetstreamMaxFile", jetstreamMaxFile);
    Checks.atLeastOne("backupRetentionDays", backupRetentionDays);
    Checks.atLeastOne("prometheusRetentionDays", prometheusRetentionDays);
  }
}
