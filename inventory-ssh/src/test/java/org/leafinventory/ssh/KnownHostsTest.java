package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.ssh.KnownHosts.Standing;

/** The rules of known_hosts files. */
@NullUnmarked // JUnit fills the field
class KnownHostsTest {

  private static final SshKey ED = new SshKey("ssh-ed25519", "QUFB");
  private static final SshKey OTHER = new SshKey("ssh-ed25519", "QkJC");
  private static final SshKey RSA = new SshKey("ssh-rsa", "Q0ND");

  @TempDir Path folder;

  private KnownHosts hosts(String... lines) throws Exception {
    Path file = folder.resolve("known_hosts");
    Files.write(file, List.of(lines));
    return KnownHosts.read(List.of(folder.resolve("missing"), file));
  }

  private static Standing standing(KnownHosts hosts, String host, int port, SshKey key) {
    return hosts.verdict(KnownName.of(host, port), key).standing();
  }

  @Test
  void names_addresses_lists_and_case() throws Exception {
    KnownHosts hosts = hosts("mac,10.0.0.1,FE80::1 ssh-ed25519 QUFB comment with words");

    assertThat(standing(hosts, "MAC", 22, ED)).isEqualTo(Standing.KNOWN);
    assertThat(standing(hosts, "10.0.0.1", 22, ED)).isEqualTo(Standing.KNOWN);
    assertThat(standing(hosts, "fe80::1", 22, ED)).isEqualTo(Standing.KNOWN);
    assertThat(standing(hosts, "mac2", 22, ED)).isEqualTo(Standing.UNKNOWN);
    assertThat(standing(hosts, "mac", 22, OTHER)).isEqualTo(Standing.CHANGED);
  }

  @Test
  void a_negated_pattern_takes_hosts_out_and_never_lets_others_in() throws Exception {
    KnownHosts hosts = hosts("*.example.com,!bad.example.com ssh-ed25519 QUFB");

    assertThat(standing(hosts, "good.example.com", 22, ED)).isEqualTo(Standing.KNOWN);
    assertThat(standing(hosts, "bad.example.com", 22, ED)).isEqualTo(Standing.UNKNOWN);
    assertThat(standing(hosts, "good.example.org", 22, ED)).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void wildcards_mean_themselves_and_no_regular_expression() throws Exception {
    KnownHosts hosts = hosts("10.0.?.1*,[mac]:* ssh-ed25519 QUFB");

    assertThat(standing(hosts, "10.0.7.123", 22, ED)).isEqualTo(Standing.KNOWN);
    assertThat(standing(hosts, "10x0.7.1", 22, ED)).isEqualTo(Standing.UNKNOWN);
    assertThat(standing(hosts, "mac", 2222, ED)).isEqualTo(Standing.KNOWN);
  }

  @Test
  void a_key_known_for_the_bare_name_holds_for_other_ports_unless_they_have_their_own()
      throws Exception {
    KnownHosts bare = hosts("mac ssh-ed25519 QUFB");
    assertThat(standing(bare, "mac", 2222, ED)).isEqualTo(Standing.KNOWN);
    assertThat(standing(bare, "mac", 2222, OTHER)).isEqualTo(Standing.UNKNOWN);

    KnownHosts both = hosts("mac ssh-ed25519 QUFB", "[mac]:2222 ssh-ed25519 QkJC");
    assertThat(standing(both, "mac", 2222, ED)).isEqualTo(Standing.CHANGED);
    assertThat(standing(both, "mac", 2222, OTHER)).isEqualTo(Standing.KNOWN);
    assertThat(standing(both, "mac", 22, OTHER)).isEqualTo(Standing.CHANGED);
  }

  @Test
  void a_revoked_key_is_revoked_wherever_the_line_stands() throws Exception {
    KnownHosts hosts = hosts("mac ssh-ed25519 QUFB", "@revoked * ssh-ed25519 QUFB");

    assertThat(standing(hosts, "mac", 22, ED)).isEqualTo(Standing.REVOKED);
    assertThat(standing(hosts, "mac", 2222, ED)).isEqualTo(Standing.REVOKED);
    assertThat(standing(hosts, "other", 22, OTHER)).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void a_certificate_authority_makes_no_key_known() throws Exception {
    KnownHosts hosts = hosts("@cert-authority * ssh-ed25519 QUFB");

    assertThat(standing(hosts, "mac", 22, ED)).isEqualTo(Standing.UNKNOWN);
    assertThat(hosts.algorithms(KnownName.of("mac", 22))).isEmpty();
  }

  @Test
  void lines_that_say_nothing_are_passed_over_and_counted() throws Exception {
    KnownHosts hosts =
        hosts(
            "# comment",
            "",
            "mac",
            "mac ssh-ed25519 ???",
            "|1|x ssh-rsa QUFB",
            "  mac ssh-ed25519 QUFB");

    KnownHosts.Verdict verdict = hosts.verdict(KnownName.of("mac", 22), ED);

    assertThat(verdict.standing()).isEqualTo(Standing.KNOWN);
    assertThat(verdict.because().get(0).place()).endsWith("known_hosts:6");
  }

  @Test
  void algorithms_follow_the_known_keys_and_never_sha1() throws Exception {
    KnownHosts hosts = hosts("mac ssh-rsa Q0ND", "mac ssh-ed25519 QUFB");

    assertThat(hosts.algorithms(KnownName.of("mac", 22)))
        .containsExactly("rsa-sha2-512", "rsa-sha2-256", "ssh-ed25519");
    assertThat(standing(hosts, "mac", 22, RSA)).isEqualTo(Standing.KNOWN);
  }

  @Test
  void a_file_that_cannot_be_read_is_named() {
    assertThat(KnownHosts.read(List.of(folder)).unreadable())
        .singleElement()
        .asString()
        .startsWith(folder.toString());
  }
}
