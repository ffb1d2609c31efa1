/** What happened, as facts for others to react to. */
@NullMarked
package org.leafinventory.event;

import org.jspecify.annotations.NullMarked;
