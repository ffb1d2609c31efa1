package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.json.EventJson;
import org.leafinventory.recording.RecordingFile;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import picocli.CommandLine;

/** Every block of code in the README and in {@code docs/} is compiled, run or read. */
class DocsTest {

  private static final Set<String> LANGUAGES = Set.of("java", "json", "nix", "sh", "text", "xml");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  @TempDir private Path folder;

  @Test
  void every_block_says_what_it_is() throws IOException {
    assertThat(DocBlock.all())
        .hasSizeGreaterThan(50)
        .allSatisfy(block -> assertThat(LANGUAGES).as("%s", block).contains(block.language()));
  }

  @Test
  void every_link_leads_somewhere_and_every_page_is_linked() throws IOException {
    List<Path> linked = new ArrayList<>();
    for (Path page : DocBlock.pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        if (!link.group(1).contains("://")) {
          Path to = page.resolveSibling(link.group(1)).normalize();
          assertThat(to).as("a link of %s", page).exists();
          linked.add(to);
        }
      }
    }
    assertThat(DocBlock.pages().stream().map(Path::normalize))
        .allSatisfy(
            page ->
                assertThat(page.endsWith("README.md") || linked.contains(page))
                    .as("%s", page)
                    .isTrue());
  }

  @Test
  void java_compiles_and_the_first_program_prints_what_its_page_says() throws Exception {
    DocPrograms programs = new DocPrograms(folder);
    programs.compile(blocks("java"));

    List<DocBlock> page = DocBlock.in(DocBlock.PROJECT.resolve("docs/getting-started.md"));
    DocBlock printed =
        page.stream().filter(block -> block.language().equals("text")).findFirst().orElseThrow();
    assertThat(programs.run("FirstMac")).contains(printed.text());
  }

  @TestFactory
  Stream<DynamicTest> poms_name_modules_that_there_are() throws IOException {
    return blocks("xml").stream()
        .map(block -> DynamicTest.dynamicTest(block.toString(), () -> requireModules(block)));
  }

  private static void requireModules(DocBlock block) throws Exception {
    Element pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader("<x>" + block.text() + "</x>")))
            .getDocumentElement();
    NodeList dependencies = pom.getElementsByTagName("dependency");
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      if (text(dependency, "groupId").equals("org.leafinventory")) {
        assertThat(DocBlock.PROJECT.resolve(text(dependency, "artifactId")).resolve("pom.xml"))
            .exists();
        assertThat(Files.readString(DocBlock.PROJECT.resolve("pom.xml")))
            .contains("<version>" + text(dependency, "version") + "</version>\n  <packaging>pom");
      }
    }
  }

  private static String text(Element element, String tag) {
    return element.getElementsByTagName(tag).item(0).getTextContent();
  }

  @TestFactory
  Stream<DynamicTest> commands_are_understood() throws IOException {
    return blocks("sh").stream()
        .flatMap(
            block ->
                block.commands().stream()
                    .flatMap(line -> Stream.of(line.split(" (\\||&&|>|<) ")))
                    .map(String::strip)
                    .filter(command -> command.matches("(examples/)?leaf .*"))
                    .map(
                        command ->
                            DynamicTest.dynamicTest(
                                block + ": " + command, () -> requireUnderstood(command))));
  }

  private static void requireUnderstood(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group().replaceAll("(^|=)['\"]|['\"]$", "$1"));
    }
    Subcommands.addTo(new CommandLine(new Leaf()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "README.md,:",
    "docs/getting-started.md,:",
    "docs/queries.md,leaf extract admin@10.1.1.10 && echo '{}' > thresholds.json"
  })
  void sessions_run_from_the_first_line_to_the_last(String page, String before) throws Exception {
    requireProgram("jq");
    requireProgram("nix-instantiate");
    List<DocBlock> blocks =
        DocBlock.in(DocBlock.PROJECT.resolve(page)).stream()
            .filter(block -> block.language().equals("sh"))
            .toList();
    new DocSession(folder).run(before, blocks);
  }

  @TestFactory
  Stream<DynamicTest> json_is_read_by_who_reads_it() throws IOException {
    return blocks("json").stream()
        .map(block -> DynamicTest.dynamicTest(block.toString(), () -> readJson(block)));
  }

  private void readJson(DocBlock block) throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "doc", ".json"), block.text());
    JsonNode first = new ObjectMapper().readTree(block.text());
    if (first.has("format")) {
      assertThat(RecordingFile.read(file).probes()).isNotEmpty();
    } else if (first.has("event_id")) {
      assertThat(EventJson.read(block.text(), "the page")).isNotNull();
    } else if (first.has("memory_gb")) {
      assertThat(Thresholds.read(file)).hasToString("what-if");
    } else {
      List<String> lines = block.text().lines().toList();
      assertThat(lines).isNotEmpty();
      for (String line : lines) {
        assertThat(new ObjectMapper().readTree(line).isObject()).as(line).isTrue();
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> nix_parses() throws IOException {
    return blocks("nix").stream()
        .map(block -> DynamicTest.dynamicTest(block.toString(), () -> parseNix(block)));
  }

  private void parseNix(DocBlock block) throws Exception {
    requireProgram("nix-instantiate");
    Path file = Files.writeString(Files.createTempFile(folder, "doc", ".nix"), block.text());
    Process nix =
        new ProcessBuilder("nix-instantiate", "--parse", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(nix.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(nix.waitFor()).as(said).isZero();
  }

  private static List<DocBlock> blocks(String language) throws IOException {
    return DocBlock.all().stream().filter(block -> block.language().equals(language)).toList();
  }

  private static void requireProgram(String name) {
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    if (!there && "true".equals(System.getenv("CI"))) {
      fail("this test needs " + name + ", and CI has to have it");
    }
    assumeTrue(there, name + " is not installed; skipped");
  }
}
