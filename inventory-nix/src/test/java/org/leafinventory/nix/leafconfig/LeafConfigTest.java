package org.leafinventory.nix.leafconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HostName;

class LeafConfigTest {

  private static final LeafNode ONE =
      LeafNode.of(HostName.of("one"), "10.1.1.10").withUsername("admin").withSshPort(2222);
  private static final LeafNode TWO = LeafNode.of(HostName.of("two"), "fe80::1");

  @Test
  void lists_the_primary_first() {
    LeafConfig config = LeafConfig.of(ONE, List.of(TWO));
    assertThat(config.nodes()).containsExactly(ONE, TWO);
    assertThat(config.primary()).isEqualTo(ONE);
    assertThat(config.secondaries()).containsExactly(TWO);
    assertThat(config.targets())
        .extracting(Target::toString)
        .containsExactly("ssh://admin@10.1.1.10:2222", "ssh://[fe80::1]");
  }

  @Test
  void refuses_two_hosts_of_one_name_in_any_spelling() {
    LeafNode again = LeafNode.of(HostName.of("ONE"), "10.1.1.11");
    assertThatThrownBy(() -> LeafConfig.of(ONE, List.of(TWO, again)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "deployment.secondaries[1].hostname: ONE is that of deployment.primary.hostname"
                + " already; remove or change one of them");
  }

  @Test
  void refuses_two_hosts_at_one_address_and_port() {
    LeafNode plain = LeafNode.of(HostName.of("a"), "mac.local");
    LeafNode again = LeafNode.of(HostName.of("b"), "Mac.local").withSshPort(22);
    assertThatThrownBy(() -> LeafConfig.of(plain, List.of(again)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "deployment.secondaries[0].address: Mac.local with port 22 is that of"
                + " deployment.primary.address already; remove or change one of them");
  }

  @Test
  void takes_two_hosts_behind_one_address_on_different_ports() {
    LeafNode plain = LeafNode.of(HostName.of("a"), "10.1.1.10");
    assertThat(LeafConfig.of(plain, List.of(ONE)).nodes()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "10.1.1.10:22",
        "admin@host",
        "10.1.1",
        "10.1.1.256",
        "10.1.1.10.",
        "[fe80::1]",
        "-oProxyCommand=x",
        "a b",
        "host\n",
        "ssh://host",
        "10.1.1.010"
      })
  void refuses_what_is_no_address(String address) {
    HostName name = HostName.of("a");
    assertThatThrownBy(() -> LeafNode.of(name, address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not an address: \"")
        .hasMessageEndingWith(
            "\"; write a host name or IP address, without user, port and brackets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "a@b", "-l", "a\n"})
  void refuses_what_is_no_user_name(String user) {
    assertThatThrownBy(() -> ONE.withUsername(user))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a user name: \"");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65_536, Integer.MAX_VALUE})
  void refuses_what_is_no_port(int port) {
    assertThatThrownBy(() -> ONE.withSshPort(port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a port: " + port + "; write a whole number from 1 to 65535");
  }

  @Test
  void is_equal_by_value_and_fit_for_a_log_line() {
    LeafNode same = LeafNode.of(HostName.of("one"), "10.1.1.10").withSshPort(2222);
    assertThat(same.withUsername("admin")).isEqualTo(ONE).hasSameHashCodeAs(ONE);
    assertThat(same).isNotEqualTo(ONE);
    assertThat(LeafConfig.of(ONE, List.of()))
        .isEqualTo(LeafConfig.of(same.withUsername("admin"), List.of()))
        .hasToString("[one (ssh://admin@10.1.1.10:2222)]");
  }
}
