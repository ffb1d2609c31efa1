package org.leafinventory.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.json.InventoryJson;

/** What people type at our files; needs {@code jq}, which CI must have. */
class JqTest {

  @TempDir Path folder;

  @BeforeAll
  static void needsJq() {
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "jq")));
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("CI must have jq on its PATH");
    }
    assumeTrue(there, "jq is not on the PATH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        ".hardware.memory_gb ~ 64",
        ".hardware.cpu_cores ~ 24",
        ".system_info.hostname ~ studio-1",
        ".disks[0].size ~ 1000555581440",
        ".disks[] | select(.internal) | .device ~ disk0",
        "[.disks[] | select(.internal == true) | .size] | add ~ 1000555581440",
        ".network_interfaces[] | \"\\(.port): \\(.device)\" ~ Ethernet: en0",
        ".extracted_at | fromdate ~ 1769256000",
        ".system_profiler | keys[] ~ SPHardwareDataType",
      })
  void filters_that_people_use_answer_as_before(String filter, String answer) throws Exception {
    assertThat(jq("-r", filter)).isEqualTo(answer + "\n");
  }

  @Test
  void summary_line_of_the_scripts_works() throws Exception {
    String filter =
        ".hardware | \"CPU: \\(.cpu_type), Cores: \\(.cpu_cores), RAM: \\(.memory_gb)GB\"";

    assertThat(jq("-r", filter)).isEqualTo("CPU: Apple M2 Ultra, Cores: 24, RAM: 64GB\n");
  }

  @Test
  void text_is_laid_out_as_jq_lays_it_out() throws Exception {
    assertThat(jq(".")).isEqualTo(InventoryJson.write(CompleteInventory.build()));
  }

  private String jq(String... arguments) throws IOException, InterruptedException {
    Path file = folder.resolve("hardware.json");
    Files.writeString(file, InventoryJson.write(CompleteInventory.build()));
    List<String> command = new ArrayList<>(List.of("jq"));
    command.addAll(List.of(arguments));
    command.add(file.toString());
    Process jq = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(jq.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jq.waitFor()).as(output).isZero();
    return output;
  }
}
