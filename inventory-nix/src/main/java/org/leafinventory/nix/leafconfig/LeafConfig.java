package org.leafinventory.nix.leafconfig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leafinventory.collect.Target;

/**
 * The hosts of a leaf: a primary one and any number of others.
 *
 * <p>No two hosts share a name (in any spelling of upper and lower case, as the file system of a
 * Mac does not tell them apart), nor address and port. Immutable and thread-safe.
 */
public final class LeafConfig {

  private static final int SSH_PORT = 22;

  private final List<LeafNode> nodes;

  private LeafConfig(List<LeafNode> nodes) {
    this.nodes = nodes;
  }

  /**
   * The leaf of these hosts.
   *
   * @throws IllegalArgumentException if two hosts share a name or an address and port; the message
   *     names the places of both
   */
  public static LeafConfig of(LeafNode primary, List<LeafNode> secondaries) {
    List<LeafNode> nodes = new ArrayList<>(secondaries.size() + 1);
    nodes.add(primary);
    nodes.addAll(secondaries);
    requireDistinct(nodes);
    return new LeafConfig(List.copyOf(nodes));
  }

  /** The primary host. */
  public LeafNode primary() {
    return nodes.get(0);
  }

  /** The other hosts, in the order of the file. */
  public List<LeafNode> secondaries() {
    return nodes.subList(1, nodes.size());
  }

  /** All hosts, the primary one first; unmodifiable. */
  public List<LeafNode> nodes() {
    return nodes;
  }

  /** What a collector is pointed at to reach all hosts, the primary one first. */
  public List<Target> targets() {
    return nodes.stream().map(LeafNode::target).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LeafConfig that && nodes.equals(that.nodes);
  }

  @Override
  public int hashCode() {
    return nodes.hashCode();
  }

  /** All hosts, fit for a log line. */
  @Override
  public String toString() {
    return nodes.toString();
  }

  private static void requireDistinct(List<LeafNode> nodes) {
    Map<String, String> names = new HashMap<>();
    Map<String, String> addresses = new HashMap<>();
    for (int n = 0; n < nodes.size(); n++) {
      LeafNode node = nodes.get(n);
      String place = n == 0 ? "deployment.primary" : "deployment.secondaries[" + (n - 1) + "]";
      String name = node.hostname().value();
      claim(names, name, place + ".hostname", name);
      int port = node.sshPort().orElse(SSH_PORT);
      claim(
          addresses,
          node.address() + " " + port,
          place + ".address",
          node.address() + " with port " + port);
    }
  }

  private static void claim(Map<String, String> places, String key, String place, String shown) {
    String other = places.putIfAbsent(key.toLowerCase(Locale.ROOT), place);
    if (other != null) {
      throw new IllegalArgumentException(
          place + ": " + shown + " is that of " + other + " already; remove or change one of them");
    }
  }
}
