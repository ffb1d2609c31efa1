/**
 * Stand-ins for collector, store, event sink and ids that live in memory and tell what happened.
 */
@NullMarked
package org.leafinventory.testkit.fake;

import org.jspecify.annotations.NullMarked;
