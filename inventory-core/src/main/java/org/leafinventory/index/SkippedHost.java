package org.leafinventory.index;

/**
 * A folder whose latest inventory cannot be used.
 *
 * @param folder its name below {@code inventory/}
 * @param reason one line: the file, what is wrong with it, what to do
 */
public record SkippedHost(String folder, String reason) {}
