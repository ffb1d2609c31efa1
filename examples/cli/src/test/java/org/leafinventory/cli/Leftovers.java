package org.leafinventory.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run could leave in this process: threads of ours or SSHJ's, and sockets. Off Linux, no
 * sockets are seen.
 */
final class Leftovers {

  private static final int REMOTE = 2;
  private static final int INODE = 9;

  private Leftovers() {}

  static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.contains("sshj") || name.contains("leaf-inventory"))
        .filter(name -> !name.equals("leaf-inventory-ssh-watchdog"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How many sockets are open, whatever for. */
  static int sockets() {
    return openSockets().size();
  }

  /** The connections of this process to these ports: of those that connected, not of the peers. */
  static List<Integer> connectionsTo(Set<Integer> ports) throws IOException {
    Set<String> open = openSockets();
    List<Integer> connections = new ArrayList<>();
    for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
      if (Files.exists(Path.of(table))) {
        Files.readAllLines(Path.of(table)).stream()
            .skip(1)
            .map(line -> line.strip().split("\\s+"))
            .filter(entry -> open.contains("socket:[" + entry[INODE] + "]"))
            .map(entry -> portOf(entry[REMOTE]))
            .filter(ports::contains)
            .forEach(connections::add);
      }
    }
    return connections;
  }

  private static int portOf(String address) {
    return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
  }

  private static Set<String> openSockets() {
    File[] descriptors = new File("/proc/self/fd").listFiles();
    return descriptors == null
        ? Set.of()
        : Stream.of(descriptors)
            .map(Leftovers::leadsTo)
            .filter(to -> to.startsWith("socket:"))
            .collect(Collectors.toSet());
  }

  private static String leadsTo(File descriptor) {
    try {
      return Files.readSymbolicLink(Path.of(descriptor.getPath())).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
