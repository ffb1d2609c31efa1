package org.leafinventory.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.leafinventory.model.HostName;

/**
 * A stored inventory: a handle, not the inventory itself.
 *
 * @param host the machine
 * @param takenAt when the machine was asked, to the second
 * @param id what names this snapshot within its host, unique and in the order of time
 * @param file the file that holds it; empty in a store without files
 */
public record Snapshot(HostName host, Instant takenAt, String id, Optional<Path> file) {}
