package org.leafinventory.probe;

import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Target;

/**
 * Carries a script to a machine's {@code /bin/sh} and its output back.
 *
 * <p>The contract: one connection and one command per run; the script is fed on standard input, so
 * nothing is written on the machine; the time and the amount of output are bounded; when the
 * calling thread is interrupted the run ends promptly as {@link
 * org.leafinventory.collect.FailureKind#CANCELLED} with the interrupt flag set; nothing is left
 * open. May be used from several threads at once.
 */
@FunctionalInterface
public interface Transport {

  /**
   * Runs {@code script} on {@code target}.
   *
   * @return what the script said, whatever its exit status
   * @throws CollectionException if the machine could not be reached, refused, took too long or said
   *     too much; the kind says which
   */
  Transcript run(Target target, String script);

  /**
   * The host that {@link #run} connects to first on its way to {@code target}; see {@link
   * org.leafinventory.collect.Collector#entryPoint}, whose promises hold here, too.
   */
  default String entryPoint(Target target) {
    return target.address();
  }
}
