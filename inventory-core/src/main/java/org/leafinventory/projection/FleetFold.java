package org.leafinventory.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;

/** Takes one event after the other. For one thread. */
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

  void take(InventoryEvent event) {
    Optional<HostState> state = HostState.after(event.eventType());
    if (state.isEmpty()) {
      return;
    }
    learnName(event);
    String host = targets.getOrDefault(event.aggregateId(), event.aggregateId());
    put(
        new HostStatus(
            host,
            state.get(),
            event.timestamp(),
            event.eventType(),
            event.eventId(),
            event.correlationId(),
            state.get() == HostState.FAILED ? EventText.reason(event) : Optional.empty()));
  }

  /** Joins target and host where an event of an extraction is about the host. */
  private void learnName(InventoryEvent event) {
    EventType type = event.eventType();
    if (type.equals(EventType.EXTRACTION_STARTED)) {
      open.put(event.correlationId(), event.aggregateId());
    } else if (type.equals(EventType.HARDWARE_DISCOVERED)) {
      join(target(event), event.aggregateId());
    } else if (type.equals(EventType.EXTRACTION_COMPLETED)) {
      join(target(event), event.aggregateId());
      open.remove(event.correlationId());
    } else if (type.equals(EventType.EXTRACTION_FAILED)) {
      open.remove(event.correlationId());
    }
  }

  private @Nullable String target(InventoryEvent event) {
    return EventText.of(event, "target").orElse(open.get(event.correlationId()));
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
