/**
 * The contracts of the library's interfaces as tests to inherit. A subclass supplies the subject;
 * each test is a rule with an identifier, and every rule is explained in the testkit's guide.
 *
 * <p>The rules about collectors, stores, sinks and exporters are JUnit Jupiter tests, so a subclass
 * may use temporary folders, extensions and set-up methods as ever. Those about policies are jqwik
 * properties, which search for a counterexample and shrink it. Both engines come with the testkit.
 */
@NullMarked
package org.leafinventory.testkit.contract;

import org.jspecify.annotations.NullMarked;
