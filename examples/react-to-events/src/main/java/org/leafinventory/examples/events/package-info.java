/** Example: react to events. */
@NullMarked
package org.leafinventory.examples.events;

import org.jspecify.annotations.NullMarked;
