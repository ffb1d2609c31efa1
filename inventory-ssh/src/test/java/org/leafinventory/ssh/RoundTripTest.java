package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Target;
import org.leafinventory.probe.Transcript;

/** How often one side has to wait for the other, which is what takes the time far away. */
class RoundTripTest {

  /**
   * Connecting, algorithms, key exchange, login, session, command: six. There is room for one more
   * that a very busy machine may make of them.
   */
  @Test
  void a_run_takes_one_connection_one_command_and_seven_round_trips_at_most(@TempDir Path folder)
      throws Exception {
    try (OpenSshServer server = OpenSshServer.start(folder)) {
      Path key = server.authorizedKey("login", "-t", "ed25519", "-N", "");
      try (LockStepRelay relay = new LockStepRelay(server.port())) {
        Transcript said =
            server
                .transport(key)
                .hostKeys(HostKeyPolicy.acceptNew())
                .build()
                .run(Target.ssh("127.0.0.1").withPort(relay.port()), "echo $((6 * 7))\n");

        assertThat(said.stdout().text()).isEqualTo("42\n");
        assertThat(relay.connections()).isEqualTo(1);
        assertThat(server.logged("Starting session: command")).isEqualTo(1);
        assertThat(relay.roundTrips()).isBetween(5, 6);
      }
    }
  }
}
