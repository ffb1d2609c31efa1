package org.leafinventory.service;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leafinventory.collect.Target;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.extraction.ExtractionFailure;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Printable;
import org.leafinventory.model.SystemInfo;

/** What the events say beyond their envelope. */
final class EventData {

  private EventData() {}

  static Map<String, Object> started(Target target) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("target", target.toString());
    return data;
  }

  static Map<String, Object> discovered(Target target, HardwareInventory inventory) {
    SystemInfo system = inventory.systemInfo();
    Hardware hardware = inventory.hardware();
    Map<String, Object> data = started(target);
    data.put("hostname", inventory.hostName().value());
    system.model().ifPresent(model -> data.put("model", model));
    system.serialNumber().ifPresent(serial -> data.put("serial_number", serial));
    system.macosVersion().ifPresent(version -> data.put("macos_version", version));
    hardware.cpuType().ifPresent(cpu -> data.put("cpu_type", cpu));
    data.put("cpu_cores", hardware.cpuCores());
    data.put("memory_gb", hardware.memoryGb());
    data.put("storage_bytes", inventory.internalStorage().bytes());
    data.put("issues", inventory.issues().size());
    return data;
  }

  static Map<String, Object> completed(Target target, Extraction extraction, int attempts) {
    Map<String, Object> data = started(target);
    data.put("attempts", attempts);
    data.put("hostname", extraction.inventory().hostName().value());
    extraction
        .snapshot()
        .ifPresent(
            snapshot -> {
              data.put("snapshot", snapshot.id());
              snapshot.file().ifPresent(file -> data.put("inventory_file", file.toString()));
            });
    data.put("files", files(extraction.exports()));
    return data;
  }

  static Map<String, Object> retrying(
      Target target, ExtractionFailure failure, int attempts, Duration pause) {
    Map<String, Object> data = failed(target, failure, attempts);
    data.put("retry_in_ms", pause.toMillis());
    return data;
  }

  static Map<String, Object> failed(Target target, ExtractionFailure failure, int attempts) {
    Map<String, Object> data = started(target);
    data.put("attempts", attempts);
    data.put("kind", failure.kind());
    data.put("reason", failure.reason());
    data.put("advice", failure.advice());
    return data;
  }

  static Map<String, Object> generating(HostName host) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("hostname", host.value());
    return data;
  }

  static Map<String, Object> generated(Generation generation) {
    Map<String, Object> data = generating(generation.inventory().hostName());
    data.put("inventory_at", generation.inventory().extractedAt().toString());
    data.put("files", files(generation.files()));
    return data;
  }

  static Map<String, Object> notGenerated(HostName host, RuntimeException failure) {
    Map<String, Object> data = generating(host);
    ExtractionFailure why = ExtractionFailure.of(failure);
    data.put("kind", why.kind());
    data.put("reason", Printable.line(String.valueOf(failure.getMessage())));
    return data;
  }

  private static List<Map<String, String>> files(List<ExportedFile> exports) {
    return exports.stream()
        .map(
            file ->
                Map.of(
                    "path",
                    file.path().toString(),
                    "outcome",
                    file.outcome().name().toLowerCase(Locale.ROOT)))
        .toList();
  }
}
