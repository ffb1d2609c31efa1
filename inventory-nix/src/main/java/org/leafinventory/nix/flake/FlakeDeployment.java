package org.leafinventory.nix.flake;

import static org.leafinventory.nix.flake.Terms.builtin;
import static org.leafinventory.nix.flake.Terms.lib;

import java.util.List;
import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;

/** The part of the flake that makes nodes of deploy-rs from {@code leaf-config.nix}. */
final class FlakeDeployment {

  private static final NixExpr FILE = Nix.path("./leaf-config.nix");
  private static final NixExpr MACHINE = Nix.ref("machine");
  private static final NixExpr HOSTNAME = MACHINE.select("hostname");

  private FlakeDeployment() {}

  static List<Binding> variables() {
    return List.of(leafConfig(), deployment(), named(), machines(), known(), node(), nodes());
  }

  private static Binding leafConfig() {
    NixExpr value = Nix.ref("value");
    NixExpr read =
        Nix.let(
            List.of(Nix.bind("value", Nix.ref("import").call(FILE))),
            Nix.when(
                builtin("isFunction").call(value), value.call(Nix.set(Nix.inherit("lib"))), value));
    return Nix.bind("leafConfig", Nix.when(builtin("pathExists").call(FILE), read, Nix.set()))
        .withBlankLine()
        .withComment("A set, or a function of { lib, ... } that gives one.");
  }

  private static Binding deployment() {
    NixExpr modules =
        Nix.list(
            Nix.path("./modules/leaf-deployment.nix"),
            Nix.set(
                Nix.bind("_file", "leaf-config.nix"), Nix.bind("config", Nix.ref("leafConfig"))));
    return Nix.bind(
        "deployment",
        lib("evalModules")
            .call(Nix.set(Nix.bind("modules", modules)))
            .select("config", "deployment"));
  }

  private static Binding named() {
    NixExpr deployment = Nix.ref("deployment");
    NixExpr noPrimary =
        Nix.ref("throw")
            .call(
                "leaf-config.nix has no deployment.primary: give it a machine with hostname and"
                    + " address");
    return Nix.bind(
            "named",
            Nix.when(
                deployment.isEqualTo(Nix.nothing()),
                Nix.list(),
                Nix.when(
                    deployment.select("primary").isEqualTo(Nix.nothing()),
                    noPrimary,
                    Nix.list(deployment.select("primary"))
                        .concat(deployment.select("secondaries")))))
        .withBlankLine();
  }

  private static Binding machines() {
    NixExpr byName = Nix.ref("byName");
    NixExpr twice = Nix.ref("twice");
    NixExpr isTwice =
        Nix.function(
            "name",
            builtin("length").call(byName.select(Nix.attr(Nix.ref("name")))).isNotEqualTo(1));
    return Nix.bind(
        "machines",
        Nix.let(
            List.of(
                Nix.bind(
                    "byName",
                    lib("groupBy").call(Nix.function("machine", HOSTNAME), Nix.ref("named"))),
                Nix.bind(
                    "twice", builtin("filter").call(isTwice, builtin("attrNames").call(byName)))),
            Nix.when(
                twice.isEqualTo(Nix.list()),
                Nix.ref("named"),
                Nix.ref("throw")
                    .call(
                        Nix.string(
                            "leaf-config.nix names more than once: ",
                            builtin("concatStringsSep").call(", ", twice))))));
  }

  private static Binding known() {
    NixExpr warning =
        lib("warn")
            .call(
                Nix.string(
                    "No inventory found for ",
                    HOSTNAME,
                    ": left out of deploy.nodes. Run `leaf extract ",
                    MACHINE.select("address"),
                    "` and `git add` it."),
                false);
    return Nix.bind(
        "known",
        builtin("filter")
            .call(
                Nix.function(
                    "machine", builtin("elem").call(HOSTNAME, Nix.ref("hosts")).or(warning)),
                Nix.ref("machines")));
  }

  private static Binding node() {
    NixExpr deploy =
        Nix.ref("inputsFor")
            .call(Nix.ref("system"))
            .select("deploy-rs", "lib")
            .select(Nix.attr(Nix.ref("system")));
    NixExpr configuration = Nix.ref("self").select(Nix.attr("darwinConfigurations").then(HOSTNAME));
    NixExpr profile =
        Nix.set(
            Nix.bind("user", "root"),
            Nix.bind("path", Nix.ref("deploy").select("activate", "darwin").call(configuration)));
    NixExpr plain =
        Nix.set(
            Nix.bind("hostname", MACHINE.select("address")),
            Nix.bind(Nix.attr("profiles", "system"), profile));
    NixExpr port = Nix.ref("toString").call(MACHINE.select("sshPort"));
    NixExpr login =
        whenGiven("username", Nix.bind("sshUser", MACHINE.select("username")))
            .update(whenGiven("sshPort", Nix.bind("sshOpts", Nix.list("-p", port))));
    return Nix.bind(
            "node",
            Nix.function(
                "machine",
                Nix.let(
                    List.of(
                        Nix.bind("system", Nix.ref("systemOf").call(HOSTNAME)),
                        Nix.bind("deploy", deploy)),
                    plain.update(login))))
        .withBlankLine();
  }

  private static NixExpr whenGiven(String key, Binding binding) {
    return lib("optionalAttrs")
        .call(MACHINE.select(key).isNotEqualTo(Nix.nothing()), Nix.set(binding));
  }

  private static Binding nodes() {
    NixExpr pair =
        Nix.function("machine", lib("nameValuePair").call(HOSTNAME, Nix.ref("node").call(MACHINE)));
    return Nix.bind(
        "nodes", builtin("listToAttrs").call(Nix.ref("map").call(pair, Nix.ref("known"))));
  }
}
