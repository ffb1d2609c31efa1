/** The collector of Macs: a transport below it, the interpreter above. */
@NullMarked
package org.leafinventory.collector;

import org.jspecify.annotations.NullMarked;
