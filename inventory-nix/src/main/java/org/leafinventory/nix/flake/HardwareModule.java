package org.leafinventory.nix.flake;

import static org.leafinventory.nix.flake.Terms.listOf;
import static org.leafinventory.nix.flake.Terms.matching;
import static org.leafinventory.nix.flake.Terms.openSet;
import static org.leafinventory.nix.flake.Terms.option;
import static org.leafinventory.nix.flake.Terms.optional;
import static org.leafinventory.nix.flake.Terms.section;
import static org.leafinventory.nix.flake.Terms.type;

import java.util.List;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;

/**
 * {@code modules/leaf-hardware.nix}: declares {@code leaf.hardware}, which takes a {@code
 * hardware.nix} as it is.
 *
 * <p>Every known key has a type, so a wrong value is an error that names the key. Unknown keys
 * pass, so that an older module takes the file of a newer version.
 */
public final class HardwareModule {

  /** Sizes as {@code hardware.nix} spells them. */
  private static final String SIZE = "(0|[1-9][0-9]*)(KB|MB|GB|TB)?";

  private static final String DURATION = "[1-9][0-9]*(ms|s|m|h|d|w|y)";

  private HardwareModule() {}

  /** The module. */
  public static NixExpr module() {
    return Nix.function(
        Nix.pattern("config", "lib").withEllipsis(),
        Nix.let(
            List.of(Terms.OPTION_TERMS),
            Nix.set(
                Nix.bind(
                    Nix.attr("options", "leaf", "hardware"),
                    option(
                        hardware(), "What the host is made of and its tuning: its hardware.nix.")),
                Nix.bind(
                        Nix.attr("config", "assertions"),
                        Nix.list(
                            Nix.set(
                                Nix.bind(
                                    "assertion",
                                    Terms.builtin("deepSeq")
                                        .call(Nix.ref("config").select("leaf", "hardware"), true)),
                                Nix.bind("message", "leaf.hardware cannot be evaluated"))))
                    .withBlankLine()
                    .withComment("Options are checked when they are read: read them all."))));
  }

  private static NixExpr hardware() {
    return openSet(
        Nix.bind("system", system()),
        Nix.bind("hardware", machine()),
        Nix.bind("os", os()),
        Nix.bind("disks", option(listOf(disk()), Nix.list(), "Physical whole disks.")),
        Nix.bind(
            "networking",
            section(
                "Its network hardware.",
                Nix.bind(
                    "interfaces",
                    option(
                        type("attrsOf").call(networkInterface()),
                        Nix.set(),
                        "Network interfaces by device.")))),
        Nix.bind("performance", performance()),
        Nix.bind("storage", storage()),
        Nix.bind("monitoring", monitoring()));
  }

  private static NixExpr system() {
    return section(
        "Which machine it is.",
        Nix.bind("hostname", option(type("str"), "The name it is filed under.")),
        Nix.bind("computerName", optional(type("str"), "The name its owner gave it.")),
        Nix.bind("model", optional(type("str"), "Model identifier, such as Mac14,14.")),
        Nix.bind("serialNumber", optional(type("str"), "Serial number.")));
  }

  private static NixExpr machine() {
    return section(
        "Processor and memory.",
        Nix.bind(
            "cpu",
            section(
                "The processor.",
                Nix.bind("type", optional(type("str"), "Its name, such as Apple M2 Ultra.")),
                Nix.bind("cores", option(type("ints", "positive"), "Physical cores.")),
                Nix.bind("threads", optional(type("ints", "positive"), "Logical cores.")))),
        Nix.bind(
            "memory",
            section(
                "Main memory.",
                Nix.bind("sizeGB", option(type("ints", "unsigned"), "Whole gibibytes.")),
                Nix.bind("sizeBytes", option(type("ints", "positive"), "Bytes.")))),
        Nix.bind(
            "arch",
            option(
                type("enum").call(Nix.list("arm64", "x86_64")),
                "Architecture of the processor itself.")));
  }

  private static NixExpr os() {
    return section(
        "What it ran when it was asked.",
        Nix.bind("version", optional(type("str"), "macOS version.")),
        Nix.bind("build", optional(type("str"), "macOS build.")),
        Nix.bind("kernel", optional(type("str"), "Darwin kernel release.")));
  }

  private static NixExpr disk() {
    return openSet(
        Nix.bind("device", option(type("str"), "Device name, such as disk0.")),
        Nix.bind("size", option(type("ints", "unsigned"), "Bytes.")),
        Nix.bind("content", optional(type("str"), "Partition scheme.")),
        Nix.bind("internal", optional(type("bool"), "Whether it is built in.")),
        Nix.bind("protocol", optional(type("str"), "How it is attached.")),
        Nix.bind("model", optional(type("str"), "Its model.")));
  }

  private static NixExpr networkInterface() {
    return openSet(
        Nix.bind("port", optional(type("str"), "Hardware port, such as Ethernet.")),
        Nix.bind("macAddress", optional(type("str"), "Hardware address.")));
  }

  private static NixExpr performance() {
    return section(
        "Tuning: how much to run at once.",
        Nix.bind(
            "memoryPressure",
            section(
                "Memory pressure.",
                Nix.bind(
                    "threshold",
                    optional(
                        type("ints", "between").call(1, 100),
                        "Percent of memory in use at which pressure is reported.")))),
        Nix.bind("maxConcurrency", optional(type("str"), "As a word: high, medium or low.")),
        Nix.bind(
            "nats",
            section(
                "The NATS server.",
                Nix.bind(
                    "maxConnections", optional(type("ints", "positive"), "Client connections.")),
                Nix.bind(
                    "maxPending",
                    optional(matching(SIZE), "What may wait for one slow client, as 512MB.")))));
  }

  private static NixExpr storage() {
    return section(
        "Tuning: how much to keep.",
        Nix.bind(
            "jetstream",
            section(
                "JetStream of the NATS server.",
                Nix.bind("maxFileStore", optional(matching(SIZE), "Disk, as 500GB.")),
                Nix.bind("maxMemoryStore", optional(matching(SIZE), "Memory, as 16GB.")))),
        Nix.bind(
            "backup",
            section(
                "Backups.",
                Nix.bind(
                    "retentionDays", optional(type("ints", "positive"), "Days they are kept.")))));
  }

  private static NixExpr monitoring() {
    return section(
        "Tuning: monitoring.",
        Nix.bind(
            "prometheus",
            section(
                "Prometheus.",
                Nix.bind(
                    "retention",
                    optional(matching(DURATION), "How long samples are kept, as 30d.")))));
  }
}
