package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in {@code docs/events.md} is true. */
class EventsDocTest {

  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

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
