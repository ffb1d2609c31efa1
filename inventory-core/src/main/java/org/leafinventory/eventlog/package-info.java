/** Events as lines of JSON in files: the log that is appended to, and how it is read. */
@NullMarked
package org.leafinventory.eventlog;

import org.jspecify.annotations.NullMarked;
