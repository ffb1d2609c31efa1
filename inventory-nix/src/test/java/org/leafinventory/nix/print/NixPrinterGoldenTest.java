package org.leafinventory.nix.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The official style, in whole files. */
class NixPrinterGoldenTest {

  @ParameterizedTest
  @MethodSource("names")
  void prints_the_reviewed_text(String name) throws IOException {
    String printed = NixPrinter.print(Objects.requireNonNull(GoldenFiles.all().get(name)));
    assertThat(printed).isEqualTo(reviewed(name));
  }

  static Stream<String> names() {
    return GoldenFiles.all().keySet().stream();
  }

  private static String reviewed(String name) throws IOException {
    try (InputStream file = NixPrinterGoldenTest.class.getResourceAsStream(name + ".nix")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
