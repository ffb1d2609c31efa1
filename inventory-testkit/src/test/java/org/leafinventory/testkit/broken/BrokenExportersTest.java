package org.leafinventory.testkit.broken;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.export.ExportedFile.Outcome;
import org.leafinventory.export.InventoryExporter;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.testkit.contract.InventoryExporterContract;

/** Each rule of the exporters' contract catches an exporter that breaks it. */
class BrokenExportersTest {

  static Stream<Arguments> exporters() {
    return Stream.of(
        Arguments.of("x1", LeavesTemporaryFiles.class),
        Arguments.of("x2", WritesSomethingNewEachTime.class),
        Arguments.of("x3", WritesOverEdits.class),
        Arguments.of("x4", SharesAPlaceBetweenHosts.class));
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void exactly_the_broken_rule_fails(String rule, Class<?> test) {
    Rules.assertBroken(test, rule);
  }

  @Test
  void a_good_exporter_keeps_all() {
    Rules.assertKept(Good.class);
  }

  /** Writes one fact sheet a host, its last line the digest of what is above. */
  static class Good extends InventoryExporterContract {

    @TempDir Path folder;

    @Override
    protected Path folder() {
      return folder;
    }

    @Override
    protected InventoryExporter exporter() {
      return (inventory, tuning) -> List.of(write(inventory, text(inventory)));
    }

    String text(HardwareInventory inventory) {
      return inventory.hostName() + "\n" + inventory.disks() + "\n";
    }

    boolean isEdited(String text) {
      int lastLine = text.lastIndexOf('\n') + 1;
      return !text.substring(lastLine).equals(digest(text.substring(0, lastLine)));
    }

    ExportedFile write(HardwareInventory inventory, String text) {
      Path file = folder.resolve(inventory.hostName() + ".txt");
      String whole = text + digest(text);
      try {
        String there = Files.exists(file) ? Files.readString(file) : "";
        if (there.equals(whole)) {
          return new ExportedFile(file, Outcome.UNCHANGED);
        }
        if (!there.isEmpty() && isEdited(there)) {
          return new ExportedFile(file, Outcome.KEPT_EDITED);
        }
        Files.writeString(file, whole);
        return new ExportedFile(file, Outcome.WRITTEN);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String digest(String text) {
      return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
    }
  }

  static class LeavesTemporaryFiles extends Good {
    @Override
    protected InventoryExporter exporter() {
      return (inventory, tuning) -> {
        try {
          Files.writeString(folder.resolve(inventory.hostName() + ".tmp"), "");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return super.exporter().export(inventory, tuning);
      };
    }
  }

  static class WritesSomethingNewEachTime extends Good {
    private int exports;

    @Override
    String text(HardwareInventory inventory) {
      boolean again = Files.exists(folder.resolve(inventory.hostName() + ".txt"));
      return super.text(inventory) + (again ? "export " + exports++ + "\n" : "");
    }
  }

  static class WritesOverEdits extends Good {
    @Override
    boolean isEdited(String text) {
      return false;
    }
  }

  static class SharesAPlaceBetweenHosts extends Good {
    private volatile String shared = "";

    @Override
    String text(HardwareInventory inventory) {
      shared = super.text(inventory);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      return shared;
    }
  }
}
