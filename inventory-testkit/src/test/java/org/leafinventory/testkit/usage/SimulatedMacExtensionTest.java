package org.leafinventory.testkit.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.leafinventory.collect.Target;
import org.leafinventory.testkit.junit.SimulatedMac;
import org.leafinventory.testkit.mac.MacLogin;
import org.leafinventory.testkit.mac.OpenSshClient;

class SimulatedMacExtensionTest {

  @SimulatedMac("mac-mini-m4")
  private static Target shared;

  @SimulatedMac("mac-mini-m4")
  private Target own;

  @SimulatedMac private MacLogin login;

  private static final List<Target> OWN = new ArrayList<>();

  @Test
  void a_parameter_is_a_target_that_listens(@SimulatedMac("mac-studio-m2-ultra") Target mac)
      throws IOException {
    assertListens(mac);
    assertThat(mac).isNotEqualTo(own);
  }

  @Test
  void the_login_opens_every_mac_of_the_test(
      @SimulatedMac("macbook-pro-intel") Target intel, MacLogin ofTheTest) throws Exception {
    assertThat(ofTheTest).isSameAs(login);
    assertThat(Files.getPosixFilePermissions(login.identity()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    for (Target mac : List.of(intel, own, shared)) {
      assertThat(OpenSshClient.run(login, mac, "uname -s")).isEqualTo("Darwin\n");
    }
    assertThat(OpenSshClient.run(login, intel, "uname -m")).isEqualTo("x86_64\n");
  }

  @Test
  void the_mac_itself_tells_what_it_was_asked(
      @SimulatedMac(
              value = "mac-mini-m4",
              faults = {"missing-tool:csrutil", "noisy-shell"})
          org.leafinventory.testkit.mac.SimulatedMac mac)
      throws Exception {
    assertThat(OpenSshClient.run(login, mac.target(), "csrutil 2>&1; echo $?"))
        .contains("oh-my-zsh")
        .endsWith("127\n");
    assertThat(mac.commands()).containsExactly("csrutil 2>&1; echo $?");
  }

  @BeforeAll
  static void static_fields_are_there_first(@SimulatedMac("mac-mini-m4") Target another)
      throws IOException {
    assertListens(shared);
    assertListens(another);
  }

  @Test
  void a_field_is_new_for_each_test() {
    rememberOwn();
  }

  @Test
  void a_field_is_new_for_each_test_again() {
    rememberOwn();
  }

  private void rememberOwn() {
    assertThat(OWN).doesNotContain(own);
    OWN.add(own);
  }

  @AfterAll
  static void the_shared_mac_lives_longest() throws IOException {
    assertListens(shared);
  }

  @Test
  void everything_ends_with_the_test() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(ShortLived.class))
        .execute()
        .testEvents()
        .assertStatistics(tests -> tests.succeeded(1));

    assertThat(ShortLived.IDENTITY.get()).doesNotExist();
    assertThat(ShortLived.IDENTITY.get().getParent()).doesNotExist();
    assertThat(connects(ShortLived.MAC.get())).isFalse();
  }

  @Test
  void mistakes_are_told_with_what_to_write() {
    assertFails(UnknownMachine.class, "no simulated Mac imac; there are [broken-mac, ");
    assertFails(UnknownFault.class, "no fault is named rust; there are [noisy-shell, ");
    assertFails(NoName.class, "@SimulatedMac needs the name of a machine; there are [broken-mac,");
    assertFails(WrongType.class, "not a java.lang.String");
    assertFails(WrongField.class, "cannot set the field mac: @SimulatedMac gives a ");
  }

  @Test
  void a_login_serves_without_junit_too(@TempDir Path folder) throws Exception {
    MacLogin plain = MacLogin.in(folder);
    try (var mac = plain.start(org.leafinventory.testkit.mac.SimulatedMac.builder("mac-mini-m4"))) {
      assertThat(OpenSshClient.run(plain, mac.target(), "uname -m")).isEqualTo("arm64\n");
    }
    assertThat(plain).hasToString("MacLogin[" + plain.identity() + ", " + plain.knownHosts() + "]");
  }

  private static void assertFails(Class<?> test, String message) {
    Events events =
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(test)).execute().testEvents();
    events
        .assertThatEvents()
        .haveExactly(1, event(finishedWithFailure(message(m -> m.contains(message)))));
  }

  private static void assertListens(Target mac) throws IOException {
    new Socket(mac.address(), mac.port().orElseThrow()).close();
  }

  private static boolean connects(Target mac) {
    try {
      assertListens(mac);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  static class ShortLived {
    static final AtomicReference<Target> MAC = new AtomicReference<>();
    static final AtomicReference<Path> IDENTITY = new AtomicReference<>();

    @Test
    void short_lived(@SimulatedMac("mac-mini-m4") Target mac, MacLogin login) {
      MAC.set(mac);
      IDENTITY.set(login.identity());
      assertThat(login.identity()).exists();
    }
  }

  static class UnknownMachine {
    @Test
    void test(@SimulatedMac("imac") Target mac) {}
  }

  static class UnknownFault {
    @Test
    void test(@SimulatedMac(value = "mac-mini-m4", faults = "rust") Target mac) {}
  }

  static class NoName {
    @Test
    void test(@SimulatedMac Target mac) {}
  }

  static class WrongType {
    @Test
    void test(@SimulatedMac("mac-mini-m4") String mac) {}
  }

  static class WrongField {
    @SimulatedMac("mac-mini-m4")
    Integer mac;

    @Test
    void test() {}
  }
}
