/** A whole fleet read fast: every host's latest inventory, with a cache on disk. */
@NullMarked
package org.leafinventory.index;

import org.jspecify.annotations.NullMarked;
