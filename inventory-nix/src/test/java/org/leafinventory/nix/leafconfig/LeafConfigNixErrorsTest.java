package org.leafinventory.nix.leafconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.nix.leafconfig.LeafConfigException.Kind;

/** What a person is told, with the real Nix; its own words differ a little between its versions. */
class LeafConfigNixErrorsTest {

  @TempDir private Path folder;

  @BeforeAll
  static void needs_nix() {
    RealNix.require();
  }

  @Test
  void a_syntax_error_has_file_line_and_column() {
    LeafConfigException error = error("{\n  a = 1;\n  deployment = ;\n}\n");
    assertThat(error).hasMessage(file() + ":3:16: syntax error, unexpected ';'");
    assertThat(error.kind()).isEqualTo(Kind.SYNTAX);
  }

  @Test
  void a_syntax_error_in_an_imported_file_names_that_file() {
    Path other = RealNix.write(folder, "other.nix", "{\n  x = \"never closed;\n}\n");
    LeafConfigException error = error("import ./other.nix");
    assertThat(error).hasMessageStartingWith(other + ":").hasMessageContaining("syntax error");
    assertThat(error.file()).isEqualTo(other);
  }

  @Test
  void an_empty_file_is_a_syntax_error() {
    assertThat(error("# nothing\n").kind()).isEqualTo(Kind.SYNTAX);
  }

  @Test
  void a_thrown_message_is_told_on_one_line_with_the_place_of_the_value() {
    LeafConfigException error =
        error(primary("throw ''\n  no \"site\"\n  chosen''").replace("; hostname", ";\nhostname"));
    assertThat(error).hasMessage(file() + ":2:1: no \"site\" chosen");
    assertThat(error.kind()).isEqualTo(Kind.EVALUATION);
  }

  @Test
  void a_type_error_has_its_place() {
    assertThat(error(primary("lib.toUpper 5")))
        .hasMessageStartingWith(file() + ":1:")
        .hasMessageContaining("integer while a string was expected");
  }

  @Test
  void an_endless_recursion_is_told() {
    assertThat(error(primary("let x = x; in x"))).hasMessageContaining("infinite recursion");
    assertThat(error(primary("let f = n: 1 + f n; in f 1")))
        .hasMessageMatching("(?s).*(stack overflow|max-call-depth).*");
  }

  @Test
  void an_unknown_function_of_lib_is_named_however_it_is_written() {
    String advice =
        "; the lib given to this file holds the common functions of nixpkgs' lib and no 'exotic':"
            + " write it without, or read it with the lib of a real nixpkgs";
    assertThat(error(primary("lib.exotic \"a\"")))
        .hasMessageStartingWith(file() + ":1:")
        .hasMessageEndingWith(": attribute 'exotic' missing" + advice);
    assertThat(error(primary("with lib; exotic \"a\"")))
        .hasMessageEndingWith(": undefined variable 'exotic'" + advice);
    assertThat(error(primary("let inherit (lib) exotic; in exotic")))
        .hasMessageContaining("attribute 'exotic' missing" + advice);
  }

  @Test
  void another_argument_than_lib_is_named() {
    String told =
        "only 'lib' is given to this file, not 'pkgs'; write the value itself and make the file a"
            + " function of { lib, ... }";
    assertThat(error(primary("pkgs.x").replace("lib, ...", "pkgs, ...")))
        .hasMessageMatching(".*leaf-config.nix:1:[0-9]+: .*")
        .hasMessageEndingWith(told);
    assertThat(error(primary("args.pkgs.x").replace("{ lib, ... }", "args")))
        .hasMessageEndingWith(told);
  }

  @Test
  void two_values_of_one_key_are_named() {
    assertThat(error(primary("lib.mkMerge [ \"a\" \"b\" ]")))
        .hasMessageEndingWith(
            ": deployment.primary.hostname is given two different values; mark one of them with"
                + " lib.mkDefault or lib.mkForce");
  }

  @Test
  void a_missing_import_is_named() {
    assertThat(error("import ./absent.nix"))
        .hasMessageStartingWith(file() + ":1:1: ")
        .hasMessageContaining(folder.resolve("absent.nix").toString());
  }

  @Test
  void values_that_are_no_json_are_named_by_their_type() {
    assertThat(error("[ ]"))
        .hasMessage(
            file() + ": the configuration is a list, not a set; it holds deployment.primary");
    assertThat(error("_: _: { }"))
        .hasMessageContaining("the configuration is a function, not a set");
    assertThat(error(primary("x: x")))
        .hasMessage(
            file()
                + ": deployment.primary.hostname is a function, not a string; write it in quotes");
    assertThat(error(primary("./leaf-config.nix")))
        .hasMessageContaining("deployment.primary.hostname is a path, not a string");
    assertThat(error(primary("lib.mkIf false \"a\"")))
        .hasMessageContaining("deployment.primary.hostname is missing");
    assertThat(error("{ deployment.primary = x: x; }"))
        .hasMessageContaining("deployment.primary is a function, not a set");
    assertThat(error("{ deployment = { primary = { }; secondaries = { }; }; }"))
        .hasMessageContaining("deployment.primary.hostname is missing");
  }

  @Test
  void a_configuration_reaches_neither_network_nor_environment_nor_files_elsewhere() {
    assertThat(error(primary("builtins.readFile (builtins.fetchurl \"http://127.0.0.1:9/x\")")))
        .hasMessageContaining("forbidden in restricted mode");
    assertThat(error(primary("builtins.fetchGit ./."))).hasMessageContaining("not a directory");
    assertThat(error(primary("builtins.readFile /etc/passwd")))
        .hasMessageContaining("forbidden in restricted mode");
    assertThat(error(primary("builtins.getEnv \"PATH\"")))
        .hasMessageContaining("not a usable host name: \"\"");
    assertThat(error(primary("import <nixpkgs>"))).hasMessageContaining("was not found in the Nix");
    assertThat(
            error(
                primary(
                    "import (derivation { name = \"x\"; builder = \"/bin/sh\"; system ="
                        + " builtins.currentSystem; })")))
        .hasMessageStartingWith(file() + ":1:");
  }

  @Test
  void an_evaluation_without_end_is_stopped() {
    RealNix.write(
        folder,
        "leaf-config.nix",
        primary(
            "builtins.foldl' (a: b: builtins.seq b (a + b)) 0"
                + " (builtins.concatLists (builtins.genList (n: builtins.genList (m:"
                + " builtins.stringLength (builtins.hashString \"sha512\" (toString (n * m)))) 9999)"
                + " 99999))"));
    LeafConfigReader reader = LeafConfigReader.builder().timeout(Duration.ofMillis(700)).build();
    LeafConfigException error =
        catchThrowableOfType(LeafConfigException.class, () -> reader.read(file()));
    assertThat(error)
        .hasMessage(
            file()
                + ": Nix did not finish in 0.7 s; look for an endless recursion in it, or allow more"
                + " time");
    assertThat(error.kind()).isEqualTo(Kind.STOPPED);
  }

  private static String primary(String hostname) {
    return "{ lib, ... }: { deployment.primary = { address = \"a\"; hostname = "
        + hostname
        + "; }; }";
  }

  private Path file() {
    return folder.resolve("leaf-config.nix");
  }

  private LeafConfigException error(String text) {
    RealNix.write(folder, "leaf-config.nix", text);
    LeafConfigException error =
        catchThrowableOfType(
            LeafConfigException.class, () -> LeafConfigReader.create().read(folder));
    assertThat(error).hasMessageNotContainingAny("\n", "«string»");
    return error;
  }
}
