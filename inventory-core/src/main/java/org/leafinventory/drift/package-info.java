/**
 * Drift: what became different between two inventories, as a pure function, with each change in a
 * class and the answer to whether the machine is to be tuned anew.
 */
@NullMarked
package org.leafinventory.drift;

import org.jspecify.annotations.NullMarked;
