package org.leafinventory.nix.flake;

import static org.leafinventory.nix.flake.Terms.computed;
import static org.leafinventory.nix.flake.Terms.lib;
import static org.leafinventory.nix.flake.Terms.matching;
import static org.leafinventory.nix.flake.Terms.nullOr;
import static org.leafinventory.nix.flake.Terms.option;
import static org.leafinventory.nix.flake.Terms.type;

import java.util.List;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;

/**
 * {@code modules/leaf-monitoring.nix}: the node exporter of Prometheus, and how long its samples
 * are worth keeping.
 *
 * <p>nix-darwin has no Prometheus server. The retention is there for whoever configures one, on
 * another machine of the same flake for example.
 */
public final class MonitoringModule {

  private static final int NODE_EXPORTER_PORT = 9100;

  private MonitoringModule() {}

  /** The module. */
  public static NixExpr module() {
    NixExpr cfg = Nix.ref("cfg");
    NixExpr exporter =
        Nix.set(
            Nix.bind("enable", lib("mkDefault").call(true)),
            Nix.bind("listenAddress", lib("mkDefault").call(cfg.select("listenAddress"))),
            Nix.bind("port", lib("mkDefault").call(cfg.select("port"))));
    return Nix.function(
        Nix.pattern("config", "lib").withEllipsis(),
        Nix.let(
            List.of(
                Terms.OPTION_TERMS,
                Nix.bind("cfg", Nix.ref("config").select("leaf", "monitoring"))),
            Nix.set(
                Nix.bind(Nix.attr("options", "leaf", "monitoring"), options()),
                Nix.bind(
                        "config",
                        lib("mkIf")
                            .call(
                                cfg.select("enable"),
                                Nix.set(
                                    Nix.bind(
                                        Nix.attr("services", "prometheus", "exporters", "node"),
                                        exporter))))
                    .withBlankLine())));
  }

  private static NixExpr options() {
    return Nix.set(
        Nix.bind("enable", lib("mkEnableOption").call("monitoring of the host with Prometheus")),
        Nix.bind(
            "listenAddress",
            option(
                type("str"),
                "127.0.0.1",
                "Where the node exporter answers. It asks nobody who they are.")),
        Nix.bind(
            "port", option(type("port"), NODE_EXPORTER_PORT, "The port of the node exporter.")),
        Nix.bind(
            "retention",
            computed(
                nullOr(matching("[1-9][0-9]*(ms|s|m|h|d|w|y)")),
                Nix.ref("config")
                    .select("leaf", "hardware", "monitoring", "prometheus", "retention"),
                "config.leaf.hardware.monitoring.prometheus.retention",
                "How long a Prometheus should keep the samples of this host.")));
  }
}
