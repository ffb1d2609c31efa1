package org.leafinventory.nix.flake;

import java.util.ArrayList;
import java.util.List;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixFile;
import org.leafinventory.nix.print.NixPrinter;

/** The {@code leaf-config.nix} that a new leaf starts with: nothing but an explained example. */
public final class LeafConfigTemplate {

  private static final List<String> EXPLANATION =
      List.of(
          "The machines of this leaf. This file is yours: leaf-inventory reads it, and never",
          "writes it again.",
          "",
          "It is a set, or a function of { lib, ... } that gives one. hostname is the name of the",
          "folder in inventory/, address is where SSH reaches the machine; username and sshPort",
          "may be left out. For example:",
          "");

  private LeafConfigTemplate() {}

  /** The text of the file. */
  public static String text() {
    List<String> header = new ArrayList<>(EXPLANATION);
    NixPrinter.print(example()).lines().forEach(line -> header.add("  " + line));
    return NixPrinter.print(new NixFile(header, Nix.set()));
  }

  private static NixExpr example() {
    return Nix.set(
        Nix.bind(
            "deployment",
            Nix.set(
                Nix.bind(
                    "primary",
                    Nix.set(
                        Nix.bind("hostname", "mac-prod-01"),
                        Nix.bind("address", "10.1.1.10"),
                        Nix.bind("username", "admin"),
                        Nix.bind("sshPort", 22))),
                Nix.bind(
                    "secondaries",
                    Nix.list(
                        Nix.set(
                            Nix.bind("hostname", "mac-prod-02"),
                            Nix.bind("address", "10.1.1.11")))))));
  }
}
