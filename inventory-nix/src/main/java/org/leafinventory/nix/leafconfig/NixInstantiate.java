package org.leafinventory.nix.leafconfig;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leafinventory.nix.leafconfig.BoundedProcess.End;
import org.leafinventory.nix.leafconfig.LeafConfigException.Kind;

/** Evaluates a file with {@code nix-instantiate}, shut off from all but the files beside it. */
final class NixInstantiate {

  private static final String HOW_TO_GET =
      "; install Nix (https://nixos.org/download, or the package nix-bin of Debian), or write the"
          + " hosts to "
          + LeafConfigReader.JSON_FILE
          + ", which needs no Nix";

  private static final List<String> OPTIONS =
      List.of(
          "--eval",
          "--strict",
          "--json",
          "--show-trace",
          "--store",
          "dummy://",
          "--option",
          "restrict-eval",
          "true",
          "--option",
          "allow-import-from-derivation",
          "false",
          "--option",
          "allow-unsafe-native-code-during-evaluation",
          "false");

  /** No settings, caches or channels of whoever runs this, and no endless memory. */
  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("HOME", "/dev/null"),
          Map.entry("XDG_CACHE_HOME", "/dev/null"),
          Map.entry("XDG_CONFIG_HOME", "/dev/null"),
          Map.entry("XDG_DATA_HOME", "/dev/null"),
          Map.entry("XDG_STATE_HOME", "/dev/null"),
          Map.entry("NIX_CONF_DIR", "/dev/null"),
          Map.entry("NIX_USER_CONF_FILES", ""),
          Map.entry("NIX_PATH", ""),
          Map.entry("GC_MAXIMUM_HEAP_SIZE", "2G"),
          Map.entry("TERM", "dumb"),
          Map.entry("NO_COLOR", "1"));

  private final Optional<Path> program;
  private final Optional<Path> nixpkgsLib;
  private final Duration timeout;
  private final NixLookup lookup = NixLookup.ofThisProcess();

  NixInstantiate(Optional<Path> program, Optional<Path> nixpkgsLib, Duration timeout) {
    this.program = program;
    this.nixpkgsLib = nixpkgsLib;
    this.timeout = timeout;
  }

  JsonNode evaluate(Path file) {
    BoundedProcess.Result result = run(file);
    if (result.end() == End.TIMED_OUT) {
      throw new LeafConfigException(
          file,
          Kind.STOPPED,
          "Nix did not finish in "
              + timeout.toMillis() / 1000.0
              + " s; look for an endless recursion in it, or allow more time",
          null);
    }
    if (result.end() == End.SAID_TOO_MUCH) {
      throw new LeafConfigException(
          file, Kind.STOPPED, "Nix said more than 4 MiB; this is not a list of hosts", null);
    }
    if (result.exit() != 0) {
      throw new NixMessage(file, nixpkgsLib).of(result);
    }
    return JsonText.parse(result.stdout(), file);
  }

  private BoundedProcess.Result run(Path file) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command(find(file), file.toRealPath()));
      builder.environment().clear();
      builder.environment().put("PATH", lookup.searchPath());
      builder.environment().putAll(ENVIRONMENT);
      return BoundedProcess.run(builder, timeout);
    } catch (IOException e) {
      throw new LeafConfigException(
          file, Kind.NO_NIX, "Nix could not be started: " + e.getMessage() + HOW_TO_GET, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeafConfigException(
          file, Kind.STOPPED, "the thread was interrupted while Nix read it; read it again", e);
    }
  }

  private List<String> command(Path nix, Path file) {
    List<String> command = new ArrayList<>();
    command.add(nix.toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-I", "leaf=" + topFolder(file)));
    nixpkgsLib.ifPresent(lib -> command.addAll(List.of("-I", "nixpkgs-lib=" + topFolder(lib))));
    command.addAll(List.of("--argstr", "file", file.toString()));
    nixpkgsLib.ifPresent(lib -> command.addAll(List.of("--argstr", "nixpkgsLib", lib.toString())));
    String lib =
        nixpkgsLib.isPresent()
            ? "{ nixpkgsLib, file }: ("
                + resource("evaluate.nix")
                + ")"
                + " { lib = import (/. + nixpkgsLib); } { inherit file; }"
            : "(" + resource("evaluate.nix") + ") { lib = (" + resource("lib.nix") + "); }";
    command.addAll(List.of("-E", lib));
    return command;
  }

  private Path find(Path file) {
    return program
        .map(Path::toAbsolutePath)
        .or(lookup::find)
        .orElseThrow(
            () ->
                new LeafConfigException(
                    file,
                    Kind.NO_NIX,
                    "there is no nix-instantiate on the PATH" + HOW_TO_GET,
                    null));
  }

  /** Nix refuses to read outside; {@code ../} of any depth stays possible. */
  private static Path topFolder(Path file) {
    return file.getRoot().resolve(file.getName(0));
  }

  private static String resource(String name) {
    try (InputStream in = NixInstantiate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside this class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
