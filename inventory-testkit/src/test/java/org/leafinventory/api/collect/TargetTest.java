package org.leafinventory.api.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.collect.Target;
import org.leafinventory.testkit.arbitrary.Inventories;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "10.1.1.10, ssh, 10.1.1.10, -, -, ssh://10.1.1.10",
    "admin@host, ssh, host, admin, -, ssh://admin@host",
    "host:2222, ssh, host, -, 2222, ssh://host:2222",
    "host:2222/, ssh, host, -, 2222, ssh://host:2222",
    "ssh://admin@host:2222/, ssh, host, admin, 2222, ssh://admin@host:2222",
    "SSH://Host, ssh, Host, -, -, ssh://Host",
    "' host ', ssh, host, -, -, ssh://host",
    "fe80::1, ssh, fe80::1, -, -, ssh://[fe80::1]",
    "fe80::1%en0, ssh, fe80::1%en0, -, -, ssh://[fe80::1%en0]",
    "admin@[fe80::1]:22, ssh, fe80::1, admin, 22, ssh://admin@[fe80::1]:22",
    "ssh://2001:db8::1, ssh, 2001:db8::1, -, -, ssh://[2001:db8::1]",
    "local:, local, '', -, -, local:",
    "oshi:local, oshi, local, -, -, oshi:local",
    "recording:/tmp/12:30, recording, /tmp/12:30, -, -, recording:/tmp/12:30",
    "recording:/tmp/a%40b%25, recording, /tmp/a@b%, -, -, recording:/tmp/a%40b%25",
    "recording:/tmp/50%, recording, /tmp/50%, -, -, recording:/tmp/50%25",
    "agent://admin@host, agent, host, admin, -, agent://admin@host",
  })
  void every_spelling_is_understood_and_printed(
      String text, String scheme, String address, String user, String port, String printed) {
    Target target = Target.parse(text);

    assertThat(target.scheme()).isEqualTo(scheme);
    assertThat(target.address()).isEqualTo(address);
    assertThat(target.user().orElse("-")).isEqualTo(user);
    assertThat(target.port().stream().boxed().map(String::valueOf).findFirst().orElse("-"))
        .isEqualTo(port);
    assertThat(target).hasToString(printed);
    assertThat(Target.parse(printed)).isEqualTo(target).hasSameHashCodeAs(target);
  }

  @Provide
  Arbitrary<Target> targets() {
    Arbitrary<String> hosts =
        Arbitraries.oneOf(
            Inventories.hostNames().map(Object::toString),
            Arbitraries.of("10.1.1.10", "fe80::1", "2001:db8::1%en0", "::1", "bücher.example"));
    Arbitrary<String> schemes = Arbitraries.of("ssh", "agent", "fe80", "a+b.c-1");
    Arbitrary<Target> network =
        Combinators.combine(
                schemes,
                hosts,
                Arbitraries.of("admin", "o'neil", "名前", "a%40b").optional(0.5),
                Arbitraries.integers().between(1, 65_535).optional(0.5))
            .as(
                (scheme, host, user, port) -> {
                  Target plain = Target.of(scheme, host);
                  Target named = user.map(plain::withUser).orElse(plain);
                  return port.map(named::withPort).orElse(named);
                });
    Arbitrary<Target> opaque =
        Combinators.combine(Arbitraries.of("local", "recording", "fe80", "c"), addresses())
            .as(Target::of);
    return Arbitraries.oneOf(network, opaque);
  }

  private static Arbitrary<String> addresses() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "", "22", "22/", ":1", "::", "//x", "//x:1", "/tmp/a@b", "%40", "%", "%zz", "a b"),
            Arbitraries.strings().withChars("a1:/%[]. '\"\\é").ofMaxLength(12))
        .filter(address -> !address.matches(".*:.*@.*"));
  }

  @Property
  void what_is_printed_is_read_back(@ForAll("targets") Target target) {
    assertThat(Target.parse(target.toString())).isEqualTo(target);
    assertThat(target.toString()).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin:s3cret@host",
        "admin:se/s3cret@host",
        "admin:s3@cret@host",
        "Admin:/s3cret@host",
        "admin:s3cret@",
        "admin:s3cret@host:22",
        "admin:s3cret@[::1]",
        ":s3cret@host",
        "ssh://u:s3cret@h",
        "ssh://u:s3/s3cret@h",
        "ssh://u:s3cret@h:99999",
        "ssh://u:s3cret@",
        "1x://u:s3cret@h",
        "recording:x:s3cret@h",
        "admin:s3 s3cret@host",
        "admin:s3\ncret-s3cret@host",
        "ssh://admin:s3cret",
        "ssh://admin:s3cret/x",
      })
  void password_is_refused_and_never_shown(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Target.parse(text))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3").doesNotContain("cret"));
  }

  @Test
  void password_is_refused_wherever_a_target_is_made() {
    List<Runnable> attempts =
        List.of(
            () -> Target.of("agent", "u:s3cret@h"),
            () -> Target.of("ssh", "u:s3cret@h"),
            () -> Target.ssh("u:s3cret@h"),
            () -> Target.ssh("host").withUser("u:s3cret"));

    for (Runnable attempt : attempts) {
      assertThatIllegalArgumentException()
          .isThrownBy(attempt::run)
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the host is missing",
        "admin@ | the host is missing",
        "@host | the user name is empty",
        "a b | the host is not a name or address",
        "-oProxyCommand=x | the host is not a name or address",
        "host:0 | the port must be a number from 1 to 65535",
        "host:65536 | the port must be a number from 1 to 65535",
        "ssh://host:ssh | the port must be a number from 1 to 65535",
        "host/path | it is not made of user, host and port",
        "ssh://a[b] | it is not made of user, host and port",
      })
  void what_is_no_target_is_refused_with_the_reason_and_examples(String text, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Target.parse(text))
        .withMessageStartingWith("not a target: ")
        .withMessageContaining(reason)
        .withMessageEndingWith("; write 10.1.1.10, admin@host or ssh://admin@host:2222");
  }

  @Test
  void control_and_format_characters_are_refused_and_shown_escaped() {
    for (String text : List.of("a\u001bb", "a\u202eb", "ab\u0085c", "local:\u0007", "x@\u2028")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Target.parse(text))
          .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
    }
  }

  @Test
  void only_an_address_on_the_network_has_user_and_port() {
    Target local = Target.of("recording", "/tmp/studio");

    assertThatIllegalArgumentException().isThrownBy(() -> local.withUser("admin"));
    assertThatIllegalArgumentException().isThrownBy(() -> local.withPort(22));
    assertThatIllegalArgumentException().isThrownBy(() -> Target.ssh("host").withPort(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Target.ssh("host:22"));
    assertThatIllegalArgumentException().isThrownBy(() -> Target.of("SSH", "host"));
  }
}
