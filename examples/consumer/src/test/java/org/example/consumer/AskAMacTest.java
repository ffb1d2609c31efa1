package org.example.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.service.InventoryService;
import org.leafinventory.testkit.mac.MacLogin;
import org.leafinventory.testkit.mac.SimulatedMac;

/** The README's program, started as a user starts it, on the same kind of path as this test. */
class AskAMacTest {

  private static final boolean MODULES = System.getProperty("consumer.path").equals("module");
  private static final String PACKAGE = "package org.example.consumer;\n\n";

  @TempDir Path home;

  @Test
  void is_the_program_of_the_readme() throws Exception {
    String program = Files.readString(Path.of("src/main/java/org/example/consumer/AskAMac.java"));

    assertThat(program).startsWith(PACKAGE);
    assertThat(Files.readString(Path.of("../../README.md")))
        .contains("```java\n" + program.substring(PACKAGE.length()) + "```");
  }

  @Test
  void stands_on_the_path_that_the_build_says() {
    assertThat(Stream.of(AskAMac.class, InventoryService.class))
        .allMatch(type -> type.getModule().isNamed() == MODULES);
  }

  @Test
  void asks_a_mac_when_it_is_started() throws Exception {
    MacLogin login = MacLogin.in(Files.createDirectory(home.resolve(".ssh")));
    try (SimulatedMac mac = login.start(SimulatedMac.builder("mac-studio-m2-ultra"))) {
      assertThat(run(mac.target().toString())).contains("render-studio-01: 24 cores, 192 GB");
    }
    assertThat(home.resolve("fleet/inventory/render-studio-01/hardware.nix")).exists();
    assertThat(home.resolve("fleet/events/events.jsonl")).exists();
  }

  private String run(String target) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Duser.home=" + home);
    if (MODULES) {
      // The testkit too, so that all of the library is seen to stand as modules beside each other.
      command.addAll(List.of("-p", path(), "--add-modules", "org.leafinventory.testkit"));
      command.addAll(List.of("-m", "org.example.consumer/org.example.consumer.AskAMac"));
    } else {
      command.addAll(List.of("-cp", path(), "org.example.consumer.AskAMac"));
    }
    command.add(target);
    Path said = home.resolve("said.txt");
    Process program =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int status = program.waitFor();
    String text = Files.readString(said, StandardCharsets.UTF_8);
    assertThat(status).as(text).isZero();
    return text;
  }

  /** What this test stands on, but for the tests and the runner. */
  private static String path() {
    return Stream.of("jdk.module.path", "surefire.test.class.path", "java.class.path")
        .flatMap(name -> Stream.of(System.getProperty(name, "").split(File.pathSeparator)))
        .filter(entry -> !entry.isEmpty() && !entry.contains("surefire"))
        .filter(entry -> !entry.endsWith("test-classes"))
        .distinct()
        .reduce((some, next) -> some + File.pathSeparator + next)
        .orElseThrow();
  }
}
