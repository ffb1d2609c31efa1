/** What machines said, as files: to be interpreted later, elsewhere, or in a test. */
@NullMarked
package org.leafinventory.recording;

import org.jspecify.annotations.NullMarked;
