package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leafinventory.model.Security;

class SecurityReaderTest {

  @Test
  void reads_what_the_tools_say_in_words() {
    Said said =
        Said.bareMac()
            .says("csrutil", "System Integrity Protection status: disabled.\n")
            .says("fdesetup", "FileVault is On.\nEncryption in progress: 3 %\n")
            .profile("SPiBridgeDataType", "[{'ibridge_secure_boot': 'Full Security'}]")
            .profile(
                "SPHardwareDataType", "[{'activation_lock_status': 'activation_lock_enabled'}]");
    assertThat(said.inventory().security())
        .contains(
            Security.builder()
                .sipEnabled(false)
                .filevaultEnabled(true)
                .activationLockEnabled(true)
                .secureBoot("Full Security")
                .build());
  }

  @Test
  void other_words_tell_nothing() {
    Said said =
        Said.bareMac()
            .says("csrutil", "System Integrity Protection status: unknown (Custom).\n")
            .says("fdesetup", "FileVault is Off, but will be enabled.\n")
            .profile("SPHardwareDataType", "[{'activation_lock_status': 'whatever'}]");
    assertThat(said.inventory().security())
        .contains(Security.builder().filevaultEnabled(false).build());
  }

  @Test
  void nothing_told_is_nothing_stored() {
    assertThat(Said.bareMac().inventory().security()).isEmpty();
  }
}
