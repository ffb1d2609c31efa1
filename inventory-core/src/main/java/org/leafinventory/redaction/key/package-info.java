/** Keys of redactions, drawn and kept in files. */
@NullMarked
package org.leafinventory.redaction.key;

import org.jspecify.annotations.NullMarked;
