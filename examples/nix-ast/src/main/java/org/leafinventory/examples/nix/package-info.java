/** Example: the Nix syntax tree alone. */
@NullMarked
package org.leafinventory.examples.nix;

import org.jspecify.annotations.NullMarked;
