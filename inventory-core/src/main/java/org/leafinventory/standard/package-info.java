/** The tuning policy that the library comes with: a table of thresholds and values. */
@NullMarked
package org.leafinventory.standard;

import org.jspecify.annotations.NullMarked;
