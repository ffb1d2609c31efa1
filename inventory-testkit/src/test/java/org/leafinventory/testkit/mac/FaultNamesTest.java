package org.leafinventory.testkit.mac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultNamesTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("noisy-shell", Fault.noisyShell()),
        Arguments.of("noisy-logout", Fault.noisyLogout()),
        Arguments.of("refuse-authentication", Fault.refuseAuthentication()),
        Arguments.of("refuse-session", Fault.refuseSession()),
        Arguments.of("endless-output", Fault.endlessOutput()),
        Arguments.of("drop-connection", Fault.dropConnectionAfter(1000)),
        Arguments.of("drop-connection:20", Fault.dropConnectionAfter(20)),
        Arguments.of("hang", Fault.hangBeforeOutput()),
        Arguments.of("hang:SPNVMeDataType", Fault.hanging("system_profiler", "SPNVMeDataType")),
        Arguments.of("hang:diskutil list -plist", Fault.hanging("diskutil", "list", "-plist")),
        Arguments.of("slow", Fault.slow(SECOND, "system_profiler")),
        Arguments.of("slow: csrutil status", Fault.slow(SECOND, "csrutil", "status")),
        Arguments.of("missing-tool:ifconfig", Fault.missing("ifconfig")),
        Arguments.of("garbage:ifconfig -a", Fault.garbage("ifconfig", "-a")),
        Arguments.of(
            "truncated:SPUSBDataType", Fault.truncated("system_profiler", "SPUSBDataType")));
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name_is_a_fault(String name, Fault fault) {
    assertThat(Fault.named(name)).isEqualTo(fault);
  }

  @Test
  void an_unknown_name_is_answered_with_those_there_are() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulatedMac.builder("mac-mini-m4").fault("sleepy"))
        .withMessage(
            "no fault is named sleepy; there are [noisy-shell, noisy-logout,"
                + " refuse-authentication, refuse-session, endless-output, drop-connection, hang,"
                + " slow, missing-tool, garbage, truncated]");
  }

  @Test
  void what_is_lacking_or_too_much_is_told() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.named("missing-tool"))
        .withMessage("missing-tool needs a command; write missing-tool:ifconfig");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.named("noisy-shell:zsh"))
        .withMessage("noisy-shell concerns the whole Mac; write it without :zsh");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.named("drop-connection:soon"))
        .withMessage("drop-connection takes a number of bytes; write drop-connection:1000");
  }
}
