/** A machine's answers as data: how they are asked for, carried and taken apart again. */
@NullMarked
package org.leafinventory.probe;

import org.jspecify.annotations.NullMarked;
