package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.probe.Bytes;

/** The name under which a machine is filed, whatever it calls itself. */
class HostNameTest {

  @Test
  void is_the_local_host_name_with_its_case() {
    Said said =
        Said.bareMac()
            .says("scutil-LocalHostName", "Anns-iMac\n")
            .says("scutil-HostName", "other.leaf.example\n")
            .sysctl("kern.hostname: dhcp-17.leaf.example");
    assertThat(name(said)).isEqualTo("Anns-iMac");
  }

  @Test
  void is_the_first_label_of_the_host_name_where_no_local_one_is_set() {
    Said said = nameless().says("scutil-HostName", "mini-7.leaf.example\n");
    assertThat(name(said)).isEqualTo("mini-7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HostName: not set\n", ""})
  void is_the_first_label_of_the_kernels_name_where_nothing_is_set(String answer) {
    Said said =
        nameless()
            .fails("scutil-HostName", 1, answer, "HostName: not set\n")
            .sysctl("kern.hostname: build-3.local");
    assertThat(name(said)).isEqualTo("build-3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost.localdomain", "LOCALHOST"})
  void is_never_what_every_machine_without_a_name_is_called(String name) {
    assertOneSafeLine(nameless().sysctl("kern.hostname: " + name));
  }

  @Test
  void is_asked_of_the_next_one_where_the_first_did_not_answer() {
    Said said = nameless().timesOut("scutil-LocalHostName").says("scutil-HostName", "mini-8");
    assertThat(name(said)).isEqualTo("mini-8");
  }

  static Stream<String> hostileNames() {
    return Stream.of(
        "../../etc",
        "a;rm -rf",
        "a\n}; services.evil = true; {",
        "x".repeat(300),
        "nul\0byte",
        "gnp.exe\u202Egpj",
        "\u001b[2J\u001b]0;gone\u0007",
        "${pkgs.evil}",
        "''${x}",
        "-rf",
        ".hidden",
        "a..b",
        "café",
        "two words",
        "a\u2028b",
        "zero\u200Bwidth");
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void is_refused_in_one_safe_line_where_it_is_hostile(String name) {
    assertOneSafeLine(
        Said.bareMac().says("scutil-LocalHostName", name + "\n").says("scutil-HostName", "mini"));
  }

  static Stream<String> hostileFirstLabels() {
    return hostileNames().filter(name -> name.indexOf('.') <= 0);
  }

  @ParameterizedTest
  @MethodSource("hostileFirstLabels")
  void is_refused_however_the_hostile_name_was_told(String name) {
    assertOneSafeLine(nameless().says("scutil-HostName", name));
  }

  @Test
  void is_refused_where_it_is_not_utf_8() {
    byte[] name = {'m', 'i', 'n', 'i', (byte) 0xFF};
    assertOneSafeLine(
        Said.bareMac()
            .says("scutil-LocalHostName", Bytes.of(name))
            .says("scutil-HostName", "another"));
  }

  @Test
  void is_missed_where_nobody_tells_one() {
    assertThatThrownBy(() -> nameless().inventory())
        .isInstanceOf(InterpretationException.class)
        .hasMessage("the machine told no host name (scutil --get LocalHostName)");
  }

  private static void assertOneSafeLine(Said said) {
    assertThatThrownBy(said::inventory)
        .isInstanceOf(InterpretationException.class)
        .message()
        .hasSizeLessThan(250)
        .doesNotContainPattern("[\\p{Cntrl}\\u200b\\u2028\\u202e]");
  }

  private static Said nameless() {
    return Said.bareMac().fails("scutil-LocalHostName", 1, "", "LocalHostName: not set\n");
  }

  private static String name(Said said) {
    return said.inventory().hostName().value();
  }
}
