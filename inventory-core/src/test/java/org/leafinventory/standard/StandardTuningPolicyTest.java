package org.leafinventory.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.NatsSize;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.policy.TuningProfile;

class StandardTuningPolicyTest {

  private static final TuningPolicy POLICY = StandardTuningPolicy.standard();

  @ParameterizedTest
  @CsvSource({
    "1, low, 1000, 4",
    "7, low, 1000, 4",
    "8, medium, 5000, 8",
    "15, medium, 5000, 8",
    "16, high, 10000, 16",
    "24, high, 10000, 16"
  })
  void cores_decide_concurrency_connections_and_nix_jobs(
      int cores, String concurrency, int connections, int jobs) {
    TuningProfile profile = POLICY.decide(Macs.withCores(cores));

    assertThat(profile.maxConcurrency().value()).isEqualTo(concurrency);
    assertThat(profile.maxConnections().value()).isEqualTo(connections);
    assertThat(profile.nixMaxJobs().value()).isEqualTo(jobs);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 4GB, 80, 512MB",
    "31, 4GB, 80, 512MB",
    "32, 8GB, 85, 1GB",
    "63, 8GB, 85, 1GB",
    "64, 16GB, 90, 2GB",
    "512, 16GB, 90, 2GB"
  })
  void memory_decides_jetstream_memory_pressure_and_pending(
      long gibibytes, String jetstream, int pressure, String pending) {
    TuningProfile profile = POLICY.decide(Macs.withMemory(ByteSize.ofGibibytes(gibibytes)));

    assertThat(NatsSize.format(profile.jetstreamMaxMemory().value())).isEqualTo(jetstream);
    assertThat(profile.memoryPressurePercent().value()).isEqualTo(pressure);
    assertThat(NatsSize.format(profile.maxPending().value())).isEqualTo(pending);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100GB, 14, 7",
    "499000000000, 100GB, 14, 7",
    "499999999999, 100GB, 14, 7",
    "500000000000, 200GB, 30, 30",
    "500277792768, 200GB, 30, 30",
    "999000000000, 200GB, 30, 30",
    "999999999999, 200GB, 30, 30",
    "1000000000000, 500GB, 90, 90",
    "1000555581440, 500GB, 90, 90",
    "8001563222016, 500GB, 90, 90"
  })
  void storage_decides_jetstream_files_and_retention(
      long bytes, String jetstream, int backups, int prometheus) {
    TuningProfile profile = POLICY.decide(Macs.withDisks(Macs.internal(bytes)));

    assertThat(NatsSize.format(profile.jetstreamMaxFile().value())).isEqualTo(jetstream);
    assertThat(profile.backupRetentionDays().value()).isEqualTo(backups);
    assertThat(profile.prometheusRetentionDays().value()).isEqualTo(prometheus);
  }

  @Test
  void memory_thresholds_are_exact_to_the_byte() {
    ByteSize almost = ByteSize.ofBytes((64L << 30) - 1);

    assertThat(POLICY.decide(Macs.withMemory(almost)).maxPending().reason())
        .isEqualTo(
            new Reason(
                "hardware.memory_bytes",
                "68719476735 bytes",
                ">= 32 GiB and < 64 GiB",
                Tier.MEDIUM,
                "standard"));
  }

  @Test
  void internal_disks_add_up() {
    HardwareInventory two =
        Macs.withDisks(Macs.internal(500_277_792_768L), Macs.internal(500_277_792_768L));

    assertThat(POLICY.decide(two).jetstreamMaxFile().reason().tier()).isEqualTo(Tier.HIGH);
  }

  @Test
  void external_virtual_and_unknown_disks_never_count() {
    Disk large = Macs.internal(8_001_563_222_016L);
    List<Disk> others =
        List.of(
            large.withInternal(false),
            large.withVirtual(true),
            Disk.builder().device("disk4").size(large.size()).build());

    HardwareInventory mac = Macs.MAC.withDisks(others);

    assertThat(POLICY.decide(mac)).isEqualTo(POLICY.decide(Macs.withDisks()));
    assertThat(POLICY.decide(mac).jetstreamMaxFile().reason())
        .hasToString("internal storage is 0 bytes, < 500 GB: low (standard)");
  }

  @Test
  void every_value_says_why() {
    TuningProfile profile =
        POLICY.decide(Macs.withCores(24).withDisks(Macs.internal(1_000_555_581_440L)));

    String cores = "hardware.cpu_cores is 24 cores, >= 16 cores: high (standard)";
    String memory = "hardware.memory_bytes is 32 GiB, >= 32 GiB and < 64 GiB: medium (standard)";
    String storage = "internal storage is 1000555581440 bytes, >= 1 TB: high (standard)";
    Map<String, String> expected =
        Map.of(
            "max_concurrency", cores,
            "max_connections", cores,
            "nix_max_jobs", cores,
            "jetstream_max_memory", memory,
            "max_pending", memory,
            "memory_pressure_percent", memory,
            "jetstream_max_file", storage,
            "backup_retention_days", storage,
            "prometheus_retention_days", storage);
    assertThat(profile.values()).hasSize(expected.size());
    profile
        .values()
        .forEach((name, tuned) -> assertThat(tuned.reason()).hasToString(expected.get(name)));
  }

  @Test
  void adjustment_is_laid_over_with_a_reason_of_its_own() {
    Reason quiet = new Reason("system_info.hostname", "studio", "is studio", Tier.LOW, "quiet");
    TuningPolicy adjusted =
        POLICY.andThen(
            (mac, profile) ->
                mac.hostName().value().equals("studio")
                    ? profile.withNixMaxJobs(profile.nixMaxJobs().map(jobs -> jobs / 2, quiet))
                    : profile);

    TuningProfile before = POLICY.decide(Macs.MAC);
    TuningProfile after = adjusted.decide(Macs.MAC);

    assertThat(after.nixMaxJobs().value()).isEqualTo(4);
    assertThat(after.nixMaxJobs().reason()).isEqualTo(quiet);
    assertThat(after.withNixMaxJobs(before.nixMaxJobs())).isEqualTo(before);
  }
}
