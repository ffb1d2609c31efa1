package org.leafinventory.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.ssh.Programs;

/** Random configurations mean to us what they mean to {@code ssh -G}. */
@NullUnmarked // JUnit fills the field
class OpenSshOracleTest {

  private static final int CONFIGURATIONS = 200;
  private static final String LOCAL_USER = System.getProperty("user.name", "");

  private static final List<String> HOSTS =
      List.of("mac1", "Mac1", "mac2.example.com", "10.0.0.1", "gate");

  private static final List<String> BLOCKS =
      List.of(
          "Host *",
          "Host mac*",
          "Host mac? gate",
          "Host * !mac1",
          "Host !mac* *",
          "Host *.example.com \"10.*\"",
          "Host mac1 # a comment",
          "host=GATE",
          "HOST = gate",
          "Match all",
          "Match host mac*",
          "Match host *.example.org,gate",
          "Match originalhost mac1,MAC*",
          "Match !host mac1 user admin",
          "Match user admin,b*",
          "Match !user admin",
          "Match localuser nobody,!x*",
          "Match localuser " + LOCAL_USER,
          "Match final host *.example.org",
          "Match !final host mac*",
          "Match canonical",
          "Match exec false",
          "Match exec false host *",
          "Include inc1",
          "Include inc* nowhere");

  private static final List<String> VALUES =
      List.of(
          "Port 2222",
          "Port=22",
          "port = 65535",
          "User admin",
          "User \"b c\"",
          "User 'x'",
          "HostName %h.example.org",
          "HostName Real.Example.Com",
          "HostName 10.9.9.9 # where it is",
          "IdentityFile /k/1",
          "IdentityFile \"/k/with blank\"",
          "IdentityFile /k/with\\ blank",
          "IdentityFile ~/k3",
          "IdentityFile none",
          "CertificateFile /c/1",
          "CertificateFile /c/2",
          "IdentitiesOnly yes",
          "IdentitiesOnly NO",
          "IdentityAgent none",
          "IdentityAgent /sock",
          "ProxyJump bastion",
          "ProxyJump admin@bastion:2200",
          "ProxyJump bastion,relay:23",
          "ProxyJump none",
          "ProxyCommand nc %h %p",
          "ProxyCommand none",
          "UserKnownHostsFile /kh/1 /kh/2",
          "UserKnownHostsFile \"/kh/3 3\"",
          "GlobalKnownHostsFile /gk/1",
          "StrictHostKeyChecking yes",
          "StrictHostKeyChecking accept-new",
          "StrictHostKeyChecking off",
          "StrictHostKeyChecking ask",
          "HostKeyAlias alias",
          "HostKeyAlias ALIAS",
          "HashKnownHosts yes",
          "HashKnownHosts no",
          "ConnectTimeout 5",
          "ConnectTimeout 1h30m",
          "ConnectTimeout none",
          "PreferredAuthentications password,publickey",
          "PreferredAuthentications keyboard-interactive",
          "PubkeyAuthentication no",
          "PubkeyAuthentication yes",
          "Compression yes",
          "",
          "# Port 99",
          "\t  Port 33  ");

  @TempDir Path folder;

  @Test
  void random_configurations_mean_the_same() throws Exception {
    Programs.require("ssh");
    for (int seed = 0; seed < CONFIGURATIONS; seed++) {
      Random random = new Random(seed);
      Path file = folder.resolve("config");
      // Of a file given with -F, too, the relative paths of an Include start at ~/.ssh.
      Files.write(file, lines(random, 12, folder));
      Files.write(folder.resolve("inc1"), lines(random, 4, folder.resolve("deeper")));
      Files.write(folder.resolve("inc2"), lines(random, 3, folder.resolve("deeper")));
      String host = pick(HOSTS, random);
      Optional<String> user =
          random.nextInt(3) == 0 ? Optional.of("admin") : Optional.<String>empty();

      Map<String, String> theirs = askOpenSsh(file, host, user);
      HostConfig ours =
          new SshConfig(List.of(ConfigFile.named(file, folder)), folder)
              .resolve(new HostQuery(host, user, LOCAL_USER));

      assertThat(told(ours))
          .as("seed %d, host %s, user %s:%n%s", seed, host, user, Files.readString(file))
          .isEqualTo(theirs);
    }
  }

  private static List<String> lines(Random random, int most, Path includeBase) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(most); i++) {
      boolean block = random.nextInt(3) == 0;
      String line = pick(block ? BLOCKS : VALUES, random);
      String indent = block ? "" : " ".repeat(random.nextInt(3));
      lines.add(indent + line.replace("inc", includeBase + "/inc"));
    }
    return lines;
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static Map<String, String> askOpenSsh(Path file, String host, Optional<String> user)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("-G", "-F", file.toString()));
    user.ifPresent(name -> command.addAll(List.of("-l", name)));
    command.add(host);
    Map<String, String> answer = new TreeMap<>();
    for (String line : Programs.run("ssh", command.toArray(String[]::new)).lines().toList()) {
      String[] parts = line.split(" ", 2);
      if (parts.length == 2) {
        answer.merge(parts[0], parts[1], (before, next) -> before + "|" + next);
      }
    }
    answer
        .keySet()
        .retainAll(told(new HostConfig(new HostQuery("x", user, ""), Map.of())).keySet());
    String identities = answer.getOrDefault("identityfile", "");
    answer.put(
        "identityfile",
        identities.startsWith("~/.ssh/id_rsa|")
            ? ""
            : Stream.of(identities.split("\\|"))
                .filter(it -> !it.equals("none"))
                .collect(Collectors.joining("|")));
    answer.computeIfPresent(
        "userknownhostsfile", (k, v) -> v.contains("/.ssh/known_hosts") ? "" : v);
    answer.computeIfPresent("globalknownhostsfile", (k, v) -> v.startsWith("/etc/ssh/") ? "" : v);
    for (String key : List.of("proxyjump", "proxycommand", "hostkeyalias", "identityagent")) {
      answer.merge(key, "", (before, none) -> before);
    }
    answer.merge("certificatefile", "", (before, none) -> before);
    answer.merge("preferredauthentications", "", (before, none) -> before);
    answer.computeIfPresent("hostkeyalias", (k, v) -> v.toLowerCase(Locale.ROOT));
    answer.computeIfPresent("proxyjump", (k, v) -> v.equals("none") ? "" : v);
    return answer;
  }

  /** As {@code ssh -G} prints it; what it prints for an absent value is left empty. */
  private static Map<String, String> told(HostConfig config) throws Exception {
    Map<String, String> told = new TreeMap<>();
    told.put("hostname", config.hostName());
    told.put("port", String.valueOf(config.port().orElse(22)));
    told.put("user", config.user().orElse(LOCAL_USER));
    told.put("identityfile", config.hasIdentityFiles() ? identities(config) : "");
    told.put("certificatefile", texts(config.certificateFiles()));
    told.put("identitiesonly", config.identitiesOnly().orElse(false) ? "yes" : "no");
    told.put("identityagent", config.identityAgent().map(HostConfig.Value::text).orElse(""));
    told.put("proxyjump", config.proxyJump().map(HostConfig.Value::text).orElse(""));
    told.put("proxycommand", config.proxyCommand().map(HostConfig.Value::text).orElse(""));
    told.put("userknownhostsfile", words(config.userKnownHostsFile()));
    told.put("globalknownhostsfile", words(config.globalKnownHostsFile()));
    told.put(
        "stricthostkeychecking",
        switch (config.strictHostKeyChecking().orElse(HostKeyChecking.ASK)) {
          case YES -> "true";
          case NO -> "false";
          case ACCEPT_NEW -> "accept-new";
          case ASK -> "ask";
        });
    told.put("hostkeyalias", config.hostKeyAlias().orElse(""));
    told.put("hashknownhosts", config.hashKnownHosts() ? "yes" : "no");
    told.put(
        "connecttimeout",
        config.connectTimeout().map(limit -> String.valueOf(limit.toSeconds())).orElse("none"));
    told.put("preferredauthentications", String.join(",", config.preferredAuthentications()));
    told.put("pubkeyauthentication", config.pubkeyAuthentication() ? "true" : "false");
    return told;
  }

  private static String identities(HostConfig config) {
    return texts(config.identityFiles());
  }

  private static String texts(List<HostConfig.Value> values) {
    return values.stream().map(HostConfig.Value::text).collect(Collectors.joining("|"));
  }

  private static String words(Optional<HostConfig.Value> value) {
    return value.map(it -> String.join(" ", it.words())).orElse("");
  }
}
