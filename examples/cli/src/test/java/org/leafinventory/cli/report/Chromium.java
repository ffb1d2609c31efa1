package org.leafinventory.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A real browser without a window. Where there is none, the test is skipped, and fails under {@code
 * CI=true}.
 */
final class Chromium {

  /** Of {@code prefers-color-scheme}, as the engine numbers them. */
  enum Scheme {
    DARK(0),
    LIGHT(1);

    private final int number;

    Scheme(int number) {
      this.number = number;
    }
  }

  private static final List<String> PROGRAMS =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private final String program;
  private final Path folder;

  private Chromium(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  static Chromium in(Path folder) {
    for (String program : PROGRAMS) {
      if (Files.isExecutable(Path.of(program))) {
        return new Chromium(program, folder);
      }
    }
    if ("true".equals(System.getenv("CI"))) {
      fail("this test needs chromium, and CI has to have it");
    }
    assumeTrue(false, "skipped: there is no chromium here");
    throw new AssertionError("not reached");
  }

  /** What became of the page once its script had run. */
  Visit visit(Path page, String fragment, Scheme scheme) throws Exception {
    run(page, fragment, scheme, "--dump-dom");
    String console =
        Files.readString(folder.resolve("stderr"))
            .lines()
            .filter(line -> line.contains("CONSOLE"))
            .reduce("", (one, other) -> one + other + "\n");
    return new Visit(Jsoup.parse(Files.readString(folder.resolve("stdout"))), console);
  }

  /** A picture of the page, as a PNG file. */
  Path picture(Path page, Scheme scheme) throws Exception {
    Path picture = folder.resolve("picture-" + scheme + ".png");
    run(page, "", scheme, "--screenshot=" + picture, "--window-size=800,600", "--hide-scrollbars");
    return picture;
  }

  private void run(Path page, String fragment, Scheme scheme, String... what)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + folder.resolve("profile"),
            "--blink-settings=preferredColorScheme=" + scheme.number));
    command.addAll(List.of(what));
    command.add(page.toUri() + fragment);
    Path errors = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      assertThat(ended).as("chromium ended").isTrue();
      assertThat(process.exitValue()).as(() -> read(errors)).isZero();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /**
   * A page after its script ran.
   *
   * @param console what the browser complained of, a line each
   */
  record Visit(Document page, String console) {

    /** The names in the table of hosts that are shown, from the top. */
    List<String> hosts() {
      return page.select("#host-table tbody tr:not([hidden]) > th").eachText();
    }
  }
}
