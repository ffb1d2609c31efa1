package org.leafinventory.ssh;

import java.util.List;
import java.util.Optional;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.testkit.contract.CollectorContract;
import org.leafinventory.testkit.junit.SimulatedMac;
import org.leafinventory.testkit.mac.MacLogin;

class SshCollectorContractTest extends CollectorContract {

  private final Target mac;
  private final Target refusing;
  private final Target hanging;
  private final MacLogin login;

  SshCollectorContractTest(
      @SimulatedMac("mac-studio-m2-ultra") Target mac,
      @SimulatedMac(value = "mac-mini-m4", faults = "refuse-authentication") Target refusing,
      @SimulatedMac(value = "mac-mini-m4", faults = "hang") Target hanging,
      MacLogin login) {
    this.mac = mac;
    this.refusing = refusing;
    this.hanging = hanging;
    this.login = login;
  }

  @Override
  protected Collector collector() {
    return SshCollector.over(
        SshTransport.builder()
            .identity(login.identity())
            .password("open sesame".toCharArray())
            .knownHosts(login.knownHosts())
            .build());
  }

  @Override
  protected Target target() {
    return mac;
  }

  @Override
  protected List<Target> failingTargets() {
    return List.of(refusing, Target.ssh("127.0.0.1").withPort(1));
  }

  @Override
  protected Optional<Target> hangingTarget() {
    return Optional.of(hanging);
  }

  @Override
  protected List<String> secrets() {
    return List.of("open sesame");
  }
}
