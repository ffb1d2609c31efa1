package org.leafinventory.probe.macos;

import java.util.Optional;

/**
 * What one source tells of a fact.
 *
 * @param source the command, as people know it
 * @param value what it tells; empty where it is silent
 */
record Told<T>(String source, Optional<T> value) {}
