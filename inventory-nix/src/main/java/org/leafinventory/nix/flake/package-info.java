/**
 * What the flake and its modules say, as expressions. Pure: nothing here sees a file.
 *
 * <p>Not exported: the promise is the text that {@code LeafProject} writes.
 */
@NullMarked
package org.leafinventory.nix.flake;

import org.jspecify.annotations.NullMarked;
