package org.leafinventory.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;

/** What the index answers is what the files say, whatever happens to files and index. */
class FleetIndexTest {

  @TempDir private Path root;
  private Fleet fleet;

  @BeforeEach
  void twoHosts() {
    fleet =
        new Fleet(root).put("mac-1", Fleet.json("mac-1", 8)).put("mac-2", Fleet.json("mac-2", 24));
    fleet.settle();
  }

  @Test
  void documents_are_what_the_files_say_read_and_read_again() {
    assertThat(fleet.documents())
        .containsEntry("mac-1", Fleet.tree(Fleet.json("mac-1", 8)))
        .containsEntry("mac-2", Fleet.tree(Fleet.json("mac-2", 24)));
    assertThat(fleet.indexFile()).exists();
    assertThat(fleet.documents())
        .containsEntry("mac-1", Fleet.tree(Fleet.json("mac-1", 8)))
        .containsEntry("mac-2", Fleet.tree(Fleet.json("mac-2", 24)));
  }

  @Test
  void keys_come_in_the_order_of_the_file() {
    fleet.documents();

    assertThat(fleet.documents().get("mac-1"))
        .hasToString(Fleet.tree(Fleet.json("mac-1", 8)).toString());
  }

  @Test
  void the_second_time_no_file_is_read() throws Exception {
    fleet.cores();
    Instant before = Files.getLastModifiedTime(fleet.file("mac-1")).toInstant();
    // Another content of the same size and time, in the same file: what stamps cannot tell.
    Files.writeString(
        fleet.file("mac-1"), Fleet.json("mac-1", 9), StandardOpenOption.TRUNCATE_EXISTING);
    Files.setLastModifiedTime(fleet.file("mac-1"), FileTime.from(before));

    assertThat(fleet.cores()).containsEntry("mac-1", "8");
  }

  @Test
  void a_file_that_was_edited_in_place_is_read_again() throws Exception {
    fleet.cores();
    Files.writeString(fleet.file("mac-1"), Fleet.json("mac-1", 9));

    assertThat(fleet.cores()).containsOnly(entry("mac-1", "9"), entry("mac-2", "24"));
  }

  @Test
  void a_file_that_was_changed_just_now_is_not_trusted_to_be_told_by_its_time() throws Exception {
    Files.writeString(fleet.file("mac-1"), Fleet.json("mac-1", 9));
    FileTime tick = Files.getLastModifiedTime(fleet.file("mac-1"));
    fleet.cores();
    Files.writeString(fleet.file("mac-1"), Fleet.json("mac-1", 7));
    Files.setLastModifiedTime(fleet.file("mac-1"), tick);

    assertThat(fleet.cores()).containsEntry("mac-1", "7");
  }

  @Test
  void hosts_that_come_and_go_are_seen() throws Exception {
    fleet.cores();
    fleet.put("mac-0", Fleet.json("mac-0", 1)).put("mac-15", Fleet.json("mac-15", 15));
    Files.delete(fleet.folder("mac-2").resolve("latest.json"));
    Files.delete(fleet.file("mac-2"));

    assertThat(fleet.cores())
        .containsOnly(entry("mac-0", "1"), entry("mac-1", "8"), entry("mac-15", "15"));
    assertThat(fleet.cores())
        .containsOnly(entry("mac-0", "1"), entry("mac-1", "8"), entry("mac-15", "15"));
  }

  @Test
  void what_the_store_saves_is_seen_at_once() {
    fleet.cores();
    FileInventoryStore store = FileInventoryStore.at(root);
    HardwareInventory later = store.latest(HostName.of("mac-1")).orElseThrow();
    store.save(
        later
            .withExtractedAt(later.extractedAt().plusSeconds(60))
            .withHardware(later.hardware().withCpuCores(12)));

    assertThat(fleet.cores()).containsOnly(entry("mac-1", "12"), entry("mac-2", "24"));
  }

  @Test
  void what_cannot_be_used_is_told_each_time_and_left_alone() throws Exception {
    fleet.put("mac-3", "{\"schema_version\": 1, ").put("mac-4", Fleet.json("mac-1", 8));
    fleet.put("My Mac", Fleet.json("mac-9", 8));
    Files.writeString(root.resolve("inventory/README.md"), "not a host");
    Files.createDirectories(root.resolve("inventory/empty"));

    for (int n = 0; n < 2; n++) {
      assertThat(fleet.cores()).containsOnlyKeys("mac-1", "mac-2", "mac-3", "mac-4", "My Mac");
      assertThat(fleet.cores().get("mac-3")).contains("hardware_20260124_120000.json: line 1");
      assertThat(fleet.cores().get("mac-4")).contains("is of the host mac-1, but lies in");
      assertThat(fleet.cores().get("My Mac")).contains("is no host name");
    }
    assertThat(fleet.file("mac-3")).hasContent("{\"schema_version\": 1, ");
  }

  @Test
  void files_of_the_scripts_and_odd_texts_are_read_as_they_stand() {
    String script =
        """
        {"system_info": {"hostname": "mac-5", "architecture": "arm64", "model": "unknown"},
         "hardware": {"cpu_cores": 4, "memory_gb": 8}, "disks": [], "own": {"a": [1, {}]},
         "extracted_at": "2026-01-24T12:00:00Z"}
        """;
    String odd =
        Fleet.json("mac-6", 6)
            .replace(
                "\"disks\": []", "\"dis\\u006bs\": [ ] , \"k\\n\\\"ey\": \"\\ud800\", \"\": 1");
    fleet.put("mac-5", script).put("mac-6", odd);

    for (int n = 0; n < 2; n++) {
      assertThat(fleet.documents().get("mac-5")).isEqualTo(Fleet.tree(script));
      assertThat(fleet.documents()).containsEntry("mac-6", Fleet.tree(odd));
    }
  }

  @Test
  void a_number_with_a_space_in_it_does_not_become_another() {
    fleet.put("mac-7", Fleet.json("mac-7", 6).replace("\"disks\": []", "\"own\": [1 2]"));

    assertThat(fleet.cores().get("mac-7")).contains("mac-7");
  }

  @Test
  void a_damaged_index_changes_no_answer() throws Exception {
    fleet.cores();
    byte[] whole = Files.readAllBytes(fleet.indexFile());
    Random random = new Random(7);
    for (int n = 0; n < 200; n++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(fleet.indexFile(), n % 4 == 0 ? cut(whole, random) : damaged);

      assertThat(fleet.cores()).containsOnly(entry("mac-1", "8"), entry("mac-2", "24"));
    }
  }

  @Test
  void the_cache_keeps_itself_out_of_git() throws Exception {
    fleet.cores();

    assertThat(Files.readString(root.resolve(".leaf-cache/.gitignore"), StandardCharsets.UTF_8))
        .contains("\n*\n");
  }

  @Test
  void small_fleets_have_no_cache() {
    FleetIndex.at(root).briefs(brief -> {});

    assertThat(root.resolve(".leaf-cache")).doesNotExist();
  }

  @Test
  void a_cache_that_cannot_be_written_costs_no_answer() throws Exception {
    Files.writeString(root.resolve(".leaf-cache"), "in the way");

    assertThat(fleet.cores()).containsOnly(entry("mac-1", "8"), entry("mac-2", "24"));
    assertThat(root.resolve(".leaf-cache")).hasContent("in the way");
  }

  @Test
  void a_question_is_asked_once_for_all_that_look_the_same() {
    for (int n = 10; n < 60; n++) {
      fleet.put("mac-" + n, Fleet.json("mac-" + n, 10 + n % 2));
    }
    AtomicInteger asked = new AtomicInteger();
    List<Integer> answers = new ArrayList<>();

    fleet
        .index()
        .<Integer>ask(
            brief -> true,
            document -> {
              asked.incrementAndGet();
              return document.get("hardware").get("cpu_cores").asInt();
            },
            (brief, it) -> answers.add(it));

    assertThat(answers).hasSize(52).contains(8, 24, 10, 11);
    assertThat(asked.get()).isLessThanOrEqualTo(4 * Runtime.getRuntime().availableProcessors());
  }

  @Test
  void hosts_of_another_answer_are_not_mistaken_for_those_that_look_alike_at_first() {
    fleet.put("mac-3", Fleet.json("mac-3", 8).replace("15.6", "26.1"));
    List<String> answers = new ArrayList<>();

    fleet
        .index()
        .<String>ask(
            brief -> true,
            document ->
                document.get("hardware").get("cpu_cores").asInt() > 8
                    ? "many"
                    : document.get("system_info").get("macos_version").asText(),
            (brief, it) -> answers.add(brief.hostName() + " " + it));

    assertThat(answers).containsExactly("mac-1 15.6", "mac-2 many", "mac-3 26.1");
  }

  @Test
  void many_hosts_come_in_order_whatever_changes() throws Exception {
    List<String> names = new ArrayList<>(List.of("mac-1", "mac-2"));
    for (int n = 1000; n < 3500; n++) {
      names.add("mac-" + n);
      fleet.put("mac-" + n, Fleet.json("mac-" + n, 1 + n % 30));
    }
    names.sort(null);
    fleet.settle();
    List<String> first = new ArrayList<>();
    fleet.index().briefs(brief -> first.add(brief.hostName().value()));
    Files.writeString(fleet.file("mac-1500"), Fleet.json("mac-1500", 99));
    Files.writeString(fleet.file("mac-3400"), "gone wrong");

    assertThat(first).isEqualTo(names);
    assertThat(fleet.cores())
        .hasSize(names.size())
        .containsEntry("mac-1500", "99")
        .containsEntry("mac-1501", "2")
        .containsEntry("mac-3499", "20")
        .hasEntrySatisfying("mac-3400", it -> assertThat(it).contains("Unrecognized token"));
  }

  private static byte[] cut(byte[] whole, Random random) {
    return Arrays.copyOf(whole, random.nextInt(whole.length));
  }
}
