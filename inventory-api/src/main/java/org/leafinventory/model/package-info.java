/**
 * What a Mac is made of, as immutable values.
 *
 * <p>Absent is absent: a fact that the machine did not tell is an empty {@link java.util.Optional}
 * or list, with an {@link org.leafinventory.model.Issue} beside it where it should have been there.
 */
@NullMarked
package org.leafinventory.model;

import org.jspecify.annotations.NullMarked;
