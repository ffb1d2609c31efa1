package org.leafinventory.testkit.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.leafinventory.testkit.contract.CollectorContract;
import org.leafinventory.testkit.contract.EventSinkContract;
import org.leafinventory.testkit.contract.InventoryExporterContract;
import org.leafinventory.testkit.contract.InventoryStoreContract;
import org.leafinventory.testkit.contract.TuningPolicyContract;
import org.leafinventory.testkit.mac.SimulatedMac;

/** The testkit's guide says what is so: its code is that of tests, its tables are complete. */
class GuideTest {

  private static final Path PROJECT = Path.of("..");
  private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern RULE = Pattern.compile("([a-z]\\d+)_\\w+");

  @TestFactory
  Stream<DynamicTest> each_block_of_java_stands_in_a_test() throws IOException {
    String tests = allTests();
    return CODE.matcher(guide())
        .results()
        .map(block -> flat(block.group(1)))
        .map(
            code ->
                DynamicTest.dynamicTest(
                    code.lines().findFirst().orElse(""), () -> assertThat(tests).contains(code)));
  }

  @Test
  void every_rule_has_a_row_and_every_row_a_rule() throws IOException {
    Set<String> rows = new TreeSet<>();
    guide()
        .lines()
        .filter(line -> line.matches("\\| `[a-z]\\d+` \\|.*"))
        .forEach(line -> rows.add(line.replaceAll("^\\| `([a-z]\\d+)`.*", "$1")));

    assertThat(rows).isEqualTo(rules());
  }

  @Test
  void every_simulated_machine_is_listed() throws IOException {
    String guide = guide();
    assertThat(SimulatedMac.machines())
        .allSatisfy(name -> assertThat(guide).contains("| `" + name + "` |"));
  }

  private static Set<String> rules() {
    return Stream.of(
            CollectorContract.class,
            TuningPolicyContract.class,
            InventoryStoreContract.class,
            EventSinkContract.class,
            InventoryExporterContract.class)
        .flatMap(contract -> Stream.of(contract.getDeclaredMethods()))
        .map(Method::getName)
        .map(RULE::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String guide() throws IOException {
    return Files.readString(PROJECT.resolve("docs/testkit.md"));
  }

  private static String allTests() throws IOException {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> modules = Files.list(PROJECT)) {
      modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .forEach(folders::add);
    }
    StringBuilder all = new StringBuilder();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          all.append(flat(Files.readString(file)));
        }
      }
    }
    return all.toString();
  }

  /** Indentation is the guide's own matter. */
  private static String flat(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
  }
}
