/** One extraction: the steps of it that others may drive, what it gives, and how it fails. */
@NullMarked
package org.leafinventory.extraction;

import org.jspecify.annotations.NullMarked;
