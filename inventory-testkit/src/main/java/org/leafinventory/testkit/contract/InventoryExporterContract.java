package org.leafinventory.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.export.ExportedFile.Outcome;
import org.leafinventory.export.InventoryExporter;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.testkit.arbitrary.Macs;

/**
 * The contract of {@link InventoryExporter}, to inherit by the test of an implementation.
 *
 * <pre>{@code
 * class MyExporterContractTest extends InventoryExporterContract {
 *
 *   @TempDir Path folder;
 *
 *   @Override
 *   protected Path folder() {
 *     return folder;
 *   }
 *
 *   @Override
 *   protected InventoryExporter exporter() {
 *     return new MyExporter(folder);
 *   }
 * }
 * }</pre>
 */
public abstract class InventoryExporterContract {

  /** For subclasses. */
  protected InventoryExporterContract() {}

  /** The exporter under test. It writes below {@link #folder()} and nowhere else. */
  protected abstract InventoryExporter exporter();

  /** Where it writes; empty when a test begins. */
  protected abstract Path folder();

  @Test
  void x1_the_files_it_names_are_there_and_no_others() throws IOException {
    List<ExportedFile> exported = export(mac("studio"));

    assertThat(exported).as("x1: the files that were exported").isNotEmpty();
    assertThat(files().keySet())
        .as("x1: the files in the folder")
        .isEqualTo(new TreeSet<>(exported.stream().map(file -> absolute(file.path())).toList()));
    assertThat(exported)
        .as("x1: the outcomes of the first export")
        .extracting(ExportedFile::outcome)
        .containsOnly(Outcome.WRITTEN);
  }

  @Test
  void x2_unchanged_input_leaves_the_files_as_they_are() throws IOException {
    export(mac("studio"));
    Map<Path, String> before = files();

    List<ExportedFile> again = export(mac("studio"));

    assertThat(files()).as("x2: the files after a second export").isEqualTo(before);
    assertThat(again)
        .as("x2: the outcomes of a second export")
        .extracting(ExportedFile::outcome)
        .containsOnly(Outcome.UNCHANGED);
  }

  @Test
  void x3_a_file_that_a_person_edited_is_kept_and_reported() throws IOException {
    Path edited = export(mac("studio")).get(0).path();
    Files.writeString(edited, "\nby hand\n", StandardOpenOption.APPEND);
    String byHand = Files.readString(edited);

    List<ExportedFile> again = export(mac("studio").withDisks());

    assertThat(Files.readString(edited)).as("x3: the edited file").isEqualTo(byHand);
    assertThat(again)
        .as("x3: what became of the edited file")
        .contains(new ExportedFile(edited, Outcome.KEPT_EDITED));
  }

  @Test
  void x4_several_hosts_at_once_give_what_they_give_one_after_the_other() throws IOException {
    for (int host = 0; host < Parallel.THREADS; host++) {
      export(mac("mac-" + host));
    }
    Map<Path, String> oneByOne = files();
    for (Path file : oneByOne.keySet()) {
      Files.delete(file);
    }

    Parallel.run(thread -> export(mac("mac-" + thread)));

    assertThat(files()).as("x4: what %d threads exported", Parallel.THREADS).isEqualTo(oneByOne);
  }

  private List<ExportedFile> export(HardwareInventory mac) {
    return exporter().export(mac, Samples.of(TuningProfile.class, 1).get(0));
  }

  private static HardwareInventory mac(String host) {
    return Samples.of(Macs.everyday().named(host), 1).get(0);
  }

  private Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(absolute(file), new String(Files.readAllBytes(file), UTF_8));
      }
    }
    return files;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
