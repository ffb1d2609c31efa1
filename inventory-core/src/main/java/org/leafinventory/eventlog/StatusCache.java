package org.leafinventory.eventlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.leafinventory.event.EventType;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.projection.FleetStatus;
import org.leafinventory.projection.HostState;
import org.leafinventory.projection.HostStatus;

/**
 * A {@link FleetStatus} in a file, with the digest of the log that it was made of.
 *
 * <p>The first line is the CRC-32C of the rest, so that a damaged file is not believed. The folder
 * hides itself from git. Whatever goes wrong with reading or writing, there is just no cache.
 */
final class StatusCache {

  /** Another number when what is kept changes, or what it is made of. */
  private static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  StatusCache(Path file) {
    this.file = file;
  }

  /**
   * What the cache holds.
   *
   * @param digest the log it was made of
   * @param status what came of it
   */
  record Entry(LogDigest digest, FleetStatus status) {}

  Path file() {
    return file;
  }

  Optional<Entry> read() {
    try {
      String text = Files.readString(file);
      int line = text.indexOf('\n');
      String body = text.substring(line + 1);
      return line >= 0 && text.substring(0, line).equals(crc(body))
          ? entry(JSON.readValue(body, Form.class))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  void write(LogDigest digest, FleetStatus status) {
    try {
      String body = JSON.writeValueAsString(Form.of(digest, status));
      Path hidden = file.resolveSibling(".gitignore");
      if (Files.notExists(hidden)) {
        WholeFiles.replace(hidden, "*\n".getBytes(StandardCharsets.UTF_8));
      }
      WholeFiles.replace(file, (crc(body) + "\n" + body).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The next reader takes longer, that is all.
    }
  }

  private static String crc(String body) {
    CRC32C crc = new CRC32C();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  private static Optional<Entry> entry(Form form) {
    if (form.version() != VERSION) {
      return Optional.empty();
    }
    TreeMap<String, HostStatus> hosts = new TreeMap<>();
    form.hosts().forEach(host -> hosts.put(host.host(), host.status()));
    Map<UUID, String> open =
        form.open().entrySet().stream()
            .collect(Collectors.toMap(it -> UUID.fromString(it.getKey()), Map.Entry::getValue));
    return Optional.of(
        new Entry(new LogDigest(form.log()), new FleetStatus(hosts, form.targets(), open)));
  }

  /** As it stands in the file. */
  record Form(
      int version,
      List<LogDigest.Part> log,
      List<Host> hosts,
      Map<String, String> targets,
      Map<String, String> open) {

    static Form of(LogDigest digest, FleetStatus status) {
      return new Form(
          VERSION,
          digest.parts(),
          status.hosts().values().stream().map(Host::of).toList(),
          status.targets(),
          status.open().entrySet().stream()
              .collect(Collectors.toMap(it -> it.getKey().toString(), Map.Entry::getValue)));
    }
  }

  /** A host as it stands in the file. */
  record Host(
      String host,
      HostState state,
      String at,
      String eventType,
      String eventId,
      String correlationId,
      @Nullable String reason) {

    static Host of(HostStatus status) {
      return new Host(
          status.host(),
          status.state(),
          status.at().toString(),
          status.eventType().name(),
          status.eventId().toString(),
          status.correlationId().toString(),
          status.reason().orElse(null));
    }

    HostStatus status() {
      return new HostStatus(
          host,
          state,
          Instant.parse(at),
          new EventType(eventType),
          UUID.fromString(eventId),
          UUID.fromString(correlationId),
          Optional.ofNullable(reason));
    }
  }
}
