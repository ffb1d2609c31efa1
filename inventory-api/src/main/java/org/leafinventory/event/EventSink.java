package org.leafinventory.event;

/**
 * Takes events as they happen.
 *
 * <p>The contract: when {@link #emit} returns, the event is where it belongs, durably if the sink
 * is a log. It may be called from several threads at once; events of one correlation id come in
 * order. An interrupted thread may emit too, as the end of a cancelled extraction is told like any
 * other; its interrupt flag stays set.
 */
@FunctionalInterface
public interface EventSink {

  /**
   * Takes {@code event}.
   *
   * @throws EventSinkException if it could not be taken
   */
  void emit(InventoryEvent event);
}
