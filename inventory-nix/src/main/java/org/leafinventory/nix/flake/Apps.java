package org.leafinventory.nix.flake;

import static org.leafinventory.nix.flake.Terms.builtin;
import static org.leafinventory.nix.flake.Terms.lib;

import java.util.List;
import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;

/** The {@code apps} of the flake: a function of the system they run on. */
final class Apps {

  private Apps() {}

  static NixExpr of(NixExpr system) {
    NixExpr pair = Nix.ref("inputsFor").call(system);
    return Nix.let(
        List.of(
            Nix.bind("pkgs", pair.select("nixpkgs", "legacyPackages").select(Nix.attr(system))),
            Nix.bind("deploy", pair.select("deploy-rs", "packages").select(Nix.attr(system))),
            Nix.bind("app", app()),
            runLeaf()),
        Nix.set(
            leaf("extract-inventory", "extract", "Ask a Mac what it is made of"),
            leaf("generate-config", "generate", "Write the Nix of hosts from their inventory"),
            Nix.bind(
                "deploy-host",
                Nix.ref("app")
                    .call(
                        "deploy-host",
                        "Deploy a host: deploy-host HOST [USER@]ADDRESS",
                        deployHost(system)))));
  }

  private static Binding leaf(String name, String command, String description) {
    return Nix.bind(name, Nix.ref("app").call(name, description, Nix.ref("runLeaf").call(command)));
  }

  private static Binding runLeaf() {
    return Nix.bind(
        "runLeaf",
        Nix.function(
            "command",
            Scripts.script(
                "run-leaf.sh", new Scripts.Setting("LEAF_COMMAND", Nix.ref("command")))));
  }

  private static NixExpr app() {
    NixExpr program =
        Nix.ref("pkgs").select("writeShellScript").call(Nix.ref("name"), Nix.ref("script"));
    return Nix.function(
        "name",
        Nix.function(
            "description",
            Nix.function(
                "script",
                Nix.set(
                    Nix.bind("type", "app"),
                    Nix.bind("program", Nix.string(program)),
                    Nix.bind(Nix.attr("meta", "description"), Nix.ref("description"))))));
  }

  private static NixExpr deployHost(NixExpr system) {
    NixExpr node =
        Nix.function(
            "host", Nix.string(Nix.ref("host"), "=", Nix.ref("systemOf").call(Nix.ref("host"))));
    NixExpr nodes =
        lib("concatMapStringsSep").call(" ", node, builtin("attrNames").call(Nix.ref("nodes")));
    return Scripts.script(
        "deploy-host.sh",
        new Scripts.Setting("LEAF_FLAKE", Scripts.quoted(Nix.string(Nix.ref("self")))),
        new Scripts.Setting("LEAF_NODES", Scripts.quoted(nodes)),
        new Scripts.Setting("LEAF_SYSTEM", system),
        new Scripts.Setting(
            "LEAF_DEPLOY", Nix.string(Nix.ref("deploy").select("deploy-rs"), "/bin/deploy")));
  }
}
