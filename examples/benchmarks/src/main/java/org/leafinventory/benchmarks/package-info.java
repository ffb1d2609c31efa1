/**
 * How long things take. Every build compiles the benchmarks; to run them:
 *
 * <pre>{@code
 * mvn -pl examples/benchmarks -am package -DskipTests
 * java -cp 'examples/benchmarks/target/classes:examples/benchmarks/target/benchmarks/*' \
 *     org.openjdk.jmh.Main
 * }</pre>
 *
 * <p>Instead of JMH's, these have a {@code main} of their own, on the same class path:
 *
 * <ul>
 *   <li>{@link org.leafinventory.benchmarks.HostBenchmark}: one Mac, near and far, beside {@code
 *       ssh}.
 *   <li>{@link org.leafinventory.benchmarks.FleetBenchmark}: 1 000 Macs, beside {@code
 *       parallel-ssh} and {@code clush}; {@code 5000 200 0} looks at the heap.
 *   <li>{@link org.leafinventory.benchmarks.StreamRecordings}: very many recordings, in little
 *       memory.
 * </ul>
 *
 * <p>Nothing else should run on the machine meanwhile. {@code -f 1 -wi 3 -i 3} is quick and rough;
 * {@code -prof gc} tells what is allocated.
 */
@NullMarked
package org.leafinventory.benchmarks;

import org.jspecify.annotations.NullMarked;
