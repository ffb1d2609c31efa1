package org.leafinventory.nix.flake;

import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixSelect;

/** Terms that the modules share: options, their types and the library they come from. */
final class Terms {

  /** {@code inherit (lib) mkOption types;}, what the other terms here need in scope. */
  static final Binding OPTION_TERMS = Nix.inheritFrom(Nix.ref("lib"), "mkOption", "types");

  private Terms() {}

  static NixSelect lib(String name) {
    return Nix.ref("lib").select(name);
  }

  static NixSelect builtin(String name) {
    return Nix.ref("builtins").select(name);
  }

  static NixSelect type(String first, String... more) {
    return Nix.ref("types").select(first, more);
  }

  static NixExpr nullOr(NixExpr type) {
    return type("nullOr").call(type);
  }

  static NixExpr listOf(NixExpr type) {
    return type("listOf").call(type);
  }

  static NixExpr matching(String pattern) {
    return type("strMatching").call(pattern);
  }

  /** An option that has to be given. */
  static NixExpr option(NixExpr type, String description) {
    return Nix.ref("mkOption")
        .call(Nix.set(Nix.bind("type", type), Nix.bind("description", description)));
  }

  /** An option with a default. */
  static NixExpr option(NixExpr type, Object fallback, String description) {
    return Nix.ref("mkOption")
        .call(
            Nix.set(
                Nix.bind("type", type),
                Nix.bind("default", fallback),
                Nix.bind("description", description)));
  }

  /** An option whose default is computed: documentation shows {@code shown} for it. */
  static NixExpr computed(NixExpr type, Object fallback, String shown, String description) {
    return Nix.ref("mkOption")
        .call(
            Nix.set(
                Nix.bind("type", type),
                Nix.bind("default", fallback),
                Nix.bind("defaultText", lib("literalExpression").call(shown)),
                Nix.bind("description", description)));
  }

  /** An option that may stay unset, which is {@code null}. */
  static NixExpr optional(NixExpr type, String description) {
    return option(nullOr(type), Nix.nothing(), description);
  }

  /** The type of a set with these options, which lets other keys through. */
  static NixExpr openSet(Binding... options) {
    return type("submodule")
        .call(
            Nix.set(
                Nix.bind("freeformType", type("attrsOf").call(type("anything"))),
                Nix.bind("options", Nix.set(options))));
  }

  /** A part of a larger set, empty where nothing is said of it. */
  static NixExpr section(String description, Binding... options) {
    return option(openSet(options), Nix.set(), description);
  }
}
