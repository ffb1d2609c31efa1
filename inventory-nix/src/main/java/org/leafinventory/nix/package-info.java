/** Writes inventories and their tuning as Nix files. */
@NullMarked
package org.leafinventory.nix;

import org.jspecify.annotations.NullMarked;
