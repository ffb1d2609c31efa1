package org.leafinventory.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The index that is being written, if one is: at the first failure it is given up. */
final class NewIndex implements Closeable {

  private Optional<IndexWriter> writer;

  private NewIndex(Optional<IndexWriter> writer) {
    this.writer = writer;
  }

  static NewIndex none() {
    return new NewIndex(Optional.empty());
  }

  static NewIndex begin(Path root) {
    return new NewIndex(IndexWriter.begin(root));
  }

  Instant startedAt() {
    return writer.map(IndexWriter::startedAt).orElse(Instant.EPOCH);
  }

  void add(Asking.Written written) {
    attempt(index -> index.add(written.blob(), written.first()));
  }

  void finish(Stamp inventory) {
    attempt(index -> index.finish(inventory));
  }

  @Override
  public void close() {
    attempt(IndexWriter::close);
  }

  private void attempt(Step step) {
    if (writer.isEmpty()) {
      return;
    }
    try {
      step.on(writer.get());
    } catch (IOException e) {
      IndexWriter failed = writer.get();
      writer = Optional.empty();
      closeQuietly(failed);
    }
  }

  private static void closeQuietly(IndexWriter failed) {
    try {
      failed.close();
    } catch (IOException e) {
      // A cache that cannot be written costs time alone.
    }
  }

  /** A part of the writing. */
  @FunctionalInterface
  private interface Step {
    void on(IndexWriter writer) throws IOException;
  }
}
