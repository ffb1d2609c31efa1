package org.leafinventory.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of ssh_config files; what {@code ssh -G} says of them is in another test. */
@NullUnmarked // JUnit fills the field
class SshConfigTest {

  @TempDir Path folder;

  private HostConfig resolve(String host, String... lines) throws Exception {
    Path file = Files.write(folder.resolve("config"), List.of(lines));
    return resolve(host, List.of(ConfigFile.named(file, folder)));
  }

  private HostConfig resolve(String host, List<ConfigFile> files) throws Exception {
    return new SshConfig(files, folder).resolve(new HostQuery(host, Optional.empty(), "me"));
  }

  @Test
  void the_first_value_counts_and_the_user_s_file_before_the_system_s() throws Exception {
    Path users = Files.writeString(folder.resolve("users"), "Host mac\n  Port 1\n  Port 2\n");
    Path systems = Files.writeString(folder.resolve("systems"), "Port 3\nUser system\n");

    HostConfig mac =
        resolve("mac", List.of(ConfigFile.named(users, folder), ConfigFile.named(systems, folder)));

    assertThat(mac.port()).hasValue(1);
    assertThat(mac.user()).hasValue("system");
  }

  @Test
  void identity_files_add_up() throws Exception {
    HostConfig mac = resolve("mac", "Host mac", "IdentityFile a", "Host *", "IdentityFile b");

    assertThat(mac.identityFiles()).extracting(HostConfig.Value::text).containsExactly("a", "b");
  }

  @Test
  void a_command_in_a_match_is_never_run_and_does_not_match() throws Exception {
    Path witness = folder.resolve("witness");

    HostConfig mac =
        resolve("mac", "Match exec \"touch " + witness + "\"", "Port 1", "Match all", "Port 2");

    assertThat(mac.port()).hasValue(2);
    assertThat(witness).doesNotExist();
  }

  @Test
  void files_that_include_one_another_end_in_an_error() throws Exception {
    assertThatExceptionOfType(SshConfigException.class)
        .isThrownBy(() -> resolve("mac", "Include config"))
        .withMessageContaining("more than 16 files include one another");
  }

  @Test
  void a_file_that_was_named_has_to_be_there_and_the_usual_one_has_not() throws Exception {
    assertThatExceptionOfType(SshConfigException.class)
        .isThrownBy(() -> resolve("mac", List.of(ConfigFile.named(folder.resolve("none"), folder))))
        .withMessageContaining("none: there is no such file");
    assertThat(resolve("mac", List.of(ConfigFile.ofUser(folder))).port()).isEmpty();
  }

  @Test
  void the_usual_file_must_not_be_writable_by_others() throws Exception {
    Path file = Files.writeString(folder.resolve("config"), "Port 7\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    assertThatExceptionOfType(SshConfigException.class)
        .isThrownBy(() -> resolve("mac", List.of(ConfigFile.ofUser(folder))))
        .withMessage(file + ": may be written by others than its owner");
  }

  @Test
  void a_value_without_sense_is_told_with_file_and_line_when_it_is_needed() throws Exception {
    HostConfig mac = resolve("mac", "# first", "Port many", "StrictHostKeyChecking perhaps");

    assertThatExceptionOfType(SshConfigException.class)
        .isThrownBy(mac::port)
        .withMessage(folder.resolve("config") + ":2: \"many\" makes no sense here");
    assertThatExceptionOfType(SshConfigException.class)
        .isThrownBy(mac::strictHostKeyChecking)
        .withMessageContaining(":3: \"perhaps\" makes no sense here");
    assertThatExceptionOfType(SshConfigException.class)
        .isThrownBy(() -> resolve("mac", "User \"half"))
        .withMessageContaining(":1: a quote is not closed");
    assertThatExceptionOfType(SshConfigException.class)
        .isThrownBy(() -> resolve("mac", "HostName %x").hostName())
        .withMessageContaining(":1: the token %x is not known here");
  }

  @Test
  void times_are_seconds_or_have_units_and_none_is_no_limit() throws Exception {
    assertThat(resolve("mac", "ConnectTimeout 90").connectTimeout())
        .hasValue(Duration.ofSeconds(90));
    assertThat(resolve("mac", "ConnectTimeout 1m30s").connectTimeout())
        .hasValue(Duration.ofSeconds(90));
    assertThat(resolve("mac", "ConnectTimeout none").connectTimeout()).isEmpty();
    assertThatExceptionOfType(SshConfigException.class)
        .isThrownBy(() -> resolve("mac", "ConnectTimeout soon").connectTimeout());
  }

  @Test
  void jump_hosts_are_a_list_and_whichever_of_jump_and_command_comes_first_counts()
      throws Exception {
    HostConfig mac = resolve("mac", "ProxyJump me@a:22,b", "ProxyCommand nc %h %p");

    assertThat(mac.jumpHosts()).extracting(JumpHost::toString).containsExactly("me@a:22", "b");
    assertThat(mac.proxyCommand()).isEmpty();
    assertThat(resolve("mac", "ProxyCommand nc %h", "ProxyJump a").jumpHosts()).isEmpty();
    assertThat(resolve("mac", "ProxyJump none", "ProxyJump a").jumpHosts()).isEmpty();
  }

  @Test
  void tokens_and_variables_are_replaced() throws Exception {
    Tokens tokens =
        new Tokens(
            java.util.Map.of('h', "mac"),
            name -> name.equals("KEYS") ? Optional.of("/keys") : Optional.empty());

    assertThat(tokens.expand("${KEYS}/%h%%", "here")).isEqualTo("/keys/mac%");
    assertThatExceptionOfType(SshConfigException.class)
        .isThrownBy(() -> tokens.expand("${NOT_SET}/x", "here"))
        .withMessage("here: the variable NOT_SET is not set");
  }
}
