/** Example: a policy of one's own over the standard one. */
@NullMarked
package org.leafinventory.examples.ci;

import org.jspecify.annotations.NullMarked;
