package org.leafinventory.testkit.arbitrary;

import java.util.List;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.CoreCluster;

/**
 * Macs as they are sold.
 *
 * @param model the model identifier
 * @param name the marketing name
 * @param cpu the processor
 * @param clusters cores by kind, fastest first; one number where all are alike
 * @param gpuCores graphics cores, 0 for graphics that do not tell
 * @param memoryGibibytes the memory sizes it is sold with
 */
record MacKind(
    String model,
    String name,
    String cpu,
    List<Integer> clusters,
    int gpuCores,
    List<Integer> memoryGibibytes) {

  static final List<MacKind> ALL =
      List.of(
          apple("MacBookAir10,1", "MacBook Air", "Apple M1", 7, List.of(4, 4), 8, 16),
          apple("Mac14,3", "Mac mini", "Apple M2", 10, List.of(4, 4), 8, 16, 24),
          apple("MacBookPro18,3", "MacBook Pro", "Apple M1 Pro", 14, List.of(6, 2), 16, 32),
          apple("Mac16,10", "Mac mini", "Apple M4", 10, List.of(4, 6), 16, 24, 32),
          apple("Mac13,1", "Mac Studio", "Apple M1 Max", 24, List.of(8, 2), 32, 64),
          apple("Mac16,11", "Mac mini", "Apple M4 Pro", 20, List.of(10, 4), 24, 48, 64),
          apple("Mac14,14", "Mac Studio", "Apple M2 Ultra", 76, List.of(16, 8), 64, 128, 192),
          apple("Mac15,14", "Mac Studio", "Apple M3 Ultra", 60, List.of(20, 8), 96, 256, 512),
          intel("Macmini8,1", "Mac mini", "Intel(R) Core(TM) i7-8700B CPU @ 3.20GHz", 6, 8, 64),
          intel("iMac20,1", "iMac", "Intel(R) Core(TM) i7-10700K CPU @ 3.80GHz", 8, 16, 128),
          intel("MacPro7,1", "Mac Pro", "Intel(R) Xeon(R) W-3245 CPU @ 3.20GHz", 16, 32, 384));

  private static final List<String> LEVELS = List.of("Performance", "Efficiency");

  private static MacKind apple(
      String model, String name, String cpu, int gpuCores, List<Integer> clusters, Integer... gib) {
    return new MacKind(model, name, cpu, clusters, gpuCores, List.of(gib));
  }

  private static MacKind intel(String model, String name, String cpu, int cores, Integer... gib) {
    return new MacKind(model, name, cpu, List.of(cores), 0, List.of(gib));
  }

  boolean isAppleSilicon() {
    return clusters.size() > 1;
  }

  boolean isLaptop() {
    return name.startsWith("MacBook");
  }

  Architecture architecture() {
    return isAppleSilicon() ? Architecture.ARM64 : Architecture.X86_64;
  }

  int cores() {
    return clusters.stream().mapToInt(Integer::intValue).sum();
  }

  int threads() {
    return isAppleSilicon() ? cores() : 2 * cores();
  }

  List<CoreCluster> coreClusters() {
    return isAppleSilicon() ? List.of(cluster(0), cluster(1)) : List.of();
  }

  private CoreCluster cluster(int level) {
    return CoreCluster.builder()
        .name(LEVELS.get(level))
        .cores(clusters.get(level))
        .threads(clusters.get(level))
        .build();
  }
}
