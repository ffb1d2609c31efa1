package org.leafinventory.nix.leafconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tests with the real Nix: skipped where there is none, except in CI, which must have it. */
final class RealNix {

  private RealNix() {}

  static void require() {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "nix-instantiate")));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("nix-instantiate is on the PATH, as CI must have it").isTrue();
    }
    assumeTrue(installed, "there is no nix-instantiate on the PATH; install Nix to run this test");
  }

  static Path write(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
