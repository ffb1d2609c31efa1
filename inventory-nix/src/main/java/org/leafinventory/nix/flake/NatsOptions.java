package org.leafinventory.nix.flake;

import static org.leafinventory.nix.flake.Terms.computed;
import static org.leafinventory.nix.flake.Terms.lib;
import static org.leafinventory.nix.flake.Terms.nullOr;
import static org.leafinventory.nix.flake.Terms.option;
import static org.leafinventory.nix.flake.Terms.type;

import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;

/** The options of {@code leaf.nats}. */
final class NatsOptions {

  private static final int CLIENT_PORT = 4222;
  private static final int MONITORING_PORT = 8222;

  /** Out of the way of what macOS and nix-darwin hand out. */
  private static final int ID = 4222;

  private NatsOptions() {}

  static NixExpr options() {
    return Nix.set(
        Nix.bind("enable", lib("mkEnableOption").call("a NATS server with JetStream")),
        Nix.bind("package", lib("mkPackageOption").call(Nix.ref("pkgs"), "nats-server", Nix.set())),
        Nix.bind(
            "serverName",
            computed(
                type("str"),
                Nix.ref("hardware").select("system", "hostname"),
                "config.leaf.hardware.system.hostname",
                "The name of the server.")),
        Nix.bind(
            "listenAddress",
            option(
                type("str"),
                "127.0.0.1",
                "Where clients are listened to. Say who may connect in settings.authorization"
                    + " before opening it to a network.")),
        port("port", CLIENT_PORT, "The port for clients."),
        port("monitoringPort", MONITORING_PORT, "The port for monitoring, on loopback only."),
        limit("maxConnections", "Client connections.", "performance", "nats", "maxConnections"),
        bytes("maxPending", "Bytes that may wait for one client.", "performance", "nats"),
        Nix.bind(
            "jetstream",
            Nix.set(
                bytes("maxMemoryStore", "Bytes of memory for streams.", "storage", "jetstream"),
                bytes("maxFileStore", "Bytes of disk for streams.", "storage", "jetstream"))),
        folder("dataDir", "/var/lib/nats", "Where streams are kept; made when missing."),
        folder("logDir", "/var/log/nats", "Where logs are kept; made when missing."),
        number("uid", "The number of the user _nats."),
        number("gid", "The number of the group _nats."),
        Nix.bind(
            "settings",
            option(
                type("attrsOf").call(type("anything")),
                Nix.set(),
                "More of the server's configuration, which wins over what is made here. It ends"
                    + " in the Nix store, where every user can read it.")),
        Nix.bind("configText", configText()));
  }

  private static NixExpr configText() {
    return Nix.ref("mkOption")
        .call(
            Nix.set(
                Nix.bind("type", type("str")),
                Nix.bind("readOnly", true),
                Nix.bind("default", Terms.builtin("toJSON").call(Nix.ref("configuration"))),
                Nix.bind("defaultText", lib("literalExpression").call("builtins.toJSON { … }")),
                Nix.bind("description", "The configuration that the server reads.")));
  }

  private static Binding port(String name, int number, String description) {
    return Nix.bind(name, option(type("port"), number, description));
  }

  private static Binding number(String name, String description) {
    return Nix.bind(name, option(type("int"), ID, description));
  }

  private static Binding folder(String name, String path, String description) {
    return Nix.bind(name, option(type("path"), path, description));
  }

  private static Binding limit(String name, String description, String first, String... more) {
    return Nix.bind(
        name,
        computed(
            nullOr(type("ints", "positive")),
            Nix.ref("hardware").select(first, more),
            "config.leaf.hardware." + first + "." + String.join(".", more),
            description + " The default is the tuning's; null leaves it to NATS."));
  }

  private static Binding bytes(String name, String description, String part, String subject) {
    return Nix.bind(
        name,
        computed(
            nullOr(type("ints", "positive")),
            Nix.ref("toBytes").call(Nix.ref("hardware").select(part, subject, name)),
            "toBytes config.leaf.hardware." + part + "." + subject + "." + name,
            description + " The default is the tuning's; null leaves it to NATS."));
  }
}
