package org.leafinventory.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemProfiler;
import org.leafinventory.testkit.arbitrary.Inventories;

/**
 * Writes the tree of a large fleet, to measure queries on: {@code FleetTree DIR [HOSTS]}.
 *
 * <p>Each host has one snapshot of about 30 kB, most of it raw sections, as real machines answer
 * them, and {@code latest.json} as a link to it. The kinds of machine are few, as in a real fleet;
 * names, serial numbers, hardware addresses and times are each host's own. The same number of hosts
 * gives the same tree.
 *
 * <p>Files are written plainly, without the store's care, so that 100 000 hosts take a minute.
 */
public final class FleetTree {

  private static final int KINDS = 200;
  private static final long SEED = 42;
  private static final int FILE_SIZE = 30_000;
  private static final String HOST = "benchmark-host";
  private static final String SERIAL = "BENCHSERIAL";

  private FleetTree() {}

  /** Writes the tree. */
  public static void main(String... args) throws IOException {
    Path inventory = Path.of(args[0], "inventory");
    int hosts = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    List<String> kinds = new ArrayList<>(KINDS);
    JqwikSession.run(() -> kinds(kinds));
    Random random = new Random(SEED);
    long bytes = 0;
    for (int n = 0; n < hosts; n++) {
      String name = String.format("mac-%06d", n);
      String kind = kinds.get(random.nextInt(KINDS));
      String json =
          kind.replace(HOST, name)
              .replace(SERIAL, String.format("C02%08X", random.nextInt()))
              .replace("00:00:5e:", String.format("02:%02x:%02x:", n >> 8 & 0xff, n & 0xff))
              .replace("12:00:00Z\"\n}", String.format("12:%02d:%02dZ\"\n}", n / 60 % 60, n % 60));
      byte[] content = json.getBytes(StandardCharsets.UTF_8);
      bytes += content.length;
      write(inventory.resolve(name), n, content);
    }
    System.out.printf("%d hosts, %d bytes each%n", hosts, bytes / Math.max(1, hosts));
  }

  private static void write(Path folder, int n, byte[] content) throws IOException {
    Files.createDirectories(folder);
    String file = String.format("hardware_20260124_12%02d%02d.json", n / 60 % 60, n % 60);
    Files.write(folder.resolve(file), content);
    Files.createSymbolicLink(folder.resolve("latest.json"), Path.of(file));
  }

  private static void kinds(List<String> kinds) {
    RandomGenerator<HardwareInventory> generator = Inventories.realistic().generator(KINDS);
    Random random = new Random(SEED);
    for (int n = 0; n < KINDS; n++) {
      kinds.add(InventoryJson.write(padded(generator.next(random).value())));
    }
  }

  private static HardwareInventory padded(HardwareInventory made) {
    HardwareInventory bare =
        made.withSystemProfiler(SystemProfiler.EMPTY)
            .withExtractedAt(java.time.Instant.parse("2026-01-24T12:00:00Z"))
            .withSystemInfo(
                made.systemInfo().withHostname(HostName.of(HOST)).withSerialNumber(SERIAL));
    int missing = FILE_SIZE - InventoryJson.write(bare).length();
    return bare.withSystemProfiler(
        SystemProfiler.of(
            Map.of("SPHardwareDataType", overview(), "SPUSBDataType", tree(missing))));
  }

  private static JsonNode overview() {
    return JsonNodeFactory.instance
        .arrayNode()
        .addObject()
        .put("_name", "hardware_overview")
        .put("machine_model", "Mac14,14")
        .put("serial_number", SERIAL);
  }

  /** Nested devices, as long as they are needed. */
  private static ArrayNode tree(int length) {
    ArrayNode buses = JsonNodeFactory.instance.arrayNode();
    for (int n = 0; n * 455 < length; n++) {
      ObjectNode bus = buses.addObject().put("_name", "USB 3.1 Bus");
      bus.put("host_controller", "AppleT6020USBXHCI").put("pci_device", "0x1234");
      ObjectNode device = bus.putArray("_items").addObject();
      device
          .put("_name", "Hub {\"quoted\"} [" + n + "]")
          .put("bcd_device", "0.0" + n % 10)
          .put("bus_power", "900")
          .put("device_speed", "super_speed")
          .put("location_id", String.format("0x%08x / %d", n * 0x100000, n))
          .put("manufacturer", "VIA Labs, Inc.         ");
    }
    return buses;
  }
}
