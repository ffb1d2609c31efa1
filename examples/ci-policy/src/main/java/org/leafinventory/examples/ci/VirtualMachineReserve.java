package org.leafinventory.examples.ci;

import java.util.function.BiFunction;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.Tuned;
import org.leafinventory.policy.TuningProfile;

/**
 * An adjustment for CI builders: memory that belongs to virtual machines is not given away twice.
 * Of what they leave, each Nix build counts on 4 GiB, and JetStream gets a quarter at most.
 *
 * @param machines how many virtual machines run at once
 * @param each the memory of one of them
 */
public record VirtualMachineReserve(int machines, ByteSize each)
    implements BiFunction<HardwareInventory, TuningProfile, TuningProfile> {

  private static final ByteSize ONE_BUILD = ByteSize.ofGibibytes(4);
  private static final ByteSize LEAST_STREAMS = ByteSize.ofMebibytes(64);

  @Override
  public TuningProfile apply(HardwareInventory mac, TuningProfile tuning) {
    ByteSize left = leftOf(mac.hardware().memoryBytes());
    return tuning
        .withNixMaxJobs(capped(tuning.nixMaxJobs(), builds(left), "4 GiB a build", mac))
        .withJetstreamMaxMemory(
            capped(tuning.jetstreamMaxMemory(), streams(left), "a quarter for JetStream", mac));
  }

  private ByteSize leftOf(ByteSize memory) {
    return ByteSize.ofBytes(Math.max(0, memory.bytes() - machines * each.bytes()));
  }

  private static int builds(ByteSize left) {
    return (int) Math.max(1, Math.min(1000, left.bytes() / ONE_BUILD.bytes()));
  }

  private static ByteSize streams(ByteSize left) {
    return ByteSize.ofBytes(Math.max(LEAST_STREAMS.bytes(), left.bytes() / 4));
  }

  /** The value, or {@code limit} if that is less; then the reason is ours, and the tier stays. */
  private <T extends Comparable<T>> Tuned<T> capped(
      Tuned<T> tuned, T limit, String share, HardwareInventory mac) {
    Reason reason =
        new Reason(
            "hardware.memory_bytes",
            mac.hardware().memoryBytes().bytes() + " bytes",
            machines
                + " virtual machines of "
                + each.wholeGibibytes()
                + " GiB come first, then "
                + share,
            tuned.reason().tier(),
            "ci-builders");
    return tuned.map(value -> value.compareTo(limit) <= 0 ? value : limit, reason);
  }
}
