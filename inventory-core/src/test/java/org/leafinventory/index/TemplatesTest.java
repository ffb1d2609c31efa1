package org.leafinventory.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leafinventory.eventlog.SpoiledText;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.testkit.arbitrary.Inventories;

/** Comparing with a known document beside taking apart. */
class TemplatesTest {

  private static final String HOST = "mac-1";

  private final Checker checker = new Checker();
  private final Templates templates = new Templates(checker);

  @Provide
  Arbitrary<HardwareInventory> macs() {
    return Inventories.any()
        .map(mac -> mac.withSystemInfo(mac.systemInfo().withHostname(HostName.of(HOST))));
  }

  @Test
  void a_host_of_a_kind_is_told_by_comparing() {
    learn(Fleet.json(HOST, 8));

    assertAddedAsTakenApart("mac-20", Fleet.json("mac-20", 8).replace("12:00:00Z", "13:07:59Z"));
    assertAddedAsTakenApart("mac-3", Fleet.json("mac-3", 8).replace("00:01\"", "00:ff\""));
    assertAddedAsTakenApart(HOST, Fleet.json(HOST, 8).replace("brackets ]}", "other } \\\\"));
    assertAddedAsTakenApart(HOST, Fleet.json(HOST, 8).replace("\"_name\"", "\"a\": [{}], \"b\""));
  }

  @Test
  void what_differs_in_more_than_names_and_numbers_is_taken_apart() {
    String json = Fleet.json(HOST, 8);
    learn(json);

    assertThat(add(HOST, Fleet.json(HOST, 10))).isNull();
    assertThat(add("mac-2", json)).isNull();
    assertThat(add(HOST, json.replace("\"arm64\"", "\"x86_64\""))).isNull();
    assertThat(add(HOST, json.replace("\"disks\": []", "\"disks\": [1]"))).isNull();
    assertThat(add(HOST, json.replace("\"mac_address\"", "\"mac_addresses\""))).isNull();
    assertThat(add(HOST, json.replace("12:00:00Z", "25:00:00Z"))).isNull();
    assertThat(add(HOST, json.replace("\"schema_version\": 1", "\"schema_version\": 2"))).isNull();
    assertThat(add(HOST, json.replace("\"schema_version\": 1", "\"schema_version\": 1.0")))
        .isNull();
    assertThat(add(HOST, json.strip().substring(0, json.strip().length() - 1))).isNull();
    assertThat(add(HOST, json + "{}")).isNull();
  }

  @Property(tries = 2000)
  void what_is_alike_is_added_as_if_it_were_taken_apart(
      @ForAll @IntRange(min = 1, max = 4) int changes, @ForAll long seed) {
    assertSameWhereAdded(Fleet.json(HOST, 8), changes, new Random(seed));
  }

  @Property(tries = 300)
  void any_mac_that_is_alike_is_added_as_if_it_were_taken_apart(
      @ForAll("macs") HardwareInventory mac,
      @ForAll @IntRange(max = 3) int changes,
      @ForAll long seed) {
    assertSameWhereAdded(InventoryJson.write(mac), changes, new Random(seed));
  }

  private static void assertSameWhereAdded(String good, int changes, Random random) {
    TemplatesTest test = new TemplatesTest();
    test.learn(good);
    String changed = changed(good, changes, random);
    Map<String, String> added = test.add(HOST, changed);
    if (added != null) {
      assertThat(added).isEqualTo(test.takenApart(HOST, changed));
    }
  }

  /** With characters that mostly change the structure. */
  private static String changed(String json, int changes, Random random) {
    return SpoiledText.of(json, "{}[]\":,\\ \n0129-.eatn\u0001ü", changes, random);
  }

  private void learn(String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    DocumentSplitter parts = new DocumentSplitter(false);
    if (parts.split(text, text.length) && checker.accepts(parts, HostName.of(HOST))) {
      templates.learn(text, text.length, parts);
    }
  }

  private void assertAddedAsTakenApart(String host, String json) {
    assertThat(add(host, json)).isNotNull().isEqualTo(takenApart(host, json));
  }

  /** What is added by comparing; null if the document is not alike. */
  private @Nullable Map<String, String> add(String host, String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    GroupBuilder group = new GroupBuilder();
    return templates.add(HostName.of(host), Stamp.NONE, text, text.length, group)
        ? content(group)
        : null;
  }

  /** What is added without any knowledge; it is an inventory. */
  private Map<String, String> takenApart(String host, String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    DocumentSplitter parts = new DocumentSplitter(false);
    Checker fresh = new Checker();
    assertThat(parts.split(text, text.length)).as(json).isTrue();
    assertThat(fresh.accepts(parts, HostName.of(host))).as(json).isTrue();
    GroupBuilder group = new GroupBuilder();
    Entry entry = new Entry(host, Stamp.NONE, Entry.State.KNOWN, fresh.extractedAt(), 0, "");
    group.add(entry, fresh.brief());
    for (int n = 0; n < parts.count(); n++) {
      group.put(parts.column(n), parts.bytes(n), parts.from(n), parts.to(n));
    }
    return content(group);
  }

  private static Map<String, String> content(GroupBuilder builder) {
    Group group = Group.of(builder.build());
    Map<String, String> content = new TreeMap<>();
    content.put("", group.entries().get(0).toString());
    content.put("brief", text(group.briefBytes(0)));
    for (Column column : group.columns()) {
      content.put(column + " column", text(group.value(column, 0).bytes()));
    }
    return content;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
