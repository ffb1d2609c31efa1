/** Example: a collector of one's own, registered for the scheme {@code oshi}. */
@NullMarked
package org.leafinventory.examples.oshi;

import org.jspecify.annotations.NullMarked;
