/** Example: a fleet, with an executor and a listener of one's own. */
@NullMarked
package org.leafinventory.examples.fleet;

import org.jspecify.annotations.NullMarked;
