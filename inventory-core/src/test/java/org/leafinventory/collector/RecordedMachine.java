package org.leafinventory.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;
import org.leafinventory.testkit.mac.SimulatedTools;

/**
 * A folder of recorded outputs: as the recording that our probe would have made of that machine,
 * and as commands that answer so.
 *
 * <p>Most folders hold few commands. What an inventory cannot be without is supplied on request:
 * the folder's name as host name, the architecture it is labelled with, and one core and one
 * gibibyte. Outputs of commands that the probe does not run so are left out and can be named. A
 * folder with several outputs of one command is several machines.
 *
 * @param name the name of the folder, with {@code ~} and the variant where there are several
 * @param answers what the commands answered, by the id of the probe
 * @param notAsked files that no command of the probe stands for
 */
public record RecordedMachine(String name, Map<String, Command> answers, Set<String> notAsked) {

  /** A command as the probe runs it, with what it answered. */
  public record Command(String tool, List<String> args, String stdout, int exit) {

    Command(String line, String stdout) {
      this(line.split(" ", 2)[0], List.of(line.split(" ", -1)).subList(1, words(line)), stdout, 0);
    }

    private static int words(String line) {
      return line.split(" ", -1).length;
    }
  }

  private static final Pattern DISK_INFO = Pattern.compile("diskutil-info-(disk[0-9]+)\\.txt");
  private static final Pattern VARIANT =
      Pattern.compile("(diskutil-apfs-list|system_profiler-SPUSBDataType)-([a-z-]+)\\.plist");

  /** All machines of a folder of folders. */
  static List<RecordedMachine> all(Path recordings) {
    List<RecordedMachine> machines = new ArrayList<>();
    for (Path folder : list(recordings)) {
      if (Files.isDirectory(folder)) {
        machines.addAll(in(folder));
      }
    }
    return machines;
  }

  /** The same, each with what an inventory of it cannot be without. */
  public static List<RecordedMachine> complete(Path recordings) {
    return all(recordings).stream()
        .map(machine -> machine.with(Expectation.of(machine.name()).supplied(), recordings))
        .toList();
  }

  private static List<RecordedMachine> in(Path folder) {
    String name = folder.getFileName().toString();
    Map<String, Path> variants = new TreeMap<>();
    List<Path> common = new ArrayList<>();
    for (Path file : list(folder)) {
      Matcher variant = VARIANT.matcher(file.getFileName().toString());
      if (variant.matches()) {
        variants.put(variant.group(2), file);
      } else {
        common.add(file);
      }
    }
    if (variants.isEmpty()) {
      return List.of(of(name, common));
    }
    List<RecordedMachine> machines = new ArrayList<>();
    variants.forEach(
        (variant, file) ->
            machines.add(
                of(
                    name + "~" + variant,
                    Stream.concat(common.stream(), Stream.of(file)).toList())));
    return machines;
  }

  private static RecordedMachine of(String name, List<Path> files) {
    RecordedMachine machine = new RecordedMachine(name, new LinkedHashMap<>(), new TreeSet<>());
    files.forEach(machine::add);
    return machine;
  }

  private void add(Path path) {
    String file = path.getFileName().toString();
    String content = content(path);
    Matcher info = DISK_INFO.matcher(file);
    if (file.equals("source.json")) {
      return;
    }
    if (file.matches("system_profiler-SP.*\\.json")) {
      RecordedText.sections(content).forEach(this::profile);
    } else if (file.matches("system_profiler-SP(?!CardReader)\\w+(-[a-z-]+)?\\.plist")) {
      String type = file.replaceAll("^system_profiler-(SP[A-Za-z]+).*", "$1");
      put(type, "system_profiler -xml " + type, content);
    } else if (file.matches("system_profiler-SP(Hardware|Software|NVMe)DataType.*\\.txt")) {
      String type = file.replaceAll("^system_profiler-(SP[A-Za-z]+).*", "$1");
      profile(type, RecordedText.profile(type, content));
    } else if (file.equals("system_profiler-full.txt")) {
      tooOld(content);
    } else if (file.startsWith("sysctl")) {
      put("sysctl", "sysctl", file.startsWith("sysctl-n-") ? named(file, content) : content);
    } else if (file.startsWith("sw_vers")) {
      put("sw_vers", "sw_vers", content);
      content.lines().filter("arm64"::equals).forEach(it -> put("uname-m", "uname -m", it + "\n"));
    } else if (file.matches("uname-[mr]\\.txt")) {
      String id = file.replace(".txt", "");
      put(id, id.replace('-', ' ').replace("uname ", "uname -"), content);
    } else if (file.equals("uname-a.txt")) {
      String[] words = content.strip().split(" ", -1);
      put("uname-r", "uname -r", words[2] + "\n");
      put("uname-m", "uname -m", words[words.length - 1] + "\n");
    } else if (file.matches("diskutil-list(-physical)?\\.plist")) {
      String id = file.replace(".plist", "");
      put(
          id,
          id.replace("diskutil-list", "diskutil list -plist").replace("-physical", " physical"),
          content);
    } else if (file.startsWith("diskutil-apfs-list")) {
      put("diskutil-apfs", "diskutil apfs list -plist", content);
    } else if (info.matches()) {
      String disk = info.group(1);
      put("diskutil-info-" + disk, "diskutil info -plist " + disk, RecordedText.disk(content));
    } else if (file.startsWith("ifconfig")) {
      put("ifconfig", "ifconfig -a", content);
    } else if (file.startsWith("networksetup")) {
      put("networksetup", "networksetup -listallhardwareports", content);
    } else if (file.startsWith("ioreg-IOPlatformExpertDevice")) {
      String plist = file.endsWith(".txt") ? RecordedText.platform(content) : content;
      put("ioreg-platform", "ioreg -a -d2 -c IOPlatformExpertDevice", plist);
    } else {
      notAsked.add(file);
    }
  }

  private void put(String id, String command, String stdout) {
    answers.put(id, new Command(command, stdout));
  }

  private void profile(String type, String json) {
    put(type, "system_profiler -json " + type, json);
  }

  /** A system that knew neither JSON nor, in this recording, property lists. */
  private void tooOld(String content) {
    put("sw_vers", "sw_vers", RecordedText.swVers(content));
    String usage = "Usage: system_profiler [-listDataTypes] [-xml] [dataType1 ... dataTypeN]\n";
    List<String> args = List.of("-json", "SPHardwareDataType");
    answers.put("SPHardwareDataType", new Command("system_profiler", args, usage, 1));
  }

  /** {@code sysctl-n-hw.memsize-hw.ncpu.txt}: values without names, which the file has. */
  private static String named(String file, String content) {
    String[] names = file.replaceFirst("^sysctl-n-", "").replaceFirst("\\.txt$", "").split("-", -1);
    List<String> values = content.lines().toList();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      lines.append(names[i]).append(": ").append(values.get(i)).append('\n');
    }
    return lines.toString();
  }

  /** The same machine with what no inventory can be without, as far as {@code supplied} says. */
  RecordedMachine with(Set<String> supplied, Path recordings) {
    Map<String, Command> more = new LinkedHashMap<>(answers);
    more.put("scutil-LocalHostName", new Command("scutil --get LocalHostName", hostName() + "\n"));
    if (supplied.contains("architecture")) {
      Path source = recordings.resolve(name.replaceFirst("~.*", "")).resolve("source.json");
      String label = RecordedText.architecture(content(source));
      more.put("uname-m", new Command("uname -m", label + "\n"));
    }
    String sysctl = more.containsKey("sysctl") ? more.get("sysctl").stdout : "";
    if (supplied.contains("cores")) {
      sysctl += "\nhw.physicalcpu: 1";
    }
    if (supplied.contains("memory")) {
      sysctl += "\nhw.memsize: 1073741824";
    }
    more.put("sysctl", new Command("sysctl", sysctl));
    return new RecordedMachine(name, more, notAsked);
  }

  String hostName() {
    return name.replace('~', '-');
  }

  /** As our probe would have recorded it. */
  public Recording recording() {
    Recording.Builder recording =
        Recording.builder().recordedAt(Instant.parse("2026-01-24T12:00:00Z"));
    answers.forEach((id, command) -> recording.addProbes(answer(id, command)));
    return recording.build();
  }

  private static ProbeResult answer(String id, Command command) {
    return ProbeResult.builder()
        .id(id)
        .command(command.tool + " " + String.join(" ", command.args))
        .outcome(ProbeResult.Outcome.EXITED)
        .exitStatus(OptionalInt.of(command.exit))
        .stdout(Bytes.utf8(command.stdout))
        .build();
  }

  /** As commands; those without a recording are not on the machine. */
  SimulatedTools tools() {
    SimulatedTools tools = SimulatedTools.none();
    for (Command command : answers.values()) {
      if (command.tool.equals("sysctl")) {
        for (String line :
            command.stdout.lines().filter(it -> it.matches("[\\w.]+: .*")).toList()) {
          String value = line.substring(0, line.indexOf(':'));
          if (value.matches("(hw|machdep\\.cpu|kern\\.(os|boot|host|hv)).*")) {
            tools = tools.withAnswer("sysctl", List.of(value), line + "\n", "", 0);
          }
        }
      } else {
        tools = tools.withAnswer(command.tool, command.args, command.stdout, "", command.exit);
      }
    }
    return tools;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
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
