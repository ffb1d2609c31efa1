/** Many extractions in one run: bounded, retried, paced, journaled and reported. */
@NullMarked
package org.leafinventory.fleet;

import org.jspecify.annotations.NullMarked;
