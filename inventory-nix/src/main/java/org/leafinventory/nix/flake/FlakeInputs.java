package org.leafinventory.nix.flake;

import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;

/**
 * The inputs of the flake: one family for Apple silicon and for whoever deploys, and an older one
 * for Intel Macs, which the newer nixpkgs no longer has.
 */
final class FlakeInputs {

  static final String INTEL_SYSTEM = "x86_64-darwin";

  private static final String NIXPKGS = "github:NixOS/nixpkgs/";
  private static final String NIX_DARWIN = "github:nix-darwin/nix-darwin/";
  private static final String DEPLOY_RS = "github:serokell/deploy-rs";

  private FlakeInputs() {}

  static NixExpr inputs() {
    return Nix.set(
        Nix.bind(Nix.attr("nixpkgs", "url"), NIXPKGS + "nixpkgs-unstable"),
        following("nix-darwin", NIX_DARWIN + "master", "nixpkgs"),
        following("deploy-rs", DEPLOY_RS, "nixpkgs"),
        Nix.bind(Nix.attr("nixpkgs-intel", "url"), NIXPKGS + "nixpkgs-26.05-darwin")
            .withBlankLine()
            .withComment("For Intel Macs: the last release that has them."),
        following("nix-darwin-intel", NIX_DARWIN + "nix-darwin-26.05", "nixpkgs-intel"),
        following("deploy-rs-intel", DEPLOY_RS, "nixpkgs-intel"));
  }

  /** {@code inputsFor}: the family of a system. */
  static Binding inputsFor() {
    NixExpr inputs = Nix.ref("inputs");
    NixExpr older =
        Nix.set(
            Nix.bind("nixpkgs", inputs.select("nixpkgs-intel")),
            Nix.bind("nix-darwin", inputs.select("nix-darwin-intel")),
            Nix.bind("deploy-rs", inputs.select("deploy-rs-intel")));
    NixExpr newer = Nix.set(Nix.inheritFrom(inputs, "nixpkgs", "nix-darwin", "deploy-rs"));
    return Nix.bind(
            "inputsFor",
            Nix.function(
                "system", Nix.when(Nix.ref("system").isEqualTo(INTEL_SYSTEM), older, newer)))
        .withBlankLine()
        .withComment("Nothing of an Intel Mac may touch the newer nixpkgs.");
  }

  private static Binding following(String name, String url, String nixpkgs) {
    return Nix.bind(
        name,
        Nix.set(Nix.bind("url", url), Nix.bind(Nix.attr("inputs", "nixpkgs", "follows"), nixpkgs)));
  }
}
