/** The leaf command line: a thin skin over the library. */
@NullMarked
package org.leafinventory.cli;

import org.jspecify.annotations.NullMarked;
