/** Where inventories are kept: what a store promises. */
@NullMarked
package org.leafinventory.store;

import org.jspecify.annotations.NullMarked;
