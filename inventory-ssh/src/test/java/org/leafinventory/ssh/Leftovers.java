package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Threads of ours or SSHJ's and open sockets of this process. */
record Leftovers(Set<String> threads, int sockets) {

  static Leftovers now() {
    Set<String> threads =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.contains("sshj") || name.contains("leaf-inventory"))
            .filter(name -> !name.equals("leaf-inventory-ssh-watchdog"))
            .collect(Collectors.toCollection(TreeSet::new));
    File[] descriptors = new File("/proc/self/fd").listFiles();
    int sockets =
        descriptors == null
            ? 0
            : (int)
                Stream.of(descriptors)
                    .map(Leftovers::leadsTo)
                    .filter(to -> to.startsWith("socket:"))
                    .count();
    return new Leftovers(threads, sockets);
  }

  /** At once, without waiting for a garbage collector or a timer. */
  static void assertNoneSince(Leftovers before) {
    Leftovers after = now();
    assertThat(after.threads()).isSubsetOf(before.threads());
    assertThat(after.sockets()).isLessThanOrEqualTo(before.sockets());
  }

  private static String leadsTo(File descriptor) {
    try {
      return Files.readSymbolicLink(Path.of(descriptor.getPath())).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
