package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.model.InterfaceType;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.probe.Bytes;

class NetworkReaderTest {

  private static final String PORTS =
      """

      Hardware Port: Ethernet
      Device: en0
      Ethernet Address: 02:1E:AF:00:00:01

      Hardware Port: USB 10/100 LAN: dock
      Device: en7
      Ethernet Address: N/A

      VLAN Configurations
      ===================
      """;
  private static final String STATES =
      """
      lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384
      \tinet 127.0.0.1 netmask 0xff000000
      en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 9000
      \tether 02:1e:af:00:00:01
      \tinet6 fe80::1234%en0 prefixlen 64 secured scopeid 0x4
      \tinet 192.0.2.7 netmask 0xffffff00 broadcast 192.0.2.255
      \tmedia: autoselect (10Gbase-T <full-duplex>)
      \tstatus: active
      stf0: flags=0<> mtu 1280
      """;

  @Test
  void joins_ports_with_their_state() {
    assertThat(interfaces(Said.bareMac().says("networksetup", PORTS).says("ifconfig", STATES)))
        .containsExactly(
            NetworkInterface.builder()
                .port("Ethernet")
                .device("en0")
                .macAddress("02:1e:af:00:00:01")
                .addAddresses("fe80::1234", "192.0.2.7")
                .active(true)
                .linkSpeedMbps(10_000)
                .mtu(9000)
                .type(InterfaceType.ETHERNET)
                .build(),
            NetworkInterface.builder()
                .port("USB 10/100 LAN: dock")
                .device("en7")
                .type(InterfaceType.ETHERNET)
                .build());
  }

  @Test
  void ports_are_known_where_their_state_is_not() {
    Said said = Said.bareMac().says("networksetup", PORTS).timesOut("ifconfig");
    assertThat(interfaces(said)).extracting(NetworkInterface::device).containsExactly("en0", "en7");
    assertThat(said.issues()).singleElement().matches(it -> it.kind() == IssueKind.TIMED_OUT);
  }

  @Test
  void ethernet_like_interfaces_stand_in_for_ports() {
    Said said =
        Said.bareMac()
            .fails("networksetup", 127, "", "sh: networksetup: command not found\n")
            .says("ifconfig", STATES);
    assertThat(interfaces(said)).extracting(NetworkInterface::device).containsExactly("en0");
    assertThat(said.issues()).singleElement().matches(it -> it.kind() == IssueKind.MISSING_TOOL);
  }

  @ParameterizedTest
  @CsvSource({
    "autoselect (1000baseT <full-duplex>),1000",
    "autoselect (2500Base-T <full-duplex>),2500",
    "100baseTX <full-duplex>,100",
    "autoselect (<unknown type>),",
    "autoselect,",
  })
  void link_speeds_are_read_where_they_are_told(String media, Integer speed) {
    Said said =
        Said.bareMac()
            .says("ifconfig", STATES.replace("autoselect (10Gbase-T <full-duplex>)", media));
    NetworkInterface first = interfaces(said).get(0);
    if (speed == null) {
      assertThat(first.linkSpeedMbps()).isEmpty();
    } else {
      assertThat(first.linkSpeedMbps()).hasValue(speed);
    }
  }

  @Test
  void a_port_whose_name_is_not_utf_8_is_an_issue_and_costs_only_itself() {
    byte[] ports = PORTS.replace("USB 10", "USB \u00ff10").getBytes(StandardCharsets.ISO_8859_1);
    Said said = Said.bareMac().says("networksetup", Bytes.of(ports));
    assertThat(interfaces(said)).extracting(NetworkInterface::device).containsExactly("en0");
    assertThat(said.issues())
        .containsExactly(
            Issue.of(
                "network_interfaces",
                IssueKind.MALFORMED,
                "ask networksetup gave text that is not UTF-8"));
  }

  private static List<NetworkInterface> interfaces(Said said) {
    return said.inventory().networkInterfaces();
  }
}
