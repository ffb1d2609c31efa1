package org.leafinventory.probe;

import java.util.OptionalInt;

/**
 * What one run of a script gave: the raw output, not yet taken apart.
 *
 * @param exitStatus the exit status of the remote shell; empty if it was ended by a signal or the
 *     peer did not tell
 * @param stdout standard output
 * @param stderr standard error
 */
public record Transcript(OptionalInt exitStatus, Bytes stdout, Bytes stderr) {}
