/** What the events say as a whole: pure folds, to be made anew from the log at any time. */
@NullMarked
package org.leafinventory.projection;

import org.jspecify.annotations.NullMarked;
