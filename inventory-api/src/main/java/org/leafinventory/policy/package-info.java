/**
 * Decisions: a pure function from what a machine is to how it is tuned, each value with its reason.
 */
@NullMarked
package org.leafinventory.policy;

import org.jspecify.annotations.NullMarked;
