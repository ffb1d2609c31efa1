/**
 * How long things take. Every build compiles the benchmarks; to run them:
 *
 * <pre>{@code
 * mvn -pl examples/benchmarks -am package -DskipTests
 * java -cp 'examples/benchmarks/target/classes:examples/benchmarks/target/benchmarks/*' \
 *     org.openjdk.jmh.Main
 * }</pre>
 *
 * <p>Nothing else should run on the machine meanwhile. {@code -f 1 -wi 3 -i 3} is quick and rough;
 * {@code -prof gc} tells what is allocated.
 */
@NullMarked
package org.leafinventory.benchmarks;

import org.jspecify.annotations.NullMarked;
