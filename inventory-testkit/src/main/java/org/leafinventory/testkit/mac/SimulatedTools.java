package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands of one made-up Mac, to be put in front of a {@code PATH}: {@code sysctl}, {@code
 * system_profiler}, {@code diskutil} and the rest answer what that machine would answer, in a real
 * shell on this host.
 *
 * <pre>{@code
 * String path = SimulatedTools.of("mac-mini-m4").installInto(folder);
 * ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", "sysctl hw.memsize");
 * shell.environment().put("PATH", path);
 * }</pre>
 *
 * <p>Needs a POSIX host with {@code /bin/sh}. Immutable and thread-safe; one value may be installed
 * into many folders.
 */
public final class SimulatedTools {

  private static final String NONE = "none";
  private static final List<String> TOOLS =
      List.of(
          "csrutil",
          "diskutil",
          "fdesetup",
          "ifconfig",
          "ioreg",
          "networksetup",
          "nvram",
          "profiles",
          "route",
          "scutil",
          "spctl",
          "sw_vers",
          "sysctl",
          "system_profiler",
          "uname");
  private static final String MAC_PATH = "/usr/bin:/bin:/usr/sbin:/sbin";

  private final String machine;
  private final List<Answer> answers;
  private final List<CommandFault> faults;

  private SimulatedTools(String machine, List<Answer> answers, List<CommandFault> faults) {
    this.machine = machine;
    this.answers = List.copyOf(answers);
    this.faults = List.copyOf(faults);
  }

  /** The names of all machines, sorted. */
  public static List<String> machines() {
    return Machines.names();
  }

  /**
   * A machine with none of the commands of a Mac, to be given those that it shall have: all others
   * end as those that are not there do, also where the host has commands of these names.
   */
  public static SimulatedTools none() {
    return new SimulatedTools(NONE, List.of(), List.of());
  }

  /**
   * The commands of the machine {@code name}.
   *
   * @throws IllegalArgumentException if there is no such machine; the message names those there are
   */
  public static SimulatedTools of(String name) {
    List<String> machines = machines();
    if (!machines.contains(name)) {
      throw new IllegalArgumentException("no simulated Mac " + name + "; there are " + machines);
    }
    return new SimulatedTools(name, List.of(), List.of());
  }

  /**
   * The same commands, one of them with another answer. A {@code system_profiler} answer belongs to
   * the data types among {@code args} and a {@code sysctl} answer to the names among them, and both
   * are given wherever these are asked for. Of a data type, an answer to {@code -xml} is one of its
   * own; where a type has no other, {@code -json} is refused as before macOS 10.15.
   *
   * @param tool the bare name of the command, which need not be one that the machine has
   * @param args its arguments, without a slash other than in {@code /dev/…} after {@code diskutil}
   * @param exit the exit status, 0 to 255
   * @throws IllegalArgumentException if one of these rules is broken
   */
  public SimulatedTools withAnswer(
      String tool, List<String> args, String stdout, String stderr, int exit) {
    Answer answer = new Answer(tool, args, stdout, stderr, exit);
    if (Answer.keys(tool, args).isEmpty()) {
      throw new IllegalArgumentException(tool + " needs a name or a data type to answer for");
    }
    List<Answer> more = new ArrayList<>(answers);
    more.add(answer);
    return new SimulatedTools(machine, more, faults);
  }

  /**
   * The same commands with one more fault. Faults come after answers, in the order they were added.
   *
   * @throws IllegalArgumentException if the fault is not one of a command
   */
  public SimulatedTools withFault(Fault fault) {
    if (!(fault instanceof CommandFault commandFault)) {
      throw new IllegalArgumentException("only a whole SimulatedMac can have this fault: " + fault);
    }
    List<CommandFault> more = new ArrayList<>(faults);
    more.add(commandFault);
    return new SimulatedTools(machine, answers, more);
  }

  /** The name of the machine. */
  public String machine() {
    return machine;
  }

  /**
   * Writes the commands into {@code folder}, which is made if it is not there and otherwise must be
   * empty. Whoever calls removes it.
   *
   * @return the {@code PATH} of the simulated Mac: its commands, then the host's own in the places
   *     where a Mac has them
   * @throws UncheckedIOException if the folder cannot be written
   * @throws IllegalArgumentException if a fault spoils an answer that the machine does not have
   */
  public String installInto(Path folder) {
    Path base = folder.toAbsolutePath().normalize();
    Path answerFolder = base.resolve("answers");
    Path bin = base.resolve("bin");
    try {
      Files.createDirectories(bin);
      if (machine.equals(NONE)) {
        makeMissing(answerFolder);
      } else {
        Machines.copy(machine, answerFolder);
      }
      for (Answer answer : answers) {
        answer.writeTo(answerFolder);
      }
      for (CommandFault fault : faults) {
        fault.applyTo(answerFolder);
      }
      linkTools(base, answerFolder, bin);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot install the commands of " + machine, e);
    }
    return bin + ":" + hostPath();
  }

  private static void makeMissing(Path answerFolder) throws IOException {
    for (String tool : TOOLS) {
      Files.createFile(Files.createDirectories(answerFolder.resolve(tool)).resolve("missing"));
    }
  }

  /** What this machine's login shell prints before anything else. */
  Optional<String> greeting(Path folder) throws IOException {
    Path motd = folder.resolve("answers").resolve("motd.txt");
    return Files.exists(motd) ? Optional.of(Files.readString(motd)) : Optional.empty();
  }

  private static void linkTools(Path base, Path answerFolder, Path bin) throws IOException {
    Path script = base.resolve("fake-tool.sh");
    try (InputStream source =
        Objects.requireNonNull(SimulatedTools.class.getResourceAsStream("fake-tool.sh"))) {
      Files.copy(source, script);
    }
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Stream<Path> tools = Files.list(answerFolder)) {
      for (Path tool : tools.filter(Files::isDirectory).toList()) {
        Files.createSymbolicLink(bin.resolve(tool.getFileName()), script);
      }
    }
  }

  /** Hosts such as NixOS keep {@code cat} and {@code sleep} elsewhere than a Mac does. */
  private static String hostPath() {
    boolean usual = Files.exists(Path.of("/bin/cat")) || Files.exists(Path.of("/usr/bin/cat"));
    String own = System.getenv("PATH");
    return usual || own == null ? MAC_PATH : MAC_PATH + ":" + own;
  }
}
