/** How a machine is asked: what a collector is, what it is pointed at, and how it fails. */
@NullMarked
package org.leafinventory.collect;

import org.jspecify.annotations.NullMarked;
