package org.leafinventory.nix.leafconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Target;

class LeafConfigReaderTest {

  private static final LeafConfigReader READER = LeafConfigReader.create();

  @TempDir private Path folder;

  @BeforeAll
  static void needs_nix() {
    RealNix.require();
  }

  @Test
  void reads_a_plain_set() {
    LeafConfig config =
        nix(
            """
            {
              deployment = {
                primary = {
                  hostname = "mac-prod-01";
                  address = "10.1.1.10";
                  username = "admin";
                  sshPort = 2222;
                };
                secondaries = [
                  { hostname = "mac-prod-02"; address = "fe80::1"; username = null; }
                ];
              };
            }
            """);
    assertThat(config.targets())
        .extracting(Target::toString)
        .containsExactly("ssh://admin@10.1.1.10:2222", "ssh://[fe80::1]");
    assertThat(config.primary().sshPort()).isEqualTo(OptionalInt.of(2222));
    assertThat(config.secondaries().get(0).username()).isEmpty();
  }

  @Test
  void reads_a_function_that_uses_lib() {
    LeafConfig config =
        nix(
            """
            { lib, ... }:
            let
              mac = name: address: { hostname = name; inherit address; sshPort = lib.mkDefault 22; };
            in
            {
              deployment.primary =
                lib.recursiveUpdate (mac (lib.toUpper "mac-01") "10.1.1.10") { username = "ops"; };
              deployment.secondaries =
                lib.optional true (mac "mac-02" "10.1.1.11")
                ++ lib.optionals false [ (throw "unused") ]
                ++ lib.mapAttrsToList mac (lib.genAttrs [ "mac-03" ] (name: "${name}.local"));
            }
            """);
    assertThat(config.nodes())
        .hasToString(
            "[MAC-01 (ssh://ops@10.1.1.10:22), mac-02 (ssh://10.1.1.11:22),"
                + " mac-03 (ssh://mac-03.local:22)]");
  }

  @Test
  void resolves_wrappers_as_the_module_system_would() {
    LeafConfig config =
        nix(
            """
            { lib, ... }:
            lib.mkMerge [
              {
                deployment.primary = {
                  hostname = lib.mkDefault "weak";
                  address = lib.mkForce "10.1.1.10";
                  username = lib.mkIf false "nobody";
                };
                deployment.secondaries = [ { hostname = "b"; address = "b.local"; } ];
              }
              {
                deployment.primary.hostname = "strong";
                deployment.primary.address = "unused";
                deployment.secondaries = lib.mkAfter [
                  (lib.mkIf false { })
                  { hostname = "c"; address = "c.local"; }
                ];
              }
            ]
            """);
    assertThat(config.nodes())
        .hasToString("[strong (ssh://10.1.1.10), b (ssh://b.local), c (ssh://c.local)]");
  }

  @Test
  void looks_at_no_other_key() {
    LeafConfig config =
        nix(
            """
            { lib, pkgs, config ? throw "unused", ... }:
            {
              packages = [ pkgs.git ];
              broken = throw "never looked at";
              deployment = {
                strategy = x: x;
                primary = {
                  hostname = "a";
                  address = "a.local";
                  nixType = "lambda";
                  module = ./missing.nix;
                  "\\${hostile} \\" \\n" = lib.unknown;
                  name = "a display name beside the host name";
                };
              };
            }
            """);
    assertThat(config.nodes()).hasToString("[a (ssh://a.local)]");
  }

  @Test
  void follows_relative_imports_also_through_links_and_odd_folder_names() throws IOException {
    RealNix.write(folder, "common.nix", "{ domain = \"example.org\"; }");
    RealNix.write(folder, "odd = ${x} \" é/hosts/a.nix", "domain: \"a.${domain}\"");
    Path file =
        RealNix.write(
            folder,
            "odd = ${x} \" é/leaf-config.nix",
            """
            { deployment.primary = {
                hostname = "a";
                address = import ./hosts/a.nix (import ../common.nix).domain;
              }; }
            """);
    Path link = Files.createSymbolicLink(folder.resolve("link.nix"), file);
    assertThat(READER.read(file).nodes()).hasToString("[a (ssh://a.example.org)]");
    assertThat(READER.read(link)).isEqualTo(READER.read(file));
  }

  @Test
  void takes_lib_from_a_real_nixpkgs_when_told_to() {
    RealNix.write(folder, "nixpkgs/lib/default.nix", "{ exotic = x: \"${x}.exotic\"; }");
    Path file =
        RealNix.write(
            folder,
            "leaf-config.nix",
            "{ lib }: { deployment.primary = { hostname = \"a\"; address = lib.exotic \"a\"; }; }");
    LeafConfigReader reader =
        LeafConfigReader.builder().nixpkgsLib(folder.resolve("nixpkgs")).build();
    assertThat(reader.read(file).nodes()).hasToString("[a (ssh://a.exotic)]");
  }

  @Test
  void reads_the_nix_file_of_a_folder_and_the_json_file_where_there_is_none() {
    RealNix.write(folder, "leaf.config.json", json("from-json"));
    assertThat(READER.read(folder).primary().hostname()).hasToString("from-json");
    RealNix.write(
        folder,
        "leaf-config.nix",
        "{ deployment.primary = { hostname = \"from-nix\"; address = \"a\"; }; }");
    assertThat(READER.read(folder).primary().hostname()).hasToString("from-nix");
  }

  @Test
  void reads_json_without_nix() {
    LeafConfigReader reader =
        LeafConfigReader.builder().nixInstantiate(folder.resolve("no-nix")).build();
    Path file = RealNix.write(folder, "x.JSON", "\uFEFF" + json("a"));
    assertThat(reader.read(file).nodes()).hasToString("[a (ssh://u@10.0.0.1)]");
  }

  @Test
  void leaves_nothing_behind() throws IOException {
    LeafConfig config =
        nix(
            """
            { deployment.primary = {
                hostname = "a";
                address = builtins.substring 5 5 "${./leaf-config.nix}";
              }; }
            """);
    assertThat(config.primary().address()).isEqualTo("store");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("leaf-config.nix"));
    }
  }

  private static String json(String name) {
    return """
        {"deployment": {"primary": {"hostname": "%s", "address": "10.0.0.1", "username": "u",
          "sshPort": null, "more": [{}]}, "secondaries": []}, "x": null}
        """
        .formatted(name);
  }

  private LeafConfig nix(String text) {
    return READER.read(RealNix.write(folder, "leaf-config.nix", text));
  }
}
