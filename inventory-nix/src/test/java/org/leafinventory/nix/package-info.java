/** What the tests of this module share. */
@NullMarked
package org.leafinventory.nix;

import org.jspecify.annotations.NullMarked;
