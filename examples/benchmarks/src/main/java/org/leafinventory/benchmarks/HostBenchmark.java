package org.leafinventory.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leafinventory.collect.Target;
import org.leafinventory.collector.MacCollector;
import org.leafinventory.probe.macos.MacProbe;
import org.leafinventory.ssh.SshTransport;

/**
 * One Mac that answers at once, asked by a warm process, beside {@code ssh HOST < script} of the
 * OpenSSH client with curve25519: on loopback, and as if it were 40 and 80 milliseconds away. The
 * two take turns, so that what else the machine does falls on both. First the script really runs,
 * which takes as long for both; then its answer is at hand, so that the way there and back counts.
 *
 * <p>Run it with {@code java -cp … org.leafinventory.benchmarks.HostBenchmark [ROUNDS]}; sshd, ssh
 * and ssh-keygen have to be installed.
 */
public final class HostBenchmark {

  private static final int ROUNDS = 15;
  private static final int WARM_UP = 20;

  private final BenchServer server;
  private final MacCollector collector;
  private final Path script;

  private HostBenchmark(BenchServer server, Path script) {
    this.server = server;
    this.script = script;
    this.collector =
        MacCollector.builder()
            .transport(
                SshTransport.builder()
                    .identity(server.identity())
                    .knownHosts(server.knownHosts())
                    .build())
            .build();
  }

  private record Medians(double ours, double ssh) {}

  /** Prints the figures. */
  public static void main(String... args) throws IOException, InterruptedException {
    int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
    String text = MacProbe.script("benchmark", MacProbe.DEFAULT_LIMIT).text();
    Path folder = Files.createTempDirectory("leaf-benchmark-");
    Path script = Files.writeString(folder.resolve("probe.sh"), text);
    Path simulated = Files.createDirectory(folder.resolve("simulated"));
    Path canned = Files.createDirectory(folder.resolve("canned"));
    System.out.println("The script runs, commands answer at once:");
    try (BenchServer server = BenchServer.simulating("mac-mini-m4", simulated)) {
      new HostBenchmark(server, script).print(System.out, rounds);
    }
    System.out.println("The answer is at hand:");
    try (BenchServer server = BenchServer.canned("mac-mini-m4", canned)) {
      new HostBenchmark(server, script).print(System.out, rounds);
    }
    System.out.println("Files are left in " + folder);
  }

  private void print(PrintStream out, int rounds) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      ours(server.port());
    }
    print(out, "loopback", measure(server.port(), rounds));
    Medians near = far(out, Duration.ofMillis(40), rounds);
    Medians far = far(out, Duration.ofMillis(80), rounds);
    out.printf(
        Locale.ROOT,
        "round trips, by what 40 ms more cost: ours %.1f, ssh %.1f%n",
        (far.ours() - near.ours()) / 40,
        (far.ssh() - near.ssh()) / 40);
  }

  private Medians far(PrintStream out, Duration roundTrip, int rounds)
      throws IOException, InterruptedException {
    try (DelayProxy proxy = DelayProxy.before(server.address(), roundTrip.dividedBy(2))) {
      server.know(proxy.port());
      Medians medians = measure(proxy.port(), rounds);
      print(out, roundTrip.toMillis() + " ms", medians);
      out.printf("  connections per run: %.1f%n", proxy.connections() / (2.0 * rounds));
      return medians;
    }
  }

  private static void print(PrintStream out, String where, Medians medians) {
    out.printf(
        Locale.ROOT,
        "%-10s ours %6.1f ms  ssh %6.1f ms  ratio %.2f%n",
        where,
        medians.ours(),
        medians.ssh(),
        medians.ours() / medians.ssh());
  }

  private Medians measure(int port, int rounds) throws IOException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> ssh = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      ours.add(ours(port));
      ssh.add(ssh(port));
    }
    return new Medians(median(ours), median(ssh));
  }

  private double ours(int port) {
    long began = System.nanoTime();
    collector.collect(Target.ssh("127.0.0.1").withPort(port));
    return millisSince(began);
  }

  private double ssh(int port) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "ssh",
            "-F",
            "none",
            "-o",
            "KexAlgorithms=curve25519-sha256",
            "-o",
            "UserKnownHostsFile=" + server.knownHosts(),
            "-i",
            server.identity().toString(),
            "-p",
            Integer.toString(port),
            "127.0.0.1",
            "exec /bin/sh");
    long began = System.nanoTime();
    int status =
        new ProcessBuilder(command)
            .redirectInput(script.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    double took = millisSince(began);
    if (status != 0) {
      throw new IOException("ssh failed with status " + status);
    }
    return took;
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
