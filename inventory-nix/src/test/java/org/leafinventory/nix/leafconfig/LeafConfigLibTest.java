package org.leafinventory.nix.leafconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions of our {@code lib}; what is expected is what nixpkgs' own lib answers. */
class LeafConfigLibTest {

  @TempDir private Path folder;

  @Test
  void answers_as_the_lib_of_nixpkgs_does() throws Exception {
    RealNix.require();
    String cases = resource("lib-cases.nix");
    Path file = RealNix.write(folder, "lib-cases.nix", cases);
    ProcessBuilder nix =
        new ProcessBuilder(
            "nix-instantiate",
            "--eval",
            "--strict",
            "--json",
            "--store",
            "dummy://",
            "-E",
            "import " + file + " { lib = " + resource("lib.nix") + "; }");
    nix.environment().put("NIX_PATH", "");
    BoundedProcess.Result result = BoundedProcess.run(nix, Duration.ofSeconds(60));
    assertThat(result.stderr()).isEmpty();
    Map<String, String> wrong = new TreeMap<>();
    List<String> names = new ArrayList<>();
    JsonText.parse(result.stdout(), file)
        .properties()
        .forEach(
            answer -> {
              names.add(answer.getKey());
              if (!answer.getValue().get(0).equals(answer.getValue().get(1))) {
                wrong.put(answer.getKey(), answer.getValue().toString());
              }
            });
    assertThat(names).hasSizeGreaterThan(80);
    assertThat(wrong).isEmpty();
  }

  private static String resource(String name) {
    try (InputStream in = LeafConfigLibTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
