package org.leafinventory.fleet;

/**
 * Is told what happens in a run, as it happens: always by the thread that called {@code
 * extractAll}, one event after the other, so it need not be thread-safe. It should return soon, as
 * nothing new begins meanwhile. If it throws, the run is cancelled and the caller gets what it
 * threw.
 */
@FunctionalInterface
public interface FleetListener {

  /** Takes {@code event}; kinds that it does not know it should let pass. */
  void on(FleetEvent event);
}
