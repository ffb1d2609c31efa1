/** AssertJ assertions on the model, on decisions and on failures. */
@NullMarked
package org.leafinventory.testkit.assertion;

import org.jspecify.annotations.NullMarked;
