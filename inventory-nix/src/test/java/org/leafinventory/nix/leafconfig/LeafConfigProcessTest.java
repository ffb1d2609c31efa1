package org.leafinventory.nix.leafconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.nix.leafconfig.LeafConfigException.Kind;

/** With shell scripts in the place of Nix: programs that misbehave, and words of other versions. */
@Timeout(60)
class LeafConfigProcessTest {

  @TempDir private Path folder;

  @Test
  void no_nix_tells_how_to_get_it_or_do_without() {
    LeafConfigException error = error(reader(folder.resolve("absent")));
    assertThat(error.kind()).isEqualTo(Kind.NO_NIX);
    assertThat(error)
        .hasMessageStartingWith(file() + ": Nix could not be started: ")
        .hasMessageEndingWith(
            "; install Nix (https://nixos.org/download, or the package nix-bin of Debian), or write"
                + " the hosts to leaf.config.json, which needs no Nix");
  }

  @Test
  void an_empty_search_path_tells_the_same() {
    NixLookup lookup = new NixLookup("", List.of(folder.toString()));
    assertThat(lookup.find()).isEmpty();
    Path program = script("nix-instantiate", "exit 0");
    assertThat(lookup.find()).contains(program);
    assertThat(new NixLookup(folder + ":/x", List.of()).find()).contains(program);
  }

  @Test
  void a_program_that_hangs_is_stopped_with_all_it_started() throws Exception {
    Path pids = folder.resolve("pids");
    Path program =
        script("hang", "sleep 300 & echo $! > '" + pids + "'; echo $$ >> '" + pids + "'; wait");
    LeafConfigReader reader =
        LeafConfigReader.builder().nixInstantiate(program).timeout(Duration.ofMillis(500)).build();
    assertThat(error(reader).kind()).isEqualTo(Kind.STOPPED);
    assertGone(pids);
  }

  @Test
  void an_interrupt_stops_the_program_and_is_kept() throws Exception {
    Path pids = folder.resolve("pids");
    Path program =
        script("hang", "sleep 300 & echo $! > '" + pids + "'; echo $$ >> '" + pids + "'; wait");
    CompletableFuture<LeafConfigException> error = new CompletableFuture<>();
    CompletableFuture<Boolean> kept = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              error.complete(error(reader(program)));
              kept.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    while (!Files.exists(pids) || Files.readAllLines(pids).size() < 2) {
      Thread.sleep(20);
    }
    thread.interrupt();
    thread.join();
    assertThat(error.get().kind()).isEqualTo(Kind.STOPPED);
    assertThat(kept.get()).isTrue();
    assertGone(pids);
  }

  @Test
  void a_program_that_says_too_much_is_stopped() {
    assertThat(error(reader(script("loud", "exec cat /dev/zero"))))
        .hasMessage(file() + ": Nix said more than 4 MiB; this is not a list of hosts");
    assertThat(error(reader(script("loud", "exec cat /dev/zero >&2"))).kind())
        .isEqualTo(Kind.STOPPED);
  }

  @Test
  void an_error_that_stands_below_its_trace_is_found_with_its_place() {
    Path program =
        script(
            "newer",
            """
            cat >&2 <<'END'
            error:
                   … while evaluating the attribute 'deployment'
                     at «string»:12:3:
                   … while evaluating the attribute 'hostname'
                     at FILE:3:5:
                        2|   deployment.primary = {
                        3|     hostname = throw "x";
                         |     ^
                   … while calling the 'throw' builtin
                     at FILE:3:16:
                        2|   deployment.primary = {

                   error: no site
                   chosen
            END
            exit 1
            """
                .replace("FILE", file().toString()));
    assertThat(error(reader(program))).hasMessage(file() + ":3:16: no site chosen");
  }

  @Test
  void a_program_without_an_error_message_is_told_by_its_exit_status() {
    assertThat(error(reader(script("odd", "echo 'no  such\n\033[1moption' >&2; exit 7"))))
        .hasMessage(file() + ": nix-instantiate ended with status 7: no such option");
  }

  private static void assertGone(Path pids) throws IOException, InterruptedException {
    for (String pid : Files.readAllLines(pids)) {
      ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElse(null);
      for (int n = 0; n < 100 && process != null && process.isAlive(); n++) {
        Thread.sleep(20);
      }
      assertThat(process == null || !process.isAlive()).as("process %s is gone", pid).isTrue();
    }
  }

  private static LeafConfigReader reader(Path program) {
    return LeafConfigReader.builder().nixInstantiate(program).build();
  }

  private LeafConfigException error(LeafConfigReader reader) {
    Path file = RealNix.write(folder, "leaf-config.nix", "{ }");
    return catchThrowableOfType(LeafConfigException.class, () -> reader.read(file));
  }

  private Path file() {
    return folder.resolve("leaf-config.nix");
  }

  private Path script(String name, String body) {
    Path file = RealNix.write(folder, name, "#!/bin/sh\n" + body + "\n");
    try {
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
