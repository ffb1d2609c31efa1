package org.leafinventory.nix.flake;

import static org.leafinventory.nix.flake.Terms.builtin;
import static org.leafinventory.nix.flake.Terms.lib;

import java.util.ArrayList;
import java.util.List;
import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;

/**
 * {@code flake.nix}: finds the hosts itself, so that it is written once and a new host changes
 * nothing in it.
 */
public final class FlakeNix {

  private static final NixExpr HOST = Nix.ref("host");
  private static final NixExpr SYSTEM = Nix.ref("system");

  private FlakeNix() {}

  /** The flake. */
  public static NixExpr flake() {
    return Nix.set(
        Nix.bind("description", "Macs under Nix, as found in inventory/"),
        Nix.bind("inputs", FlakeInputs.inputs()).withBlankLine(),
        Nix.bind(
                "outputs",
                Nix.function(
                    Nix.pattern("self", "nixpkgs").withEllipsis().boundTo("inputs"),
                    Nix.let(variables(), outputs())))
            .withBlankLine());
  }

  private static List<Binding> variables() {
    List<Binding> all = new ArrayList<>();
    all.add(Nix.inheritFrom(Nix.ref("nixpkgs"), "lib"));
    all.add(systems());
    all.add(FlakeInputs.inputsFor());
    all.addAll(hosts());
    all.addAll(modules());
    all.addAll(FlakeDeployment.variables());
    return all;
  }

  private static NixExpr outputs() {
    NixExpr configurations =
        lib("genAttrs").call(Nix.ref("hosts"), Nix.function("host", configuration()));
    NixExpr checks =
        Nix.ref("inputsFor")
            .call(SYSTEM)
            .select("deploy-rs", "lib")
            .select(Nix.attr(SYSTEM).then("deployChecks"))
            .call(Nix.ref("self").select("deploy"));
    return Nix.set(
        Nix.bind("darwinConfigurations", configurations),
        Nix.bind(Nix.attr("deploy", "nodes"), Nix.ref("nodes")).withBlankLine(),
        Nix.bind("checks", forEachSystem(checks)).withBlankLine(),
        Nix.bind("apps", forEachSystem(Apps.of(SYSTEM))).withBlankLine());
  }

  private static NixExpr forEachSystem(NixExpr body) {
    return lib("genAttrs").call(Nix.ref("systems"), Nix.function("system", body));
  }

  private static Binding systems() {
    return Nix.bind(
            "systems",
            Nix.list("aarch64-darwin", FlakeInputs.INTEL_SYSTEM, "aarch64-linux", "x86_64-linux"))
        .withBlankLine()
        .withComment("Where the apps run and the checks are built.");
  }

  private static List<Binding> hosts() {
    NixExpr inventory = Nix.path("./inventory");
    NixExpr isHost =
        Nix.function("host", builtin("pathExists").call(Nix.ref("hardwareOf").call(HOST)));
    NixExpr names = builtin("attrNames").call(builtin("readDir").call(inventory));
    NixExpr arch =
        Nix.ref("import").call(Nix.ref("hardwareOf").call(HOST)).select("hardware", "arch");
    return List.of(
        Nix.bind(
                "hardwareOf",
                Nix.function("host", inventory.plus(Nix.string("/", HOST, "/hardware.nix"))))
            .withBlankLine(),
        Nix.bind(
            "hosts",
            Nix.when(
                builtin("pathExists").call(inventory),
                builtin("filter").call(isHost, names),
                Nix.list())),
        Nix.bind(
            "systemOf",
            Nix.function(
                "host",
                Nix.let(
                    List.of(Nix.bind("arch", arch)),
                    Nix.when(
                        Nix.ref("arch").isEqualTo("x86_64"),
                        FlakeInputs.INTEL_SYSTEM,
                        "aarch64-darwin")))));
  }

  private static List<Binding> modules() {
    return List.of(
        Nix.bind(
                "leafModules",
                Nix.list(
                    Nix.path("./modules/leaf-hardware.nix"),
                    Nix.path("./modules/leaf-nats.nix"),
                    Nix.path("./modules/leaf-monitoring.nix")))
            .withBlankLine(),
        Nix.bind(
                "hostModule",
                Nix.function(
                    "host",
                    Nix.let(
                        List.of(
                            Nix.bind(
                                "configuration",
                                Nix.path("./hosts")
                                    .plus(Nix.string("/", HOST, "/configuration.nix")))),
                        Nix.when(
                            builtin("pathExists").call(Nix.ref("configuration")),
                            Nix.ref("configuration"),
                            bareHost()))))
            .withBlankLine()
            .withComment("A host without a configuration.nix has its facts and no services."));
  }

  private static NixExpr bareHost() {
    return Nix.set(
        Nix.bind(
            Nix.attr("leaf", "hardware"), Nix.ref("import").call(Nix.ref("hardwareOf").call(HOST))),
        Nix.bind(Nix.attr("nixpkgs", "hostPlatform"), Nix.ref("systemOf").call(HOST)),
        Nix.bind(Nix.attr("system", "stateVersion"), 6));
  }

  private static NixExpr configuration() {
    return Nix.ref("inputsFor")
        .call(Nix.ref("systemOf").call(HOST))
        .select("nix-darwin", "lib", "darwinSystem")
        .call(
            Nix.set(
                Nix.bind(
                    "modules",
                    Nix.ref("leafModules").concat(Nix.list(Nix.ref("hostModule").call(HOST))))));
  }
}
