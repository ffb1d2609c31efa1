package org.leafinventory.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.immutables.value.Value;
import org.leafinventory.model.ByteSize;

/**
 * The tuning values of one machine, each with its reason.
 *
 * <p>Immutable, compared by value, safe to share between threads. A new value in a later version is
 * a new accessor; policies that build on {@link #builder()} see it at compile time.
 */
@Value.Immutable
@TuningStyle
public interface TuningProfile extends WithTuningProfile {

  /** How much to run at once, as a word: {@code high}, {@code medium}, {@code low}. */
  Tuned<String> maxConcurrency();

  /** NATS: client connections, 1 or more. */
  Tuned<Integer> maxConnections();

  /** Nix: builds at once, 1 or more. */
  Tuned<Integer> nixMaxJobs();

  /** NATS JetStream: memory for streams. */
  Tuned<ByteSize> jetstreamMaxMemory();

  /** NATS: bytes that may wait for one slow client. */
  Tuned<ByteSize> maxPending();

  /** Memory in use, in percent (1 to 100), at which pressure is reported. */
  Tuned<Integer> memoryPressurePercent();

  /** NATS JetStream: disk for streams. */
  Tuned<ByteSize> jetstreamMaxFile();

  /** Days that backups are kept, 1 or more. */
  Tuned<Integer> backupRetentionDays();

  /** Days that Prometheus keeps its samples, 1 or more. */
  Tuned<Integer> prometheusRetentionDays();

  /** Every value by the name that people and the command line use, in a fixed order. */
  default Map<String, Tuned<?>> values() {
    Map<String, Tuned<?>> all = new LinkedHashMap<>();
    all.put("max_concurrency", maxConcurrency());
    all.put("max_connections", maxConnections());
    all.put("nix_max_jobs", nixMaxJobs());
    all.put("jetstream_max_memory", jetstreamMaxMemory());
    all.put("max_pending", maxPending());
    all.put("memory_pressure_percent", memoryPressurePercent());
    all.put("jetstream_max_file", jetstreamMaxFile());
    all.put("backup_retention_days", backupRetentionDays());
    all.put("prometheus_retention_days", prometheusRetentionDays());
    return all;
  }

  /** A builder with nothing set; every value is required. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TuningProfile}; not thread-safe. */
  class Builder extends ImmutableTuningProfile.Builder {
    Builder() {}
  }
}
