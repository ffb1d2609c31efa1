/** The report on a fleet: a pure function of what is known to one HTML page. */
@NullMarked
package org.leafinventory.cli.report;

import org.jspecify.annotations.NullMarked;
