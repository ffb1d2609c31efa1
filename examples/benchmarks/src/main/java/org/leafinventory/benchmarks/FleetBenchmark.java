package org.leafinventory.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leafinventory.collect.Target;
import org.leafinventory.collector.MacCollector;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.fleet.FleetEvent;
import org.leafinventory.fleet.FleetOptions;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.nix.NixWriter;
import org.leafinventory.probe.macos.MacProbe;
import org.leafinventory.service.InventoryService;
import org.leafinventory.ssh.SshTransport;

/**
 * Many Macs at once, with interpretation, JSON and Nix written, beside {@code parallel-ssh} and
 * {@code clush}, which only fetch what the same script says, with curve25519. All ask the same sshd
 * under as many names, behind which the answer is at hand.
 *
 * <p>Run it with {@code java -cp … org.leafinventory.benchmarks.FleetBenchmark [HOSTS [PARALLEL
 * [ROUNDS]]]}: 1 000 hosts, 200 at a time, 3 rounds. With 0 rounds the others are not asked, and
 * the heap is looked at meanwhile: what is in use after collections, which must not grow. sshd, ssh
 * and ssh-keygen have to be installed; of the others, those that are.
 */
public final class FleetBenchmark {

  private static final int WARM_UP = 300;
  private static final int MIB = 1 << 20;

  private final Path folder;
  private final Path config;
  private final Path script;
  private final int parallel;
  private final InventoryService service;

  private FleetBenchmark(Path folder, BenchServer server, int parallel) throws IOException {
    this.folder = folder;
    this.parallel = parallel;
    this.config =
        Files.write(
            folder.resolve("ssh_config"),
            List.of(
                "Host *.leaf.example",
                "  HostName 127.0.0.1",
                "  Port " + server.port(),
                "  IdentityFile " + server.identity(),
                "  UserKnownHostsFile " + server.knownHosts(),
                "  KexAlgorithms curve25519-sha256"));
    this.script =
        Files.writeString(
            folder.resolve("probe.sh"),
            MacProbe.script("benchmark", MacProbe.DEFAULT_LIMIT).text());
    Path root = folder.resolve("root");
    this.service =
        InventoryService.builder()
            .collector(
                MacCollector.builder()
                    .transport(SshTransport.builder().sshConfig(config).noAgent().build())
                    .build())
            .store(FileInventoryStore.at(root))
            .exporter(NixWriter.at(root))
            .build();
  }

  /** Prints the figures. */
  public static void main(String... args) throws IOException, InterruptedException {
    int hosts = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
    int parallel = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    Path folder = Files.createTempDirectory("leaf-fleet-");
    try (BenchServer server = BenchServer.canned("mac-mini-m4", folder)) {
      FleetBenchmark benchmark = new FleetBenchmark(folder, server, parallel);
      benchmark.ours(WARM_UP);
      if (rounds == 0) {
        benchmark.heap(hosts);
      } else {
        benchmark.compare(hosts, rounds);
      }
    }
    System.out.println("Files are left in " + folder);
  }

  private void compare(int hosts, int rounds) throws IOException, InterruptedException {
    Path list = Files.write(folder.resolve("hosts"), names(hosts).toList());
    String options = "-F " + config;
    List<String> parallelSsh =
        List.of(
            "parallel-ssh",
            "-h",
            list.toString(),
            "-p",
            "" + parallel,
            "-t",
            "0",
            "-I",
            "-x",
            options,
            "-o",
            folder.resolve("parallel-ssh").toString(),
            "exec /bin/sh");
    List<String> clush =
        List.of(
            "clush",
            "-q",
            "-f",
            "" + parallel,
            "--hostfile=" + list,
            "-o",
            options,
            "--outdir=" + folder.resolve("clush"),
            "exec /bin/sh");
    for (int i = 0; i < rounds; i++) {
      ours(hosts);
      other(hosts, parallelSsh);
      other(hosts, clush);
    }
  }

  private void ours(int hosts) {
    long cpu = cpuNanos();
    long began = System.nanoTime();
    FleetReport report = run(hosts, FleetOptions.builder());
    double seconds = seconds(System.nanoTime() - began);
    System.out.printf(
        Locale.ROOT,
        "%-13s %6.1f hosts/s, %d of %d succeeded, %.1f ms of CPU a host%n",
        "ours",
        hosts / seconds,
        report.succeeded(),
        hosts,
        seconds(cpuNanos() - cpu) * 1_000 / hosts);
  }

  private FleetReport run(int hosts, FleetOptions.Builder options) {
    List<Target> targets = names(hosts).map(Target::parse).toList();
    return service.extractAll(targets, options.parallelism(parallel).build());
  }

  private void other(int hosts, List<String> command) throws IOException, InterruptedException {
    String name = command.get(0);
    long began = System.nanoTime();
    int status;
    try {
      status =
          new ProcessBuilder(command)
              .redirectInput(script.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve(name + ".log").toFile())
              .start()
              .waitFor();
    } catch (IOException e) {
      System.out.printf("%-13s is not installed%n", name);
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%-13s %6.1f hosts/s, exit status %d%n",
        name,
        hosts / seconds(System.nanoTime() - began),
        status);
  }

  /** Ten times on the way, while as many as may are under way. */
  private void heap(int hosts) {
    long before = heapInUse();
    AtomicLong done = new AtomicLong();
    List<Long> used = new ArrayList<>();
    int step = Math.max(1, hosts / 11);
    FleetReport report =
        run(
            hosts,
            FleetOptions.builder()
                .listener(
                    event -> {
                      if (event instanceof FleetEvent.Finished
                          && done.incrementAndGet() % step == 0
                          && hosts - done.get() >= parallel) {
                        used.add(heapInUse());
                      }
                    }));
    System.out.printf(
        Locale.ROOT,
        "%d of %d succeeded; heap in use before: %.1f MB%n",
        report.succeeded(),
        hosts,
        before / 1.0 / MIB);
    for (long now : used) {
      System.out.printf(
          Locale.ROOT,
          "  %.1f MB, %.2f MB for each of %d in flight%n",
          now / 1.0 / MIB,
          (now - before) / 1.0 / MIB / parallel,
          parallel);
    }
  }

  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static Stream<String> names(int hosts) {
    return IntStream.range(0, hosts).mapToObj(n -> String.format("mac-%05d.leaf.example", n));
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
