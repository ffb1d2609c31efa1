package org.leafinventory.nix.leafconfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where {@code nix-instantiate} is looked for.
 *
 * @param searchPath folders with colons between them, as in {@code PATH}
 * @param further folders to look in after those
 */
record NixLookup(String searchPath, List<String> further) {

  private static final String PROGRAM = "nix-instantiate";

  /** Where Nix is on machines whose services and graphical programs have a bare {@code PATH}. */
  private static final List<String> USUAL_FOLDERS =
      List.of("/nix/var/nix/profiles/default/bin", "/run/current-system/sw/bin");

  static NixLookup ofThisProcess() {
    return new NixLookup(
        Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"), USUAL_FOLDERS);
  }

  Optional<Path> find() {
    return Stream.concat(Arrays.stream(searchPath.split(":")), further.stream())
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
