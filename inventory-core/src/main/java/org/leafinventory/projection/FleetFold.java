package org.leafinventory.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leafinventory.event.EventType;

/** Takes one change after the other. For one thread. */
final class FleetFold {

  private final Map<String, HostStatus> hosts;
  private final Map<String, String> targets;
  private final Map<UUID, String> open;

  FleetFold(FleetStatus start) {
    hosts = new HashMap<>(start.hosts());
    targets = new HashMap<>(start.targets());
    open = new HashMap<>(start.open());
  }

  FleetStatus status() {
    return new FleetStatus(new TreeMap<>(hosts), targets, open);
  }

  void take(StatusChange change) {
    learnName(change);
    put(
        new HostStatus(
            targets.getOrDefault(change.aggregateId(), change.aggregateId()),
            change.state(),
            change.at(),
            change.eventType(),
            change.eventId(),
            change.correlationId(),
            change.reason()));
  }

  /** Joins target and host where an event of an extraction is about the host. */
  private void learnName(StatusChange change) {
    EventType type = change.eventType();
    if (type.equals(EventType.EXTRACTION_STARTED)) {
      open.put(change.correlationId(), change.aggregateId());
    } else if (type.equals(EventType.HARDWARE_DISCOVERED)) {
      join(target(change), change.aggregateId());
    } else if (type.equals(EventType.EXTRACTION_COMPLETED)) {
      join(target(change), change.aggregateId());
      open.remove(change.correlationId());
    } else if (type.equals(EventType.EXTRACTION_FAILED)) {
      open.remove(change.correlationId());
    }
  }

  private @Nullable String target(StatusChange change) {
    return change.target().orElseGet(() -> open.get(change.correlationId()));
  }

  private void join(@Nullable String target, String host) {
    if (target == null || target.equals(host)) {
      return;
    }
    targets.put(target, host);
    HostStatus asTarget = hosts.remove(target);
    if (asTarget != null) {
      put(asTarget.withHost(host));
    }
  }

  private void put(HostStatus status) {
    HostStatus before = hosts.get(status.host());
    if (before == null || !status.at().isBefore(before.at())) {
      hosts.put(status.host(), status);
    }
  }
}
