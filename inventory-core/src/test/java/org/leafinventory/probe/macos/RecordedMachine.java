package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;

/**
 * A folder of recorded outputs as the recording that our probe would have made of that machine.
 *
 * <p>Most folders hold few commands. What an inventory cannot be without is filled in: the folder's
 * name as host name, the architecture it is labelled with, and one core and one gibibyte where the
 * kernel's own numbers are missing.
 */
public final class RecordedMachine {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Map<String, String> answers = new LinkedHashMap<>();

  private RecordedMachine(Path folder) {
    this.folder = folder;
  }

  public static List<Path> folders(Path recordings) {
    try (Stream<Path> entries = Files.list(recordings)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Recording read(Path folder) {
    RecordedMachine machine = new RecordedMachine(folder);
    try (Stream<Path> files = Files.list(folder)) {
      files.sorted().forEach(machine::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return machine.recording();
  }

  private void add(Path file) {
    String name = file.getFileName().toString();
    String content = content(file);
    if (name.matches("system_profiler-.*\\.json")) {
      tree(content).fieldNames().forEachRemaining(type -> answers.put(type, content));
    } else if (name.matches("system_profiler-SP.*\\.plist")) {
      answers.put(name.replaceAll("^system_profiler-(SP\\w+).*", "$1"), content);
    } else if (name.matches("sysctl.*\\.txt") && content.contains(": ")) {
      answers.put("sysctl", content);
    } else if (name.startsWith("sw_vers")) {
      answers.put("sw_vers", content);
    } else if (name.matches("uname-[mr]\\.txt|diskutil-list(-physical)?\\.plist")) {
      answers.put(name.replaceAll("\\.\\w+$", ""), content);
    } else if (name.startsWith("ifconfig") || name.startsWith("networksetup")) {
      answers.put(name.replaceAll("[-.].*", ""), content);
    } else if (name.startsWith("diskutil-apfs-list")) {
      answers.put("diskutil-apfs", content);
    } else if (name.equals("ioreg-IOPlatformExpertDevice.plist")) {
      answers.put("ioreg-platform", content);
    }
  }

  private Recording recording() {
    String hostName = folder.getFileName().toString();
    answers.put("scutil-LocalHostName", hostName);
    answers.putIfAbsent(
        "uname-m", tree(content(folder.resolve("source.json"))).path("architecture").asText());
    String sysctl = answers.getOrDefault("sysctl", "");
    boolean profiled = answers.containsKey("SPHardwareDataType");
    if (!sysctl.contains("physicalcpu:") && !profiled) {
      sysctl += "\nhw.physicalcpu: 1";
    }
    if (!sysctl.contains("hw.memsize:") && !profiled) {
      sysctl += "\nhw.memsize: 1073741824";
    }
    answers.put("sysctl", sysctl);
    Recording.Builder recording =
        Recording.builder().recordedAt(Instant.parse("2026-01-24T12:00:00Z"));
    answers.forEach((id, stdout) -> recording.addProbes(answer(id, stdout)));
    return recording.build();
  }

  private static ProbeResult answer(String id, String stdout) {
    return ProbeResult.builder()
        .id(id)
        .command(id)
        .outcome(ProbeResult.Outcome.EXITED)
        .exitStatus(OptionalInt.of(0))
        .stdout(Bytes.utf8(stdout))
        .build();
  }

  private static JsonNode tree(String content) {
    try {
      return JSON.readTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
