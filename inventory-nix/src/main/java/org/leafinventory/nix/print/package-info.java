/**
 * Prints the nodes of {@link org.leafinventory.nix.ast} in the official style of Nix (RFC 166).
 *
 * <p>Three steps, each linear and free of recursion: the nodes are unfolded into a flat document of
 * texts, possible line breaks and groups; the widths of all groups are added up; and the document
 * is laid out from left to right, a group on one line where it fits.
 */
@NullMarked
package org.leafinventory.nix.print;

import org.jspecify.annotations.NullMarked;
