/** Time that a test decides. */
@NullMarked
package org.leafinventory.testkit.time;

import org.jspecify.annotations.NullMarked;
