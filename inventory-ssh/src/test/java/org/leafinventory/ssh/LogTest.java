package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.slf4j.MDC;

/** What is logged of a run. */
@NullUnmarked // JUnit fills the fields
class LogTest {

  private static final String OURS = "org.leafinventory.ssh";

  @TempDir static Path folder;
  private static OpenSshServer server;
  private static Path key;

  @BeforeAll
  static void startServer() throws Exception {
    server = OpenSshServer.start(folder);
    key = server.authorizedKey("login", "-t", "ed25519", "-N", "");
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  private static Set<String> ids(List<CapturedLog.Line> lines) {
    return lines.stream()
        .map(line -> String.valueOf(line.context().get("leaf.correlation_id")))
        .collect(Collectors.toSet());
  }

  @Test
  void every_line_of_a_run_names_its_target_and_has_one_id_that_is_new_for_each_run() {
    try (CapturedLog log = CapturedLog.open()) {
      server.transport(key).build().run(server.target(), "echo\n");
      List<CapturedLog.Line> first = log.lines(OURS);
      server.transport(key).build().run(server.target(), "echo\n");
      List<CapturedLog.Line> both = log.lines(OURS);

      assertThat(first).isNotEmpty();
      assertThat(both)
          .allSatisfy(
              line ->
                  assertThat(line.context())
                      .containsEntry("leaf.target", server.target().toString()));
      assertThat(ids(first)).hasSize(1).doesNotContain("null");
      assertThat(ids(both)).hasSize(2);
    }
    assertThat(MDC.get("leaf.target")).isNull();
    assertThat(MDC.get("leaf.correlation_id")).isNull();
  }

  @Test
  void the_id_of_the_caller_is_kept() {
    MDC.put("leaf.correlation_id", "mine");
    try (CapturedLog log = CapturedLog.open()) {
      server.transport(key).build().run(server.target(), "echo\n");

      assertThat(ids(log.lines(OURS))).containsExactly("mine");
      assertThat(MDC.get("leaf.correlation_id")).isEqualTo("mine");
    } finally {
      MDC.remove("leaf.correlation_id");
    }
  }

  @Test
  void a_failure_is_logged_with_its_reason() {
    try (CapturedLog log = CapturedLog.open()) {
      CollectionException e =
          catchThrowableOfType(
              CollectionException.class,
              () -> server.transport().build().run(server.target(), "echo\n"));

      assertThat(log.lines(OURS)).extracting(CapturedLog.Line::text).contains(e.getMessage());
    }
  }

  @Test
  void an_unchecked_host_key_and_a_new_one_are_logged() {
    try (CapturedLog log = CapturedLog.open()) {
      server
          .transport(key)
          .hostKeys(HostKeyPolicy.insecurelyAcceptAnyKey())
          .build()
          .run(server.target(), "echo\n");
      server
          .transport(key)
          .knownHosts(folder.resolve("new"))
          .hostKeys(HostKeyPolicy.acceptNew())
          .build()
          .run(server.target(), "echo\n");

      assertThat(log.lines(OURS))
          .extracting(CapturedLog.Line::text)
          .anyMatch(text -> text.contains("NOT CHECKED"))
          .anyMatch(text -> text.contains("is believed and stands in " + folder.resolve("new")));
    }
  }
}
