package org.leafinventory.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.redaction.key.RedactionKeyException;
import org.leafinventory.redaction.key.RedactionKeys;

class RedactionKeysTest {

  @TempDir private Path folder;

  @Test
  void a_missing_file_is_made_for_its_owner_alone() throws IOException {
    Path file = folder.resolve("new/folder/redaction.key");
    byte[] key = RedactionKeys.inFile(file);

    assertThat(key).hasSize(32).isEqualTo(RedactionKeys.inFile(file));
    assertThat(Files.readString(file)).isEqualTo(HexFormat.of().formatHex(key) + "\n");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
    if (isPosix()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void two_keys_are_two() {
    assertThat(RedactionKeys.random()).hasSize(32).isNotEqualTo(RedactionKeys.random());
  }

  @Test
  void those_who_make_the_same_file_at_once_get_the_same_key() throws Exception {
    Path file = folder.resolve("redaction.key");
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> makers = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        makers.add(() -> HexFormat.of().formatHex(RedactionKeys.inFile(file)));
      }
      Set<String> keys = new HashSet<>();
      for (Future<String> made : pool.invokeAll(makers)) {
        keys.add(made.get());
      }
      assertThat(keys).hasSize(1);
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "abc", "00112233445566778899aabbccddee", "0011\n2233"})
  void what_is_no_key_is_refused_without_showing_it(String content) throws IOException {
    Path file = owned(content);
    assertThatThrownBy(() -> RedactionKeys.inFile(file))
        .isInstanceOf(RedactionKeyException.class)
        .hasMessageStartingWith(file + ": is no redaction key")
        .hasMessageNotContainingAny("secret", "0011", "\n");
  }

  @Test
  void a_key_that_others_may_read_is_refused() throws IOException {
    assumeTrue(isPosix(), "no permissions on this file system; skipped");
    Path file = owned("00".repeat(16));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> RedactionKeys.inFile(file))
        .isInstanceOf(RedactionKeyException.class)
        .hasMessageEndingWith("run: chmod 600 " + file);
  }

  @Test
  void a_folder_is_no_key() {
    assertThatThrownBy(() -> RedactionKeys.inFile(folder))
        .isInstanceOf(RedactionKeyException.class)
        .hasMessageStartingWith(folder + ": ");
  }

  @Test
  void a_short_key_is_refused() {
    assertThatThrownBy(() -> Redaction.withKey(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a redaction key has at least 16 bytes, not 15");
  }

  @Test
  void a_redaction_tells_nothing_of_its_key() {
    assertThat(Redaction.withKey(new byte[16])).hasToString("Redaction");
  }

  @Test
  void the_key_is_copied() {
    byte[] key = RedactionKeys.random();
    Redaction redaction = Redaction.withKey(key);
    var recording = SimulatedRecordings.of("mac-mini-m4");
    var before = redaction.redact(recording);
    java.util.Arrays.fill(key, (byte) 0);
    assertThat(redaction.redact(recording)).isEqualTo(before);
  }

  private Path owned(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("redaction.key"), content);
    if (isPosix()) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return file;
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
