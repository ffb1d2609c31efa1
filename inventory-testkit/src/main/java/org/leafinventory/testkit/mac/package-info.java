/**
 * Macs that do not exist: made-up machines that answer like real ones, as commands on a {@code
 * PATH} ({@link org.leafinventory.testkit.mac.SimulatedTools}) or as a whole computer behind SSH
 * ({@link org.leafinventory.testkit.mac.SimulatedMac}), whole or with a {@link
 * org.leafinventory.testkit.mac.Fault}. {@link org.leafinventory.testkit.mac.MacLogin} holds what
 * an SSH client needs to log in.
 *
 * <p>The machines:
 *
 * <ul>
 *   <li>{@code mac-studio-m2-ultra}: 24 cores (16 performance, 8 efficiency), 192 GB, 2 TB, macOS
 *       26, two displays, a Thunderbolt dock, USB told by {@code SPUSBHostDataType} alone;
 *   <li>{@code mac-mini-m4}: 10 cores (4 performance, 6 efficiency), 16 GB, 256 GB, macOS 15, one
 *       display, a host name of its own, no FileVault;
 *   <li>{@code macbook-pro-intel}: 8 cores and 16 threads, two memory modules of 16 GB, 1 TB
 *       inside, a 4 TB USB disk and a disk image beside it, battery, two GPUs, macOS 14, a computer
 *       name beyond ASCII;
 *   <li>{@code vm-apple-virtualization}: 4 cores, 8 GB, a virtual disk, no Thunderbolt, no NVMe,
 *       macOS 15;
 *   <li>{@code broken-mac}: a Mac mini M1 with a talkative login shell, where {@code
 *       SPDisplaysDataType} never answers, {@code SPNVMeDataType} is cut off, {@code diskutil apfs}
 *       fails, {@code networksetup} and {@code ifconfig} are missing and {@code SPHardwareDataType}
 *       comes with noise on standard error.
 * </ul>
 */
@NullMarked
package org.leafinventory.testkit.mac;

import org.jspecify.annotations.NullMarked;
