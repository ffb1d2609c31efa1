/** Files that appear whole or not at all: what stores and exporters write through. */
@NullMarked
package org.leafinventory.files;

import org.jspecify.annotations.NullMarked;
