package org.leafinventory.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.macos.MacInterpreter;
import org.leafinventory.recording.RecordingJson;

/**
 * Streams very many recordings from bytes to bytes, each of another machine: read, interpreted,
 * written as JSON. Says from time to time how much of the heap is in use after a collection: it
 * must not grow. Run it with a small heap ({@code -Xmx64m}).
 *
 * <p>Argument: how many; 100 000 if there is none.
 */
public final class StreamRecordings {

  private static final int MANY = 100_000;
  private static final int REPORTS = 10;
  private static final int MIB = 1 << 20;

  private StreamRecordings() {}

  /** Runs it. */
  public static void main(String[] args) {
    int count = args.length == 0 ? MANY : Integer.parseInt(args[0]);
    Recording first = SimulatedRecordings.of("mac-studio-m2-ultra");
    long began = System.nanoTime();
    long written = 0;
    for (int n = 1; n <= count; n++) {
      byte[] bytes = RecordingJson.write(named(first, "mac-" + n));
      HardwareInventory inventory = MacInterpreter.interpret(RecordingJson.read(bytes, "stream"));
      if (!inventory.hostName().value().equals("mac-" + n)) {
        throw new IllegalStateException("another machine than mac-" + n);
      }
      written += InventoryJson.write(inventory).length();
      if (n % Math.max(1, count / REPORTS) == 0) {
        System.out.printf(
            "%d recordings, %d MiB of inventories, %d s, heap in use after collection: %d MiB%n",
            n, written / MIB, (System.nanoTime() - began) / 1_000_000_000, heapAfterCollection());
      }
    }
  }

  private static Recording named(Recording recording, String name) {
    ProbeResult[] probes = recording.probes().toArray(ProbeResult[]::new);
    int at =
        IntStream.range(0, probes.length)
            .filter(i -> probes[i].id().equals("scutil-LocalHostName"))
            .findFirst()
            .orElseThrow();
    probes[at] = probes[at].withStdout(Bytes.utf8(name + "\n"));
    return recording.withProbes(Arrays.asList(probes));
  }

  private static long heapAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        / MIB;
  }
}
