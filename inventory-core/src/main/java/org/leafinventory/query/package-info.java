/**
 * Questions about inventories: conditions, order, limit, columns, and what another policy would
 * change. Pure: what is asked of the clock comes from outside.
 */
@NullMarked
package org.leafinventory.query;

import org.jspecify.annotations.NullMarked;
