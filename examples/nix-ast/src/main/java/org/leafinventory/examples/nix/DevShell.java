package org.leafinventory.examples.nix;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.print.NixPrinter;

/**
 * The Nix syntax tree alone, for something that has nothing to do with inventory: a {@code
 * shell.nix} with tools and environment variables.
 *
 * <p>Arguments: names of packages, and variables as {@code NAME=value}. Whatever a value holds, it
 * arrives as it is: nothing is interpolated, nothing escapes.
 */
public final class DevShell {

  private DevShell() {}

  /** Prints the shell. */
  public static void main(String... args) {
    System.out.print(shell(List.of(args)));
  }

  /** The text of {@code shell.nix}. */
  static String shell(List<String> args) {
    Map<String, String> variables = new TreeMap<>();
    args.stream()
        .filter(arg -> arg.contains("="))
        .map(arg -> arg.split("=", 2))
        .forEach(pair -> variables.put(pair[0], pair[1]));
    NixExpr[] packages =
        args.stream()
            .filter(arg -> !arg.contains("="))
            .map(name -> Nix.ref("pkgs").select(name))
            .toArray(NixExpr[]::new);
    NixExpr shell =
        Nix.ref("pkgs")
            .select("mkShell")
            .call(
                Nix.set(
                    Nix.bind("packages", Nix.list((Object[]) packages)),
                    Nix.bind("env", variables(variables))));
    return NixPrinter.print(
        Nix.file(Nix.function(Nix.pattern("pkgs"), shell))
            .withHeader(
                "Enter with: nix-shell -E 'import ./shell.nix { pkgs = import <nixpkgs> {}; }'"));
  }

  private static NixExpr variables(Map<String, String> variables) {
    return Nix.set(
        variables.entrySet().stream()
            .map(variable -> Nix.bind(variable.getKey(), variable.getValue()))
            .toArray(Binding[]::new));
  }
}
