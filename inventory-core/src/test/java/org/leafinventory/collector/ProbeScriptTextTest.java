package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.probe.macos.MacProbe;

/** What can be told of the script by reading it. */
class ProbeScriptTextTest {

  private static final String SCRIPT = MacProbe.script("nonce", Duration.ofSeconds(7)).text();

  @Test
  void shellcheck_has_nothing_to_say(@TempDir Path folder) throws Exception {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "shellcheck")));
    assumeTrue(
        installed || "true".equals(System.getenv("CI")), "shellcheck is not installed; skipped");
    assertThat(installed).as("a build server has shellcheck").isTrue();
    Path file = Files.writeString(folder.resolve("probe.sh"), SCRIPT);
    Process shellcheck =
        new ProcessBuilder("shellcheck", "--shell=sh", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(shellcheck.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).isEmpty();
    assertThat(shellcheck.waitFor()).isZero();
  }

  @Test
  void tools_are_found_by_path_which_is_added_to_and_not_replaced() {
    assertThat(code())
        .filteredOn(line -> line.startsWith("PATH="))
        .containsExactly("PATH=\"${PATH:+$PATH:}/usr/bin:/bin:/usr/sbin:/sbin\"");
    assertThat(code())
        .filteredOn(line -> !line.startsWith("PATH=") && !line.contains("probe rosetta test -e "))
        .noneMatch(line -> line.matches(".*(/usr|/bin|/sbin|/System|/Library)/.*"));
  }

  @Test
  void it_needs_no_rights_and_no_file() {
    assertThat(code())
        .noneMatch(line -> line.matches(".*\\b(sudo|mktemp|mkfifo|tee|touch|mkdir|rm)\\b.*"))
        .noneMatch(line -> line.contains("<<"))
        .filteredOn(line -> !line.contains("<string>disk"))
        .noneMatch(line -> line.replace(">/dev/null", "").matches(".*>\\s*[^&\\s\"'].*"));
  }

  @Test
  void it_holds_the_mark_and_the_limit_of_its_run() {
    assertThat(SCRIPT).contains("mark='@leaf nonce'").contains("limit=7 ").doesNotContain("@LIMIT");
  }

  @Test
  void it_is_ascii_so_that_no_shell_reads_it_otherwise() throws IOException {
    assertThat(SCRIPT).matches("[\\x20-\\x7e\\n]*");
  }

  private static List<String> code() {
    return SCRIPT.lines().filter(line -> !line.strip().startsWith("#")).toList();
  }
}
