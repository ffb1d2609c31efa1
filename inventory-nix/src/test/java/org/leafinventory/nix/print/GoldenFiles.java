package org.leafinventory.nix.print;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixFile;
import org.leafinventory.nix.ast.NixRef;

/** Trees whose printed form is kept, reviewed, among the test resources. */
final class GoldenFiles {

  private static final NixRef LIB = Nix.ref("lib");
  private static final NixRef PKGS = Nix.ref("pkgs");
  private static final NixRef CONFIG = Nix.ref("config");

  private GoldenFiles() {}

  static Map<String, NixFile> all() {
    Map<String, NixFile> files = new LinkedHashMap<>();
    files.put("module", module());
    files.put("values", values());
    files.put("strings", strings());
    files.put("functions", functions());
    files.put("control", control());
    files.put("operators", operators());
    files.put("calls", calls());
    files.put("comments", comments());
    return files;
  }

  private static NixFile module() {
    NixExpr cfg = CONFIG.select("services", "leaf");
    Binding options =
        Nix.bind(
            Nix.attr("options", "services", "leaf"),
            Nix.set(
                Nix.bind("enable", LIB.select("mkEnableOption").call("the leaf service")),
                Nix.bind(
                    "port",
                    LIB.select("mkOption")
                        .call(
                            Nix.set(
                                Nix.bind("type", LIB.select("types", "port")),
                                Nix.bind("default", 8080))))));
    Binding result =
        Nix.bind(
            "config",
            LIB.select("mkIf")
                .call(
                    Nix.ref("cfg").select("enable"),
                    Nix.set(
                        Nix.bind(
                            Nix.attr("environment", "systemPackages"),
                            Nix.list(PKGS.select("leaf"))),
                        Nix.bind(Nix.attr("launchd", "daemons", "leaf.agent", "enable"), true))));
    return Nix.file(
            Nix.function(
                Nix.pattern("config", "lib", "pkgs").withEllipsis(),
                Nix.let(List.of(Nix.bind("cfg", cfg)), Nix.set(options, result.withBlankLine()))))
        .withHeader("A module.\nWritten by hand.");
  }

  private static NixFile values() {
    return Nix.file(
        Nix.set(
            Nix.bind("null", null),
            Nix.bind("yes", true),
            Nix.bind("int", 42),
            Nix.bind("negative", -1),
            Nix.bind("smallest", Long.MIN_VALUE),
            Nix.bind("float", 0.5),
            Nix.bind("emptyList", List.of()),
            Nix.bind("emptySet", Map.of()),
            Nix.bind("one", List.of("x")),
            Nix.bind("two", Nix.list(-1, Nix.ref("f").call(1))),
            Nix.bind("sets", List.of(Map.of("a", 1))),
            Nix.bind(Nix.attr("a", "b.c", "inherit"), Nix.path("./file.nix")),
            Nix.bind(Nix.attr(Nix.ref("name")), 1),
            Nix.bind(Nix.attr(Nix.string("x-", Nix.ref("name"))), 2),
            Nix.bind("rec", Nix.rec(Nix.bind("x", 1), Nix.bind("y", Nix.ref("x")))),
            Nix.inherit("c", "or", "d").withBlankLine(),
            Nix.inheritFrom(LIB, "mkIf", "mkMerge"),
            Nix.inheritFrom(CONFIG.select("x"), "p", "q", "r", "s")));
  }

  private static NixFile strings() {
    return Nix.file(
        Nix.list(
            "plain ${text} and $${text}",
            "quote \" backslash \\ newline \n tab \t return \r",
            Nix.string("Hello ", Nix.ref("name"), ", ", PKGS.select("hi").call(1), "!"),
            Nix.string("$", Nix.ref("price")),
            Nix.string("#!/bin/sh\necho ${HOME}\n\n  exec ", PKGS.select("sh"), " ''quoted''\n")
                .indented(),
            Nix.string("one line").indented(),
            Nix.string("  all lines\n  are indented").indented(),
            Nix.string("no\nfinal newline").indented()));
  }

  private static NixFile functions() {
    NixExpr body = Nix.set(Nix.bind("x", 1));
    return Nix.file(
        Nix.set(
            Nix.bind("identity", Nix.function("x", Nix.ref("x"))),
            Nix.bind("overlay", Nix.function("final", Nix.function("prev", body))),
            Nix.bind("none", Nix.function(Nix.pattern(), 1)),
            Nix.bind("any", Nix.function(Nix.pattern().withEllipsis(), body)),
            Nix.bind("two", Nix.function(Nix.pattern("a", "b").boundTo("args"), body)),
            Nix.bind(
                "fallbacks",
                Nix.function(
                    Nix.pattern("a").withOptional("b", null).withOptional("c", body), body))));
  }

  private static NixFile control() {
    NixExpr ready = Nix.ref("ready");
    return Nix.file(
        Nix.require(
            ready,
            Nix.let(
                List.of(
                    Nix.bind("short", Nix.when(ready, 1, 2)),
                    Nix.bind("long", Nix.when(ready, Map.of("a", 1), List.of())),
                    Nix.bind("chain", Nix.when(ready, 1, Nix.when(ready.not(), 2, 3))),
                    Nix.bind("packages", Nix.with(PKGS, Nix.list(Nix.ref("git"), Nix.ref("jq")))),
                    Nix.bind("nested", Nix.let(List.of(Nix.bind("a", 1)), Nix.ref("a")))),
                Nix.with(LIB, Nix.ref("long").select("a").orElse(1)))));
  }

  private static NixFile operators() {
    NixExpr a = Nix.ref("a");
    NixExpr b = Nix.ref("b");
    NixExpr c = Nix.ref("c");
    NixExpr wide = Nix.ref("a".repeat(40));
    return Nix.file(
        Nix.set(
            Nix.bind("sum", a.plus(b).times(c)),
            Nix.bind("left", a.minus(b).minus(c)),
            Nix.bind("right", a.minus(b.minus(c))),
            Nix.bind("logic", a.and(b).or(c).implies(a.not())),
            Nix.bind("compared", a.isEqualTo(b).isEqualTo(c)),
            Nix.bind("negated", a.plus(b).negate().minus(-1)),
            Nix.bind("has", a.has("x", "y z").and(a.select("x").orElse(0).isEqualTo(1))),
            Nix.bind("merged", a.update(Nix.set(Nix.bind("x", 1)))),
            Nix.bind("extended", Nix.list(1, 2).concat(b).concat(c)),
            Nix.bind("broken", wide.and(wide).and(wide))));
  }

  private static NixFile calls() {
    NixExpr f = Nix.ref("f");
    NixExpr set = Nix.set(Nix.bind("x", 1));
    NixExpr wide = Nix.string("w".repeat(60));
    return Nix.file(
        Nix.set(
            Nix.bind("short", f.call(1, "two", Nix.ref("three").call(3))),
            Nix.bind("absorbed", f.call(1, set)),
            Nix.bind("between", f.call(set, 1)),
            Nix.bind("twoSets", f.call(set, set)),
            Nix.bind("lambda", f.call(Nix.function("self", set))),
            Nix.bind("imported", Nix.ref("import").call(Nix.path("./x.nix"), Map.of())),
            Nix.bind("wide", f.call(wide, wide)),
            Nix.bind("selected", f.call(1).select("a").select("b")),
            Nix.bind("called", f.select("g").call(1).call(2))));
  }

  private static NixFile comments() {
    return Nix.file(
            Nix.set(
                Nix.bind("a", 1).withComment("why a\r\nis one"),
                Nix.bind(
                        "b",
                        Nix.list(Nix.item(1).withComment("first"), Nix.item(2).withBlankLine()))
                    .withBlankLine()
                    .withComment("the list")
                    .withComment("")
                    .withComment("*/ ends nothing"),
                Nix.bind("c", Nix.list(Nix.item("only").withComment("alone")))))
        .withHeader("Generated; do not edit.");
  }
}
