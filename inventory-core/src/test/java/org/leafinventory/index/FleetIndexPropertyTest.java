package org.leafinventory.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.json.JsonFormatException;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.testkit.arbitrary.Inventories;

/** The fast reader beside the model's own, on any inventory and on damaged files. */
class FleetIndexPropertyTest {

  private static final String HOST = "mac-1";

  @Provide
  Arbitrary<HardwareInventory> macs() {
    return Inventories.any()
        .map(mac -> mac.withSystemInfo(mac.systemInfo().withHostname(HostName.of(HOST))));
  }

  @Property(tries = 150)
  void any_inventory_is_read_as_it_was_written(@ForAll("macs") HardwareInventory mac)
      throws IOException {
    Path root = Files.createTempDirectory("fleet");
    try {
      String json = InventoryJson.write(mac);
      Fleet fleet = new Fleet(root).put(HOST, json);

      assertThat(fleet.documents()).containsEntry(HOST, Fleet.tree(json));
      assertThat(fleet.documents()).containsEntry(HOST, Fleet.tree(json));
      fleet
          .index()
          .briefs(
              brief ->
                  assertThat(
                          Tuple.of(
                              brief.hardware().cpuCores(),
                              brief.hardware().memoryBytes(),
                              brief.internalStorage(),
                              brief.systemInfo().macosVersion(),
                              brief.issues(),
                              brief.extractedAt()))
                      .isEqualTo(
                          Tuple.of(
                              mac.hardware().cpuCores(),
                              mac.hardware().memoryBytes(),
                              mac.internalStorage(),
                              mac.systemInfo().macosVersion(),
                              mac.issues(),
                              mac.extractedAt())));
    } finally {
      delete(root);
    }
  }

  /** Outside the raw sections; of those only the ends are looked at. */
  @Property(tries = 1000)
  void what_the_model_refuses_is_refused_after_any_number_of_good_ones(
      @ForAll @IntRange(max = 2000) int at, @ForAll byte value) {
    byte[] good = withoutRaw(Fleet.json(HOST, 8));
    byte[] bad = good.clone();
    bad[at % bad.length] = value;
    Checker checker = new Checker();
    DocumentSplitter splitter = new DocumentSplitter(false);
    for (int n = 0; n < 3; n++) {
      assertThat(splitter.split(good, good.length)).isTrue();
      assertThat(checker.accepts(splitter, HostName.of(HOST))).isTrue();
    }

    if (splitter.split(bad, bad.length) && checker.accepts(splitter, HostName.of(HOST))) {
      assertThat(isInventory(bad)).as(new String(bad, StandardCharsets.UTF_8)).isTrue();
    }
  }

  @Property(tries = 300)
  void a_file_that_breaks_off_is_never_taken_for_whole(@ForAll @IntRange(max = 2000) int at) {
    byte[] good = Fleet.json(HOST, 8).strip().getBytes(StandardCharsets.UTF_8);

    assertThat(new DocumentSplitter(false).split(good, at % good.length)).isFalse();
  }

  /** Hosts come, go and change, files and the index are damaged, in groups of a few hosts. */
  @Property(tries = 60)
  void an_index_never_changes_an_answer(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int group) throws IOException {
    Path root = Files.createTempDirectory("fleet");
    Random random = new Random(seed);
    try {
      Fleet fleet = new Fleet(root, group);
      for (int n = 0; n < 12; n++) {
        fleet.put("mac-" + n, Fleet.json("mac-" + n, 8));
      }
      for (int round = 0; round < 4; round++) {
        settle(root.resolve("inventory"), round);
        assertThat(fleet.cores()).isEqualTo(withoutIndex(root));
        change(fleet, random);
      }
      assertThat(fleet.cores()).isEqualTo(withoutIndex(root));
    } finally {
      delete(root);
    }
  }

  private static void change(Fleet fleet, Random random) throws IOException {
    for (int n = random.nextInt(4); n > 0; n--) {
      String host = "mac-" + random.nextInt(16);
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          String broken = "{\"broken\": " + random.nextInt();
          fleet.put(host, random.nextBoolean() ? Fleet.json(host, random.nextInt(1, 10)) : broken);
          settle(fleet.file(host), random.nextInt(1_000_000));
        }
        case 2 -> delete(fleet.folder(host));
        default -> {
          byte[] index = Files.readAllBytes(fleet.indexFile());
          index[random.nextInt(index.length)] ^= 1;
          Files.write(fleet.indexFile(), index);
        }
      }
    }
  }

  /** Gives a file a time that it did not have before. */
  private static void settle(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Fleet.LONG_AGO.plusSeconds(seconds)));
  }

  private static Map<String, String> withoutIndex(Path root) throws IOException {
    Path copy = Files.createTempDirectory("fleet");
    try {
      Files.createSymbolicLink(copy.resolve("inventory"), root.resolve("inventory"));
      Map<String, String> cores = new Fleet(copy).cores();
      cores.replaceAll((host, told) -> told.replace(copy.toString(), root.toString()));
      return cores;
    } finally {
      delete(copy);
    }
  }

  private static byte[] withoutRaw(String json) {
    int from = json.indexOf("\"system_profiler\"");
    String rest = json.substring(json.indexOf("\"extracted_at\""));
    return (json.substring(0, from) + rest).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isInventory(byte[] json) {
    try {
      InventoryJson.read(Arrays.copyOf(json, json.length), "x");
      return true;
    } catch (JsonFormatException e) {
      return false;
    }
  }

  private static void delete(Path root) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
