package org.leafinventory.cli.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.policy.TuningPolicy;

/**
 * All that a report tells. The same report makes the same page.
 *
 * @param title what stands above it
 * @param now when it is made, from which ages are counted
 * @param policy what puts hosts in tiers
 * @param hosts the latest inventory of each host, in the order of their names
 * @param drifts what changed, of those hosts that have two snapshots
 * @param unread what could not be read
 */
public record FleetReport(
    String title,
    Instant now,
    TuningPolicy policy,
    List<HardwareInventory> hosts,
    Map<HostName, HostDrift> drifts,
    List<Unread> unread) {

  /** Keeps copies of the collections. */
  public FleetReport {
    hosts = List.copyOf(hosts);
    drifts = Map.copyOf(drifts);
    unread = List.copyOf(unread);
  }

  /**
   * Something that is missing in the report.
   *
   * @param host the host, or the name of its folder
   * @param reason one line: what is wrong, where, what to do
   */
  public record Unread(String host, String reason) {}
}
