/** Simulated Macs as parameters and fields of JUnit Jupiter tests. */
@NullMarked
package org.leafinventory.testkit.junit;

import org.jspecify.annotations.NullMarked;
