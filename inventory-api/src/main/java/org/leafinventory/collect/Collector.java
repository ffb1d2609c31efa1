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

  /**
   * The host that this machine connects to when it asks {@code target}: where there are jump hosts,
   * the first of them. Targets with the same one share it, and so may have to be spared together
   * when many are asked at a time.
   *
   * <p>Answers from settings and configuration files alone, without network access, and throws
   * nothing. Collectors that go a way of their own, and those that wrap another, override it.
   *
   * @return a host name or IP address without port, as it would be looked up; by default, and where
   *     the way cannot be told, the {@linkplain Target#address() address} of the target
   */
  default String entryPoint(Target target) {
    return target.address();
  }
}
