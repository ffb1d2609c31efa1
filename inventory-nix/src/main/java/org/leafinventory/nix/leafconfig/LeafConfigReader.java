package org.leafinventory.nix.leafconfig;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leafinventory.nix.leafconfig.LeafConfigException.Kind;

/**
 * Reads {@code leaf-config.nix} or {@code leaf.config.json}.
 *
 * <pre>{@code
 * { lib, ... }:
 * {
 *   deployment = {
 *     primary = {
 *       hostname = "mac-prod-01";
 *       address = "10.1.1.10";
 *       username = "admin";
 *       sshPort = lib.mkDefault 22;
 *     };
 *     secondaries = [
 *       {
 *         hostname = "mac-prod-02";
 *         address = "10.1.1.11";
 *       }
 *     ];
 *   };
 * }
 * }</pre>
 *
 * <p>{@code hostname} and {@code address} are required; {@code username}, {@code sshPort} and
 * {@code secondaries} may be absent or null. Other keys are not looked at, but one that is a likely
 * misspelling ({@code ip}, {@code host}, {@code user}, {@code port}, …) of a key that is not there
 * is refused with the right name. The JSON file has the same shape.
 *
 * <p>The Nix file is a set or a function of <code>{ lib, ... }</code>, evaluated in place by {@code
 * nix-instantiate} (2.8 or newer) so that relative imports work. Without nixpkgs, {@code lib} is
 * the part of it that such files use: {@code mkDefault}, {@code mkForce}, {@code mkIf}, {@code
 * mkMerge} and functions of lists, sets and strings. What they wrap is resolved as the module
 * system would. Evaluation needs no Nix store and writes nothing; it has no network, no
 * environment, builds nothing, and reads files only below the first folder of the file's path (of
 * {@code /home/ops/leaf/leaf-config.nix}: {@code /home}).
 *
 * <p>Immutable and thread-safe; every read starts a program of its own.
 */
public final class LeafConfigReader {

  /** The name of the Nix file in the folder of a leaf. */
  public static final String NIX_FILE = "leaf-config.nix";

  /** The name of the JSON file in the folder of a leaf. */
  public static final String JSON_FILE = "leaf.config.json";

  private final NixInstantiate nix;

  private LeafConfigReader(NixInstantiate nix) {
    this.nix = nix;
  }

  /** A reader with the {@code nix-instantiate} of {@code PATH}, the own {@code lib}, and 60 s. */
  public static LeafConfigReader create() {
    return builder().build();
  }

  /** A reader that is not like {@link #create()}. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a configuration.
   *
   * @param path a file, read as JSON if its name ends in {@code .json} and as Nix otherwise; or the
   *     folder of a leaf, of which {@value #NIX_FILE} is read or, if there is none, {@value
   *     #JSON_FILE}
   * @throws LeafConfigException if it could not be read; an interrupt of the thread is kept
   */
  public LeafConfig read(Path path) {
    Path file = Files.isDirectory(path) ? inFolder(path) : path;
    requireReadable(file);
    JsonNode content =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
            ? JsonText.readFile(file)
            : nix.evaluate(file);
    return new ConfigShape(file).read(content);
  }

  private static Path inFolder(Path folder) {
    Path nixFile = folder.resolve(NIX_FILE);
    Path jsonFile = folder.resolve(JSON_FILE);
    return !Files.exists(nixFile) && Files.exists(jsonFile) ? jsonFile : nixFile;
  }

  private static void requireReadable(Path file) {
    String problem =
        !Files.exists(file)
            ? "there is no such file; write the hosts to it, or to " + JSON_FILE
            : !Files.isRegularFile(file)
                ? "is not a file; give the path of the configuration"
                : !Files.isReadable(file) ? "may not be read; change its permissions" : "";
    if (!problem.isEmpty()) {
      throw new LeafConfigException(file, Kind.UNREADABLE, problem, null);
    }
  }

  /** What may be changed of a reader. Not thread-safe. */
  public static final class Builder {

    private static final Duration LONGEST = Duration.ofDays(1);

    private @Nullable Path program;
    private @Nullable Path nixpkgsLib;
    private Duration timeout = Duration.ofSeconds(60);

    private Builder() {}

    /** The program to evaluate with, instead of the {@code nix-instantiate} of {@code PATH}. */
    public Builder nixInstantiate(Path newProgram) {
      program = newProgram;
      return this;
    }

    /** The folder of a real nixpkgs, or its {@code lib}, for {@code lib} to come from. */
    public Builder nixpkgsLib(Path folder) {
      nixpkgsLib = folder;
      return this;
    }

    /**
     * How long an evaluation may take; 60 seconds unless set.
     *
     * @throws IllegalArgumentException if it is not positive, or longer than a day
     */
    public Builder timeout(Duration newTimeout) {
      if (newTimeout.isNegative() || newTimeout.isZero() || newTimeout.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "a timeout is more than nothing and at most a day, not " + newTimeout);
      }
      timeout = newTimeout;
      return this;
    }

    /**
     * The reader.
     *
     * @throws IllegalArgumentException if the folder of nixpkgs' lib holds no {@code default.nix}
     */
    public LeafConfigReader build() {
      return new LeafConfigReader(
          new NixInstantiate(
              Optional.ofNullable(program),
              Optional.ofNullable(nixpkgsLib).map(Builder::lib),
              timeout));
    }

    private static Path lib(Path folder) {
      Path inside = folder.resolve("lib");
      Path lib = Files.exists(inside.resolve("default.nix")) ? inside : folder;
      try {
        if (Files.exists(lib.resolve("default.nix"))) {
          return lib.toRealPath();
        }
      } catch (IOException e) {
        throw new IllegalArgumentException("cannot be read: " + folder, e);
      }
      throw new IllegalArgumentException(
          "not the lib of nixpkgs, it has no default.nix: " + folder);
    }
  }
}
