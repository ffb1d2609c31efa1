package org.leafinventory.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.leafinventory.model.HardwareInventory;

/** A tree of hosts, and what an index says of it. */
final class Fleet {

  static final Instant LONG_AGO = Instant.parse("2026-01-24T12:00:00Z");

  final Path root;
  private final int group;

  Fleet(Path root) {
    this(root, 1024);
  }

  /** With an index in groups of so many hosts. */
  Fleet(Path root, int group) {
    this.root = root;
    this.group = group;
  }

  Path folder(String host) {
    return root.resolve("inventory").resolve(host);
  }

  Path file(String host) {
    return folder(host).resolve("hardware_20260124_120000.json");
  }

  /** Writes a host whose file was settled long ago. */
  Fleet put(String host, String json) {
    try {
      Files.createDirectories(folder(host));
      Files.writeString(file(host), json);
      Files.setLastModifiedTime(file(host), FileTime.from(LONG_AGO));
      Path latest = folder(host).resolve("latest.json");
      Files.deleteIfExists(latest);
      Files.createSymbolicLink(latest, Path.of("hardware_20260124_120000.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** As the store writes it, with raw sections. */
  static String json(String host, int cores) {
    return """
        {
          "schema_version": 1,
          "system_info": {
            "hostname": "%s",
            "computer_name": "Zoë’s {Mac}",
            "architecture": "arm64",
            "macos_version": "15.6"
          },
          "hardware": {
            "cpu_cores": %d,
            "memory_gb": 64,
            "memory_bytes": 68719476736
          },
          "disks": [],
          "network_interfaces": [
            {
              "device": "en0",
              "mac_address": "02:00:00:00:00:01"
            }
          ],
          "system_profiler": {
            "SPHardwareDataType": [
              {
                "_name": "brackets ]} \\" and quotes"
              }
            ]
          },
          "extracted_at": "2026-01-24T12:00:00Z"
        }
        """
        .formatted(host, cores);
  }

  /** What each host's document says as a whole, read through an index that is always kept. */
  Map<String, JsonNode> documents() {
    Map<String, JsonNode> documents = new TreeMap<>();
    index()
        .<JsonNode>ask(brief -> true, JsonNode::deepCopy, (brief, it) -> put(documents, brief, it));
    return documents;
  }

  /** The cores of each host, and the reasons of what was skipped. */
  Map<String, String> cores() {
    Map<String, String> cores = new TreeMap<>();
    index()
        .<String>ask(
            brief -> true,
            document -> document.path("hardware").path("cpu_cores").asText(),
            (brief, it) -> cores.put(brief.hostName().value(), it))
        .forEach(skipped -> cores.put(skipped.folder(), skipped.reason()));
    return cores;
  }

  FleetIndex index() {
    return new FleetIndex(root, 1, group);
  }

  Path indexFile() {
    return IndexWriter.fileIn(root);
  }

  static JsonNode tree(String json) {
    try {
      return Keys.parse(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the index and everything else look settled. */
  void settle() {
    try (Stream<Path> files = Files.list(root.resolve("inventory"))) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
      }
      Files.setLastModifiedTime(root.resolve("inventory"), FileTime.from(LONG_AGO));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Map<String, JsonNode> all, HardwareInventory brief, JsonNode it) {
    all.put(brief.hostName().value(), it);
  }
}
