package org.leafinventory.nix.flake;

import static org.leafinventory.nix.flake.Terms.listOf;
import static org.leafinventory.nix.flake.Terms.nullOr;
import static org.leafinventory.nix.flake.Terms.openSet;
import static org.leafinventory.nix.flake.Terms.option;
import static org.leafinventory.nix.flake.Terms.optional;
import static org.leafinventory.nix.flake.Terms.type;

import java.util.List;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;

/**
 * {@code modules/leaf-deployment.nix}: declares what {@code leaf-config.nix} may say.
 *
 * <p>The flake evaluates that file as a module, so {@code lib.mkDefault} and its like mean there
 * what they mean elsewhere, and a wrong value is an error that names its key.
 */
public final class DeploymentModule {

  private DeploymentModule() {}

  /** The module. */
  public static NixExpr module() {
    NixExpr deployment =
        openSet(
            Nix.bind("primary", optional(Nix.ref("machine"), "The machine that leads: required.")),
            Nix.bind(
                "secondaries",
                option(listOf(Nix.ref("machine")), Nix.list(), "The other machines.")));
    return Nix.function(
        Nix.pattern("lib").withEllipsis(),
        Nix.let(
            List.of(Terms.OPTION_TERMS, Nix.bind("machine", machine()).withBlankLine()),
            Nix.set(
                Nix.bind("freeformType", type("attrsOf").call(type("anything")))
                    .withComment("Other keys belong to whoever wrote them."),
                Nix.bind(
                    Nix.attr("options", "deployment"),
                    option(
                        nullOr(deployment),
                        Nix.nothing(),
                        "The machines that are deployed to.")))));
  }

  private static NixExpr machine() {
    return openSet(
        Nix.bind("hostname", option(type("str"), "The name it is filed under in inventory/.")),
        Nix.bind("address", option(type("str"), "Where SSH reaches it.")),
        Nix.bind("username", optional(type("str"), "Who logs in; whoever deploys if not given.")),
        Nix.bind("sshPort", optional(type("port"), "The port of its SSH server.")));
  }
}
