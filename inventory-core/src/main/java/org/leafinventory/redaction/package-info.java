/** Takes out of inventories and recordings what identifies a machine or a person. */
@NullMarked
package org.leafinventory.redaction;

import org.jspecify.annotations.NullMarked;
