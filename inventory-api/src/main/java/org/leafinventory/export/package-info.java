/** What is written from an inventory and its tuning: the contract of exporters. */
@NullMarked
package org.leafinventory.export;

import org.jspecify.annotations.NullMarked;
