package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The processes that one simulated Mac started, and theirs.
 *
 * <p>A mark in the environment finds them even after their parent is gone, where the host tells the
 * environment of a process (Linux); elsewhere only those still below a running shell are known.
 * Thread-safe.
 */
final class Children {

  private static final String MARK = "SIMULATED_MAC_COMMAND";
  private static final Path PROCESSES = Path.of("/proc");
  private static final boolean TELLS_ENVIRONMENT =
      Files.isReadable(PROCESSES.resolve("self/environ"));
  private static final int KILL_ROUNDS = 500;
  private static final Duration KILL_PAUSE = Duration.ofMillis(10);

  private final String mac = UUID.randomUUID().toString();
  private final AtomicInteger commands = new AtomicInteger();
  private final Set<Process> shells = ConcurrentHashMap.newKeySet();

  /** Starts a shell command with nothing but this environment. */
  Child start(String command, Path folder, Map<String, String> environment) throws IOException {
    String mark = MARK + "=" + mac + "/" + commands.incrementAndGet() + "/";
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put(MARK, mark.substring(MARK.length() + 1));
    Process process = builder.start();
    shells.removeIf(shell -> !shell.isAlive());
    shells.add(process);
    return new Child(process, mark);
  }

  List<ProcessHandle> alive() {
    return TELLS_ENVIRONMENT
        ? marked(MARK + "=" + mac + "/")
        : shells.stream().flatMap(Children::family).toList();
  }

  void killAll() {
    kill(this::alive);
  }

  /** Again until none is left: a process may fork between the look and the kill. */
  private static void kill(Supplier<List<ProcessHandle>> look) {
    for (int round = 0; round < KILL_ROUNDS; round++) {
      List<ProcessHandle> left = look.get();
      if (left.isEmpty()) {
        return;
      }
      left.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(KILL_PAUSE.toNanos());
    }
  }

  private static Stream<ProcessHandle> family(Process shell) {
    return Stream.concat(Stream.of(shell.toHandle()), shell.descendants())
        .filter(ProcessHandle::isAlive);
  }

  /** The environment of a process that has ended but was not waited for is empty. */
  private static List<ProcessHandle> marked(String mark) {
    return ProcessHandle.allProcesses().filter(handle -> isMarked(handle, mark)).toList();
  }

  private static boolean isMarked(ProcessHandle handle, String mark) {
    try {
      Path environment = PROCESSES.resolve(handle.pid() + "/environ");
      return new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1)
          .contains(mark);
    } catch (IOException e) {
      // Somebody else's process, or one that ended while we looked.
      return false;
    }
  }

  /** One shell and what it started. */
  record Child(Process process, String mark) {

    void kill() {
      Children.kill(() -> TELLS_ENVIRONMENT ? marked(mark) : family(process).toList());
    }
  }
}
