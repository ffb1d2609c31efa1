/** Example: ask a Mac from code. */
@NullMarked
package org.leafinventory.examples.extract;

import org.jspecify.annotations.NullMarked;
