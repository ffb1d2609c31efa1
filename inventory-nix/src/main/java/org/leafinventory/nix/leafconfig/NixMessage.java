package org.leafinventory.nix.leafconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.nix.leafconfig.LeafConfigException.Kind;

/**
 * The essence of what Nix says of a file that it cannot evaluate.
 *
 * <p>Before 2.18 or so the error comes first and the trace below it from inside out; later the
 * trace comes first, from outside in, and the error last.
 */
final class NixMessage {

  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
  private static final Pattern ERROR =
      Pattern.compile(
          "^\\s*error:[ ]*(?<text>\\S.*(?:\\n(?!\\s*(?:at (?:/|«)|…|error:|\\(use ))[ ]*\\S.*)*)",
          Pattern.MULTILINE);
  private static final Pattern POSITION =
      Pattern.compile(
          "^\\s+(?:… )?at (?<file>/.+):(?<line>[0-9]+):(?<column>[0-9]+):?\\s*$",
          Pattern.MULTILINE);
  private static final Pattern UNKNOWN =
      Pattern.compile("(?:attribute|undefined variable) '(?<name>[^']+)'.*");

  private final Path file;
  private final Optional<Path> nixpkgsLib;

  NixMessage(Path file, Optional<Path> nixpkgsLib) {
    this.file = file;
    this.nixpkgsLib = nixpkgsLib;
  }

  LeafConfigException of(BoundedProcess.Result result) {
    String told = COLOUR.matcher(result.stderr()).replaceAll("");
    Optional<MatchResult> error = ERROR.matcher(told).results().reduce((first, last) -> last);
    if (error.isEmpty()) {
      return new LeafConfigException(
          file,
          Kind.EVALUATION,
          "nix-instantiate ended with status " + result.exit() + ": " + told.strip(),
          null);
    }
    String essence = error.get().group(1).strip();
    Kind kind = essence.startsWith("syntax error") ? Kind.SYNTAX : Kind.EVALUATION;
    Optional<Place> place = place(told, error.get());
    return place
        .map(
            at ->
                new LeafConfigException(
                    at.file(), at.position(), kind, essence + advice(essence, at), null))
        .orElseGet(() -> new LeafConfigException(file, kind, essence, null));
  }

  private Optional<Place> place(String told, MatchResult error) {
    List<MatchResult> places =
        POSITION.matcher(told).results().filter(at -> !isInLib(Path.of(at.group(1)))).toList();
    return places.stream()
        .filter(at -> at.start() >= error.end())
        .findFirst()
        .or(() -> places.stream().reduce((first, last) -> last))
        .map(
            at ->
                new Place(
                    asGiven(Path.of(at.group(1))),
                    Integer.parseInt(at.group(2)),
                    Integer.parseInt(at.group(3))));
  }

  private boolean isInLib(Path path) {
    return nixpkgsLib.filter(path::startsWith).isPresent();
  }

  private Path asGiven(Path told) {
    try {
      return Files.isSameFile(told, file) ? file : told;
    } catch (IOException e) {
      return told;
    }
  }

  /** Functions that only the real lib has. */
  private String advice(String essence, Place at) {
    Matcher unknown = UNKNOWN.matcher(essence);
    if (nixpkgsLib.isPresent() || !unknown.lookingAt() || !at.speaksOfLib()) {
      return "";
    }
    return "; the lib given to this file holds the common functions of nixpkgs' lib and no '"
        + unknown.group("name")
        + "': write it without, or read it with the lib of a real nixpkgs";
  }

  /** Where in a file. */
  private record Place(Path file, int line, int column) {

    private static final Pattern LIB = Pattern.compile("\\blib\\b");
    private static final Pattern WITH_LIB = Pattern.compile("\\bwith\\s+lib\\b");

    String position() {
      return line + ":" + column;
    }

    boolean speaksOfLib() {
      try {
        String text = Files.readString(file);
        return WITH_LIB.matcher(text).find()
            || text.lines().skip(line - 1L).limit(1).anyMatch(it -> LIB.matcher(it).find());
      } catch (IOException e) {
        return false;
      }
    }
  }
}
