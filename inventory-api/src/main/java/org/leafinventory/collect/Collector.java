package org.leafinventory.collect;

import org.leafinventory.model.HardwareInventory;

/**
 * Asks one machine what it is made of.
 *
 * <p>The contract:
 *
 * <ul>
 *   <li>A collector answers with an inventory, or throws {@link CollectionException}; nothing else
 *       is thrown for what a machine or the way to it does.
 *   <li>Part of a machine beats none of it: what could not be read becomes an {@code Issue} of the
 *       inventory. Only a machine without host name, architecture, core count or memory fails.
 *   <li>It may be called from several threads at once.
 *   <li>When the calling thread is interrupted it ends promptly with {@link FailureKind#CANCELLED},
 *       the interrupt flag still set.
 *   <li>It leaves nothing behind, neither on the machine nor here: no file, connection or thread.
 *   <li>No secret appears in an inventory, an exception or a {@code toString()}.
 * </ul>
 */
@FunctionalInterface
public interface Collector {

  /**
   * Asks {@code target}.
   *
   * @throws CollectionException if no inventory could be had; it says which step failed and what to
   *     do about it
   */
  HardwareInventory collect(Target target);
}
