package org.leafinventory.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.model.HostName;
import org.leafinventory.testkit.arbitrary.Inventories;

class HostNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "Mac-Studio", "m1.lab.example", "build_7", "a--b", "x-.y"})
  void names_of_machines_are_taken_as_they_are(String name) {
    assertThat(HostName.of(name)).hasToString(name);
    assertThat(HostName.tryParse(name)).contains(HostName.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "../etc",
        "a/b",
        "a\\b",
        "-rf",
        "a-",
        ".a",
        "a.",
        "_a",
        "a..b",
        "a b",
        "a\n",
        "\na",
        "a\u0000",
        "ä",
        "a\u202eb",
        "${x}",
        "a'b",
        "~",
        "con:"
      })
  void names_that_are_unsafe_anywhere_are_refused(String name) {
    assertThat(HostName.tryParse(name)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostName.of(name))
        .withMessageStartingWith("not a usable host name: \"")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
  }

  @ParameterizedTest
  @CsvSource({"63, true", "64, false"})
  void length_is_limited_to_63(int length, boolean valid) {
    assertThat(HostName.tryParse("a".repeat(length)).isPresent()).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({"studio-1, true", "Studio, true", "a_b, false", "a.b, false"})
  void macos_takes_no_dot_and_no_underscore(String name, boolean taken) {
    assertThat(HostName.of(name).isRfc1123()).isEqualTo(taken);
  }

  @Provide
  Arbitrary<String> nearlyNames() {
    return Arbitraries.strings()
        .withChars("aZ09.-_ ä\n")
        .ofMaxLength(6)
        .map(text -> text.length() == 6 ? text.replace('ä', 'x').repeat(11) : text);
  }

  @Property
  void what_is_taken_is_what_the_grammar_says(@ForAll("nearlyNames") String text) {
    boolean usable =
        text.length() <= 63
            && text.matches("[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
            && !text.contains("..");

    assertThat(HostName.tryParse(text).isPresent()).isEqualTo(usable);
  }

  @Property
  void the_longest_name_has_63_characters(@ForAll @IntRange(min = 1, max = 70) int length) {
    assertThat(HostName.tryParse("a".repeat(length)).isPresent()).isEqualTo(length <= 63);
  }

  @Provide
  Arbitrary<HostName> names() {
    return Inventories.hostNames();
  }

  @Provide
  Arbitrary<String> texts() {
    return Inventories.anyText();
  }

  @Property
  void name_is_one_folder_below(@ForAll("names") HostName name) {
    Path root = Path.of("/root");

    assertThat(root.resolve(name.value()).normalize().getParent()).isEqualTo(root);
  }

  @Property
  void whatever_is_taken_is_one_folder_below(@ForAll("texts") String text) {
    HostName.tryParse(text).ifPresent(this::name_is_one_folder_below);
  }

  @Property
  void order_is_that_of_the_text(@ForAll("names") HostName a, @ForAll("names") HostName b) {
    assertThat(Integer.signum(a.compareTo(b)))
        .isEqualTo(Integer.signum(a.value().compareTo(b.value())));
  }
}
