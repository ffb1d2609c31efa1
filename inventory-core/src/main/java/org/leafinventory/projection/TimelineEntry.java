package org.leafinventory.projection;

import java.time.Duration;
import java.util.Optional;
import org.leafinventory.event.InventoryEvent;

/**
 * An event in a timeline. Immutable and thread-safe.
 *
 * @param event what happened
 * @param sinceCause how long after the event that led to it; empty if it was the first, or if that
 *     event is not in the timeline
 */
public record TimelineEntry(InventoryEvent event, Optional<Duration> sinceCause) {}
