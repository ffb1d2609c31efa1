package org.example.consumer;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Printable;
import org.leafinventory.model.SystemInfo;

/**
 * Macs that are ordered but not yet there: what the asset management knows of them, as a properties
 * file. The target is {@code asset:FILE}.
 */
public final class AssetCollector implements Collector {

  static final String SCHEME = "asset";

  private final Clock clock;

  AssetCollector(Clock clock) {
    this.clock = clock;
  }

  @Override
  public HardwareInventory collect(Target target) {
    if (!target.scheme().equals(SCHEME)) {
      throw failure(target, FailureKind.UNSUPPORTED, "not an asset", "write asset:FILE");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw failure(target, FailureKind.CANCELLED, "the run was cancelled", "run it again");
    }
    Properties asset = read(target);
    try {
      return inventory(asset);
    } catch (IllegalArgumentException e) {
      throw failure(
          target, FailureKind.PARSE, Printable.line(e.getMessage()), "correct the file");
    }
  }

  private HardwareInventory inventory(Properties asset) {
    return HardwareInventory.builder()
        .extractedAt(clock.instant().truncatedTo(ChronoUnit.SECONDS))
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of(required(asset, "host")))
                .architecture(Architecture.ARM64)
                .build())
        .hardware(
            Hardware.builder()
                .cpuCores(Integer.parseInt(required(asset, "cores")))
                .memoryBytes(ByteSize.ofGibibytes(Long.parseLong(required(asset, "memory_gb"))))
                .build())
        .build();
  }

  private static String required(Properties asset, String key) {
    String value = asset.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("there is no " + key);
    }
    return value.strip();
  }

  private static Properties read(Target target) {
    Properties asset = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of(target.address()))) {
      asset.load(file);
      return asset;
    } catch (IOException | IllegalArgumentException e) {
      throw failure(
          target, FailureKind.CONNECT, "its file cannot be read", "see that it is there");
    }
  }

  private static CollectionException failure(
      Target target, FailureKind kind, String reason, String advice) {
    return new CollectionException(target, kind, reason, advice);
  }
}
