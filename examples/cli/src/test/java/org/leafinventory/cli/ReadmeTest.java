package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.testkit.mac.SimulatedMac;

/** The README's program, compiled and run as it stands there. */
class ReadmeTest {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void the_program_of_the_readme_asks_a_mac() throws Exception {
    Matcher program = JAVA.matcher(Files.readString(Path.of("../../README.md")));
    assertThat(program.find()).isTrue();
    Path source = Files.writeString(folder.resolve("AskAMac.java"), program.group(1));
    LoginKey key = LoginKey.in(folder.resolve(".ssh/id_rsa"));
    try (SimulatedMac mac =
        SimulatedMac.builder("mac-studio-m2-ultra").authorizedKey(key.publicLine()).start()) {
      Files.writeString(folder.resolve(".ssh/known_hosts"), mac.knownHostsLine() + "\n");

      assertThat(run(source, mac.target().toString()))
          .contains("render-studio-01: 24 cores, 192 GB, 2.0 TB");
    }
    assertThat(folder.resolve("fleet/inventory/render-studio-01/hardware.nix")).exists();
    assertThat(folder.resolve("fleet/events/events.jsonl")).exists();
  }

  private String run(Path source, String target) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + folder,
            "-cp",
            classPath(),
            source.toString(),
            target);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
