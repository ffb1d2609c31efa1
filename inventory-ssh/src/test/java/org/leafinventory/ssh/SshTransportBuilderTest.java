package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.leafinventory.collect.Target;
import org.leafinventory.model.ByteSize;

class SshTransportBuilderTest {

  @Test
  void bad_values_are_refused_by_name() {
    SshTransportBuilder builder = SshTransport.builder();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.connectTimeout(Duration.ZERO))
        .withMessage("connectTimeout must be more than zero and at most one day, not PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.authTimeout(Duration.ofSeconds(-1)))
        .withMessageContaining("authTimeout");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.collectTimeout(Duration.ofDays(2)))
        .withMessageContaining("collectTimeout");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxOutput(ByteSize.ZERO, ByteSize.ofMebibytes(1)))
        .withMessageContaining("stdout");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxOutput(ByteSize.ofMebibytes(1), ByteSize.ofGibibytes(2)))
        .withMessageContaining("stderr");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxKeys(0))
        .withMessage("maxKeys must be 1 to 100, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.jumps(Target.parse("local:")))
        .withMessageContaining("local:");
    assertThatIllegalArgumentException().isThrownBy(builder::sshConfig);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.user(" "));
    assertThatIllegalArgumentException().isThrownBy(builder::knownHosts);
  }

  @Test
  void a_transport_shows_its_settings_and_no_secret() {
    String shown =
        SshTransport.builder()
            .user("admin")
            .identity(Path.of("/keys/id"))
            .passphrase(Messages.SECRET.toCharArray())
            .password(Messages.SECRET.toCharArray())
            .build()
            .toString();

    assertThat(shown)
        .contains(
            "user=admin",
            "/keys/id",
            "password=given",
            "hostKeys=as configured",
            "agent=usual",
            "PT2M")
        .doesNotContain(Messages.SECRET);
  }

  @Test
  void a_transport_does_not_change_with_its_builder() {
    SshTransportBuilder builder = SshTransport.builder().user("one").identity(Path.of("/a"));
    SshTransport transport = builder.build();

    builder.user("two").identity(Path.of("/b"));

    assertThat(transport.toString()).contains("user=one").doesNotContain("/b");
  }
}
