/** Tests of what a whole leaf evaluates to, with real Nix. */
@NullMarked
package org.leafinventory.nix.leaf;

import org.jspecify.annotations.NullMarked;
