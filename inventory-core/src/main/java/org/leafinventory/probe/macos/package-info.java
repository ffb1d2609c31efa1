/** What is asked of a Mac, and what its answers mean. Pure: no io, no clock. */
@NullMarked
package org.leafinventory.probe.macos;

import org.jspecify.annotations.NullMarked;
