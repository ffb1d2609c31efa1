/** Inventories as JSON files in a folder that belongs in version control. */
@NullMarked
package org.leafinventory.filestore;

import org.jspecify.annotations.NullMarked;
