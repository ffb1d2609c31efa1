package org.leafinventory.nix.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.export.ExportedFile.Outcome;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.nix.HostOptions;
import org.leafinventory.nix.HostWriter;
import org.leafinventory.nix.LeafProject;

class WritersTest {

  @TempDir private Path folder;

  @Test
  void a_host_has_three_files() {
    List<ExportedFile> files = HostWriter.at(folder).export(Macs.STUDIO, Macs.HIGH);

    assertThat(files)
        .extracting(file -> folder.relativize(file.path()).toString())
        .containsExactly(
            "hosts/mac-prod-01/hardware.nix",
            "hosts/mac-prod-01/configuration.nix",
            "hosts/mac-prod-01/metadata.json");
    assertThat(files).extracting(ExportedFile::outcome).containsOnly(Outcome.WRITTEN);
    assertThat(Programs.read(files.get(2).path()))
        .isEqualTo(
            """
            {
              "hostname": "mac-prod-01",
              "serial": "C0211",
              "model": "Mac14,14",
              "system": "aarch64-darwin",
              "memory_gb": 192,
              "generated_at": "2026-01-24T12:00:00Z",
              "inventory_file": "inventory/mac-prod-01/latest.json"
            }
            """);
  }

  @Test
  void unchanged_hardware_leaves_every_byte_as_it_is() throws IOException {
    LeafFolder.write(folder, Macs.STUDIO, Macs.INTEL);
    Map<String, String> before = texts();

    HardwareInventory later = Macs.STUDIO.withExtractedAt(Macs.ASKED.plus(Duration.ofDays(3)));
    List<ExportedFile> host = HostWriter.at(folder).export(later, Macs.HIGH);
    List<ExportedFile> project = LeafProject.at(folder).write();

    assertThat(texts()).isEqualTo(before);
    assertThat(Stream.concat(host.stream(), project.stream()))
        .extracting(ExportedFile::outcome)
        .containsOnly(Outcome.UNCHANGED);
  }

  @Test
  void changed_hardware_changes_the_metadata_and_its_time() {
    HostWriter.at(folder).export(Macs.STUDIO, Macs.HIGH);
    HardwareInventory upgraded =
        Macs.mac("mac-prod-01", Architecture.ARM64, 24, 64)
            .withExtractedAt(Macs.ASKED.plus(Duration.ofDays(3)));

    HostWriter.at(folder).export(upgraded, Macs.HIGH);

    assertThat(Programs.read(folder.resolve("hosts/mac-prod-01/metadata.json")))
        .contains("\"memory_gb\": 64", "2026-01-27T12:00:00Z");
  }

  @Test
  void files_that_a_person_edited_are_kept() throws IOException {
    LeafFolder.write(folder, Macs.STUDIO);
    for (String name :
        List.of(
            "flake.nix",
            "modules/leaf-nats.nix",
            "hosts/mac-prod-01/configuration.nix",
            "hosts/mac-prod-01/metadata.json")) {
      Path file = folder.resolve(name);
      Programs.write(file, Programs.read(file).replaceFirst("\\{", "{ "));
    }
    Map<String, String> before = texts();

    List<ExportedFile> project = LeafProject.at(folder).write();
    List<ExportedFile> host = HostWriter.at(folder).export(Macs.STUDIO, Macs.HIGH);

    assertThat(texts()).isEqualTo(before);
    assertThat(Stream.concat(project.stream(), host.stream()))
        .filteredOn(file -> file.outcome() == Outcome.KEPT_EDITED)
        .extracting(file -> folder.relativize(file.path()).toString())
        .containsExactly(
            "flake.nix",
            "modules/leaf-nats.nix",
            "hosts/mac-prod-01/configuration.nix",
            "hosts/mac-prod-01/metadata.json");
  }

  @Test
  void a_leaf_config_is_never_written_over() {
    Programs.write(folder.resolve("leaf-config.nix"), "{ }");

    LeafProject.at(folder).write();

    assertThat(Programs.read(folder.resolve("leaf-config.nix"))).isEqualTo("{ }");
  }

  @Test
  void git_ignores_no_host_whatever_was_ignored_before() {
    Programs.write(folder.resolve(".gitignore"), "inventory/\n*.nix\nhosts");
    LeafProject.at(folder).write();
    assertThat(Programs.run(folder, "git", "init", "-q").status()).isZero();

    for (String file :
        List.of("inventory/a/hardware.nix", "hosts/a/metadata.json", "inventory/a/latest.json")) {
      assertThat(Programs.run(folder, "git", "check-ignore", "-q", file).status())
          .as(file)
          .isEqualTo(1);
    }
    assertThat(Programs.read(folder.resolve(".gitignore")))
        .startsWith("inventory/\n*.nix\nhosts\n");
    assertThat(LeafProject.at(folder).write())
        .extracting(ExportedFile::outcome)
        .containsOnly(Outcome.UNCHANGED);
  }

  @Test
  void every_nix_file_parses() throws IOException {
    LeafFolder.write(
        folder, Macs.STUDIO, Macs.withComputerName(Macs.INTEL, "'' ${x} \" \\ \r\n*/"));
    String[] files =
        texts().keySet().stream().filter(name -> name.endsWith(".nix")).toArray(String[]::new);
    assertThat(files).hasSizeGreaterThan(10);

    for (String file : files) {
      Programs.Answer answer = Programs.run(folder, "nix-instantiate", "--parse", file);
      assertThat(answer.status()).as(answer.err()).isZero();
    }
  }

  @Test
  void options_out_of_range_are_refused() {
    assertThatThrownBy(() -> HostOptions.builder().stateVersion(0).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("state version must be 1 to 7: 0");
    assertThatThrownBy(() -> HostOptions.builder().primaryUser(" ").build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> texts.put(folder.relativize(file).toString(), Programs.read(file)));
    }
    return texts;
  }
}
