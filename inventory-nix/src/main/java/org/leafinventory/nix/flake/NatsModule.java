package org.leafinventory.nix.flake;

import static org.leafinventory.nix.flake.Terms.builtin;
import static org.leafinventory.nix.flake.Terms.lib;

import java.util.List;
import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixBinary;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixSelect;

/**
 * {@code modules/leaf-nats.nix}: a NATS server with JetStream as a launchd daemon, its limits those
 * of the tuning.
 *
 * <p>The configuration is JSON, which NATS reads, with sizes as plain counts of bytes: they mean
 * the same to every version of the server, quoted or not.
 */
public final class NatsModule {

  private static final NixExpr CFG = Nix.ref("cfg");

  /** Files that the server needs beyond one for each client. */
  private static final int FILES_OF_ITS_OWN = 4096;

  private static final int LOG_SIZE_LIMIT = 64 * 1024 * 1024;

  private NatsModule() {}

  /** The module. */
  public static NixExpr module() {
    return Nix.function(
        Nix.pattern("config", "lib", "pkgs").withEllipsis(),
        Nix.let(
            List.of(
                Terms.OPTION_TERMS,
                Nix.bind("cfg", Nix.ref("config").select("leaf", "nats")),
                Nix.bind("hardware", Nix.ref("config").select("leaf", "hardware")),
                units(),
                toBytes(),
                configuration(),
                Nix.bind(
                    "folders",
                    lib("escapeShellArgs").call(Nix.list(cfg("dataDir"), cfg("logDir")))),
                configFile()),
            Nix.set(
                Nix.bind(Nix.attr("options", "leaf", "nats"), NatsOptions.options()),
                Nix.bind("config", lib("mkIf").call(cfg("enable"), daemon())).withBlankLine())));
  }

  static NixSelect cfg(String first, String... more) {
    return CFG.select(first, more);
  }

  private static Binding units() {
    return Nix.bind(
            "units",
            Nix.set(
                Nix.bind("KB", 1L << 10),
                Nix.bind("MB", 1L << 20),
                Nix.bind("GB", 1L << 30),
                Nix.bind("TB", 1L << 40)))
        .withBlankLine()
        .withComment("NATS counts in powers of 1024.");
  }

  private static Binding toBytes() {
    NixExpr parts = Nix.ref("parts");
    NixExpr unit = Nix.ref("unit");
    NixExpr bytes =
        Nix.let(
            List.of(
                Nix.bind("parts", builtin("match").call("([0-9]+)(KB|MB|GB|TB)?", Nix.ref("size"))),
                Nix.bind("count", builtin("fromJSON").call(builtin("head").call(parts))),
                Nix.bind("unit", builtin("elemAt").call(parts, 1))),
            Nix.when(
                unit.isEqualTo(Nix.nothing()),
                Nix.ref("count"),
                Nix.ref("count").times(Nix.ref("units").select(Nix.attr(unit)))));
    return Nix.bind(
            "toBytes",
            Nix.function(
                "size", Nix.when(Nix.ref("size").isEqualTo(Nix.nothing()), Nix.nothing(), bytes)))
        .withBlankLine();
  }

  private static Binding configuration() {
    NixExpr limits =
        Nix.set(
            Nix.bind("server_name", cfg("serverName")),
            Nix.bind("host", cfg("listenAddress")),
            Nix.bind("port", cfg("port")),
            Nix.bind("http", Nix.string("127.0.0.1:", text(cfg("monitoringPort"))))
                .withComment("Monitoring tells everything to everyone: loopback only."),
            Nix.bind("max_connections", cfg("maxConnections")),
            Nix.bind("max_pending", cfg("maxPending")),
            Nix.bind("log_file", Nix.string(cfg("logDir"), "/nats.log")),
            Nix.bind("log_size_limit", LOG_SIZE_LIMIT),
            Nix.bind(
                "jetstream",
                known(
                    Nix.set(
                        Nix.bind("store_dir", cfg("dataDir")),
                        Nix.bind("max_memory_store", cfg("jetstream", "maxMemoryStore")),
                        Nix.bind("max_file_store", cfg("jetstream", "maxFileStore"))))));
    return Nix.bind("configuration", lib("recursiveUpdate").call(known(limits), cfg("settings")))
        .withBlankLine();
  }

  private static Binding configFile() {
    return Nix.bind(
        "configFile", Nix.ref("pkgs").select("writeText").call("nats.conf", cfg("configText")));
  }

  /** The set without what is {@code null}: NATS has defaults of its own. */
  private static NixExpr known(NixExpr set) {
    NixExpr isKnown =
        Nix.function(
            "_",
            Nix.function("value", Nix.ref("value").binary(NixBinary.Op.NOT_EQUAL, Nix.nothing())));
    return lib("filterAttrs").call(isKnown, set);
  }

  private static NixExpr text(NixExpr number) {
    return Nix.ref("toString").call(number);
  }

  private static NixExpr daemon() {
    return Nix.set(
        Nix.bind(
            Nix.attr("users", "users", "_nats"),
            Nix.set(
                Nix.bind("uid", cfg("uid")),
                Nix.bind("gid", cfg("gid")),
                Nix.bind("home", cfg("dataDir")),
                Nix.bind("shell", "/usr/bin/false"),
                Nix.bind("description", "NATS server"))),
        Nix.bind(
            Nix.attr("users", "groups", "_nats"),
            Nix.set(Nix.bind("gid", cfg("gid")), Nix.bind("description", "NATS server"))),
        Nix.bind(Nix.attr("users", "knownUsers"), Nix.list("_nats"))
            .withComment("nix-darwin makes only users and groups that it knows."),
        Nix.bind(Nix.attr("users", "knownGroups"), Nix.list("_nats")),
        Nix.bind(Nix.attr("system", "activationScripts", "extraActivation", "text"), makeFolders())
            .withBlankLine()
            .withComment("launchd makes no folders. This runs before users are made: by number."),
        Nix.bind(Nix.attr("launchd", "daemons", "nats"), launchd()).withBlankLine());
  }

  private static NixExpr makeFolders() {
    return Nix.string(
            "mkdir -p ",
            Nix.ref("folders"),
            "\nchown ",
            text(cfg("uid")),
            ":",
            text(cfg("gid")),
            " ",
            Nix.ref("folders"),
            "\nchmod 0750 ",
            Nix.ref("folders"),
            "\n")
        .indented();
  }

  private static NixExpr launchd() {
    NixExpr files =
        Nix.when(
            cfg("maxConnections").isEqualTo(Nix.nothing()),
            1 << 16,
            cfg("maxConnections").plus(FILES_OF_ITS_OWN));
    NixExpr log = Nix.string(cfg("logDir"), "/launchd.log");
    return Nix.set(
        Nix.bind(
            "command",
            Nix.string(cfg("package"), "/bin/nats-server --config ", Nix.ref("configFile"))),
        Nix.bind(
            "serviceConfig",
            Nix.set(
                Nix.bind("UserName", "_nats"),
                Nix.bind("GroupName", "_nats"),
                Nix.bind("KeepAlive", true),
                Nix.bind("RunAtLoad", true),
                Nix.bind("WorkingDirectory", cfg("dataDir")),
                Nix.bind("StandardOutPath", log),
                Nix.bind("StandardErrorPath", log),
                Nix.bind(Nix.attr("SoftResourceLimits", "NumberOfFiles"), files)
                    .withComment("launchd allows 256 open files, and every client is one."),
                Nix.bind(Nix.attr("HardResourceLimits", "NumberOfFiles"), files))));
  }
}
