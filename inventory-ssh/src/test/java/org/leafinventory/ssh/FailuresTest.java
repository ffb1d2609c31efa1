package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;

/** What the system says of a connection, in words to act on. */
class FailuresTest {

  private static final Destination MAC =
      new Destination(Target.ssh("mac"), "10.1.1.10", 2222, "admin", "", "");

  private static CollectionException told(IOException thrown) {
    CollectionException e = Failures.at(Step.CONNECT, MAC, "", thrown);
    Messages.print(e);
    assertThat(e.kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(e).hasCause(thrown);
    return e;
  }

  @Test
  void no_route_points_at_the_network() {
    CollectionException host = told(new NoRouteToHostException("No route to host"));
    CollectionException network = told(new SocketException("Network is unreachable"));

    assertThat(host.reason()).isEqualTo("no connection to port 2222: No route to host");
    assertThat(network.reason()).isEqualTo("no connection to port 2222: Network is unreachable");
    assertThat(host.advice()).isEqualTo(network.advice()).contains("network or VPN");
  }

  @Test
  void a_system_that_forbids_the_connection_is_told_as_that() {
    CollectionException e = told(new SocketException("Permission denied"));

    assertThat(e.reason()).isEqualTo("no connection to port 2222: Permission denied");
    assertThat(e.advice()).contains("firewall").contains("this machine");
  }

  @Test
  void a_refusal_points_at_the_server() {
    CollectionException e = told(new ConnectException("Connection refused"));

    assertThat(e.reason()).isEqualTo("no connection to port 2222: Connection refused");
    assertThat(e.advice()).contains("Remote Login (sshd) listens on port 2222");
  }

  @Test
  void what_a_jump_host_cannot_reach_is_told_of_the_jump_host() {
    Destination behind =
        new Destination(Target.ssh("mac"), "10.1.1.10", 22, "admin", "", "the jump host me@gate");

    CollectionException e =
        Failures.at(Step.CONNECT, behind, "", new IOException("No route to host"));

    assertThat(e.reason())
        .isEqualTo(
            "the jump host me@gate opens no connection to 10.1.1.10 port 22: No route to host");
    assertThat(e.advice()).doesNotContain("VPN");
  }
}
