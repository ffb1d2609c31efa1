/**
 * Generated inventories for property tests with jqwik: realistic Macs, with the odd and the hostile
 * among them.
 */
@NullMarked
package org.leafinventory.testkit.arbitrary;

import org.jspecify.annotations.NullMarked;
