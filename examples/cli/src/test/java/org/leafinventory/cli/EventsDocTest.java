package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.eventlog.EventLog;
import org.leafinventory.json.EventJson;

/** What stands in {@code docs/events.md} is true. */
class EventsDocTest {

  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void the_event_is_an_event() throws IOException {
    Path log = Files.writeString(folder.resolve("events.jsonl"), blocks("json").get(0));

    try (Stream<?> events = EventLog.read(log)) {
      assertThat(events).hasSize(1);
    }
    assertThat(EventJson.read(blocks("json").get(0), "doc").aggregateId())
        .isEqualTo("mac-studio-01");
  }

  @Test
  void the_commands_are_commands() throws IOException {
    Path log = folder.resolve("fleet/events/events.jsonl");
    Files.createDirectories(log.getParent());
    Files.writeString(log, blocks("json").get(0));
    List<String> commands =
        blocks("sh").stream()
            .flatMap(String::lines)
            .filter(it -> !it.contains("--follow"))
            .toList();

    assertThat(commands).hasSizeGreaterThan(8);
    for (String command : commands) {
      assertThat(command).startsWith("leaf ");
      String words = command.substring(5).replaceFirst("\\s*#.*", "").replace(" --root fleet", "");
      CommandLineRun run =
          leaf((Object[]) (words + " --root " + folder.resolve("fleet")).split("\\s+"));
      assertThat(run.status())
          .as(command + run.err())
          .isLessThan(words.startsWith("prune") ? 2 : 1);
    }
  }

  @Test
  void the_code_compiles() throws Exception {
    StringBuilder source =
        new StringBuilder("import java.nio.file.*;import java.util.stream.*;")
            .append("import org.leafinventory.event.*;import org.leafinventory.eventlog.*;")
            .append("import org.leafinventory.projection.*;class Doc {");
    for (String block : blocks("java")) {
      source.append("void run").append(source.length()).append("() {").append(block).append("}\n");
    }
    Path file = Files.writeString(folder.resolve("Doc.java"), source + "}");
    Process compiler =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                folder.toString(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(compiler.waitFor()).as(said).isZero();
  }

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    BLOCK
        .matcher(Files.readString(Path.of("../../docs/events.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .forEach(block -> blocks.add(block.group(2)));
    return blocks;
  }
}
