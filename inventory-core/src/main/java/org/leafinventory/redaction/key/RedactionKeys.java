package org.leafinventory.redaction.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.model.Printable;
import org.leafinventory.redaction.Redaction;

/**
 * Keys for {@link Redaction#withKey}: drawn at random, or kept in a file, so that pseudonyms are
 * the same from one run to the next.
 *
 * <pre>{@code
 * Redaction redaction = Redaction.withKey(RedactionKeys.inFile(Path.of("redaction.key")));
 * Recording harmless = redaction.redact(RecordingFile.read(Path.of("mac.json")));
 * }</pre>
 *
 * <p>Thread-safe, and safe between processes.
 */
public final class RedactionKeys {

  private static final int BYTES = 32;

  /** A key of 512 bytes, more than anybody needs. */
  private static final int MAX_CHARACTERS = 1024;

  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private RedactionKeys() {}

  /** A new key of 32 bytes. Once it is gone, nobody can link its pseudonyms to anything. */
  public static byte[] random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /**
   * The key in {@code file}: hexadecimal digits on one line. If there is no such file, it is made
   * with a new key, for its owner alone, and so are missing directories above it.
   *
   * @throws RedactionKeyException if it can neither be read nor made, is no key, or other users may
   *     read it
   */
  public static byte[] inFile(Path file) {
    String source = Printable.line(file.toString());
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      requirePrivate(file, source);
      return parse(read(file), source);
    } catch (IOException e) {
      throw new RedactionKeyException(source, "no key: " + WholeFiles.explain(e), e);
    }
  }

  private static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_CHARACTERS + 1), StandardCharsets.UTF_8).strip();
    }
  }

  private static byte[] parse(String text, String source) {
    boolean isKey =
        text.matches("(?:[0-9A-Fa-f]{2})+")
            && text.length() <= MAX_CHARACTERS
            && text.length() >= 2 * Redaction.MIN_KEY_BYTES;
    if (!isKey) {
      throw new RedactionKeyException(
          source,
          "is no redaction key, which is a line of 32 hexadecimal digits or more; give another"
              + " file, or one that is not there yet to have it made",
          null);
    }
    return HexFormat.of().parseHex(text);
  }

  private static void requirePrivate(Path file, String source) throws IOException {
    if (!isPosix(file)) {
      return;
    }
    Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
    granted.addAll(Files.getPosixFilePermissions(file));
    granted.retainAll(OF_OTHERS);
    if (!granted.isEmpty()) {
      throw new RedactionKeyException(
          source,
          "other users may use this key, and so check guesses of what was redacted; run: chmod 600 "
              + source,
          null);
    }
  }

  /** The file is never there without its key: two processes that make it get the same one. */
  private static void create(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException("is not the path of a file");
    }
    WholeFiles.makeDirectories(folder);
    Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      if (isPosix(folder)) {
        Files.createFile(
            temporary,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(temporary);
      }
      String line = HexFormat.of().formatHex(random()) + "\n";
      Files.writeString(temporary, line, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
      Files.createLink(target, temporary);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster; its key it is.
    } catch (UnsupportedOperationException e) {
      Files.move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
