package org.leafinventory.nix.leafconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.nix.leafconfig.LeafConfigException.Kind;

/** What a person is told, word for word, of contents; the file comes before it. */
class LeafConfigErrorsTest {

  private static final String PRIMARY =
      "\"primary\": {\"hostname\": \"a\", \"address\": \"a.local\"}";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                    | the configuration is a list, not a set; it holds deployment.primary
          {}                                    | deployment is missing; write deployment.primary with hostname and address
          {"deployment": 5}                     | deployment is a whole number, not a set; it holds primary and secondaries
          {"deployment": {}}                    | deployment.primary is missing; it needs hostname and address, may have username, sshPort
          {"deployment": {"primary": "a"}}      | deployment.primary is a string, not a set; it needs hostname and address, may have username, sshPort
          {"deployment": {"primary": {"address": "a"}}} | deployment.primary.hostname is missing; every host needs hostname and address
          {"deployment": {"primary": {"hostname": "a", "address": null}}} | deployment.primary.address is missing; every host needs hostname and address
          {"deployment": {"primary": {"host": "a", "address": "a"}}} | deployment.primary.host is no key that is read; write hostname instead
          {"deployment": {"primary": {"hostname": "a", "ip": "a"}}} | deployment.primary.ip is no key that is read; write address instead
          {"deployment": {P, "secondary": []}}  | deployment.secondary is no key that is read; write secondaries instead
          {"deployment": {P, "secondaries": {}}} | deployment.secondaries is a set, not a list; write [ ] around the hosts
          {"deployment": {P, "secondaries": [{"hostname": "b", "address": "b"}, {"hostname": "c", "address": "c", "sshPort": "22"}]}} | deployment.secondaries[1].sshPort is a string, not a whole number; write 22, say
          {"deployment": {P, "secondaries": [{"hostname": "b", "address": "b", "sshPort": 22.0}]}} | deployment.secondaries[0].sshPort is a decimal number, not a whole number; write 22, say
          {"deployment": {P, "secondaries": [{"hostname": "b", "address": "b", "sshPort": 70000}]}} | deployment.secondaries[0].sshPort: not a port: 70000; write a whole number from 1 to 65535
          {"deployment": {P, "secondaries": [{"hostname": "b", "address": "b", "sshPort": 99999999999}]}} | deployment.secondaries[0].sshPort: not a port: 99999999999; write a whole number from 1 to 65535
          {"deployment": {P, "secondaries": [{"hostname": "b", "address": "b", "ssh_port": 22}]}} | deployment.secondaries[0].ssh_port is no key that is read; write sshPort instead
          {"deployment": {P, "secondaries": [{"hostname": "b", "address": "b", "user": "u"}]}} | deployment.secondaries[0].user is no key that is read; write username instead
          {"deployment": {P, "secondaries": [{"hostname": "b", "address": true}]}} | deployment.secondaries[0].address is true or false, not a string; write it in quotes
          {"deployment": {P, "secondaries": [{"hostname": "../b", "address": "b"}]}} | deployment.secondaries[0].hostname: not a usable host name: "../b"; use 1 to 63 letters, digits, '-', '_' or '.', beginning and ending with a letter or digit
          {"deployment": {P, "secondaries": [{"hostname": "b", "address": "b:22"}]}} | deployment.secondaries[0].address: not an address: "b:22"; write a host name or IP address, without user, port and brackets
          {"deployment": {P, "secondaries": [{"hostname": "b", "address": "b", "username": "-l"}]}} | deployment.secondaries[0].username: not a user name: "-l"; write the name to log in with, without spaces, ':', '/' and '@', no dash first
          {"deployment": {P, "secondaries": [null]}} | deployment.secondaries[0] is null, not a set; it needs hostname and address, may have username, sshPort
          {"deployment": {P, "secondaries": [{"hostname": "a", "address": "b"}]}} | deployment.secondaries[0].hostname: a is that of deployment.primary.hostname already; remove or change one of them
          {"deployment": {P, "secondaries": [{"hostname": "b", "address": "b"}, {"hostname": "b", "address": "c"}]}} | deployment.secondaries[1].hostname: b is that of deployment.secondaries[0].hostname already; remove or change one of them
          """)
  void names_the_place_and_what_to_write(String json, String told) {
    LeafConfigException error = error(json.replace("{P,", "{" + PRIMARY + ","));
    assertThat(error).hasMessage(folder.resolve("leaf.config.json") + ": " + told);
    assertThat(error.kind()).isEqualTo(Kind.CONTENT);
  }

  @Test
  void says_where_the_text_is_no_json() {
    assertThat(error("{\n  \"deployment\": ,\n}"))
        .hasMessageStartingWith(
            folder.resolve("leaf.config.json")
                + ":2:17: not JSON: Unexpected character (',' (code 44))")
        .extracting(LeafConfigException::kind)
        .isEqualTo(Kind.SYNTAX);
    assertThat(error("{\"a\": 1, \"a\": 2}")).hasMessageEndingWith("the key 'a' is there twice");
    assertThat(error("{} {}")).hasMessageContaining("something follows the document");
    assertThat(error("")).hasMessageEndingWith(": is empty; write the hosts to it");
  }

  @Test
  void says_that_the_file_is_not_there() {
    Path file = folder.resolve("leaf-config.nix");
    LeafConfigException error =
        catchThrowableOfType(
            LeafConfigException.class, () -> LeafConfigReader.create().read(folder));
    assertThat(error)
        .hasMessage(
            file + ": there is no such file; write the hosts to it, or to leaf.config.json");
    assertThat(error.kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(error.file()).isEqualTo(file);
  }

  private LeafConfigException error(String json) {
    Path file = RealNix.write(folder, "leaf.config.json", json);
    return catchThrowableOfType(
        LeafConfigException.class, () -> LeafConfigReader.create().read(file));
  }
}
