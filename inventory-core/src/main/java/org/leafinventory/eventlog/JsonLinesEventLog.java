package org.leafinventory.eventlog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.leafinventory.event.EventSink;
import org.leafinventory.event.EventSinkException;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.json.EventJson;

/**
 * Appends events to files, one JSON object a line:
 *
 * <pre>{@code
 * <root>/events/events.jsonl                everything
 *               events-<yyyy-MM-dd>.jsonl   the same, by the UTC day of the event's timestamp
 * }</pre>
 *
 * <p>Any number of threads, instances and processes may append to the same files, and lose nothing:
 * each event is one write to the end of a file, under a lock on both files. An event is on disk
 * when {@link #emit} returns. The files only grow; what a crash left of a line stays there, ended
 * by a line feed, and {@link EventLog} skips it.
 *
 * <p>When {@code emit} fails, on a full disk for example, the event may already be in {@code
 * events.jsonl} and not in the file of the day; trying again may write it twice, under the same
 * event id. A thread whose interrupt status is set may emit; if the interrupt comes while {@code
 * emit} is at work, it fails and the status stays set.
 */
public final class JsonLinesEventLog implements EventSink {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A fixed number shared out by path, as a lock per path would never go away. */
  private static final List<ReentrantLock> LOCKS =
      Stream.generate(() -> new ReentrantLock(true)).limit(64).toList();

  private final Path directory;
  private final Duration patience;

  JsonLinesEventLog(Path root, Duration patience) {
    this.directory = root.toAbsolutePath().resolve("events");
    this.patience = patience;
  }

  /** The log in the directory {@code root}, which need not exist before the first event. */
  public static JsonLinesEventLog at(Path root) {
    return new JsonLinesEventLog(root, PATIENCE);
  }

  /** The file of all events, for {@link EventLog#read(Path)}; it need not exist yet. */
  public Path file() {
    return directory.resolve("events.jsonl");
  }

  /**
   * {@inheritDoc}
   *
   * @throws EventSinkException if a file cannot be written, another program keeps it locked for 30
   *     seconds, the event holds something JSON cannot express, or the thread is interrupted
   */
  @Override
  public void emit(InventoryEvent event) {
    Path dayFile = directory.resolve("events-" + day(event) + ".jsonl");
    byte[] line = line(event);
    boolean interrupted = Thread.interrupted();
    try {
      WholeFiles.makeDirectories(directory);
      append(line, dayFile);
    } catch (IOException e) {
      throw new EventSinkException(
          "cannot append to "
              + file()
              + " and "
              + dayFile.getFileName()
              + ": "
              + WholeFiles.explain(e),
          e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Where the events are, for messages. */
  @Override
  public String toString() {
    return "JsonLinesEventLog[" + directory + "]";
  }

  /** A lock on a file is the whole process's, so threads need one of their own. */
  private void append(byte[] line, Path dayFile) throws IOException {
    int share = Math.floorMod(directory.toRealPath().hashCode(), LOCKS.size());
    ReentrantLock lock = LOCKS.get(share);
    lock.lock();
    try {
      boolean newFiles = Files.notExists(file()) || Files.notExists(dayFile);
      try (AppendFile all = AppendFile.open(file());
          AppendFile day = AppendFile.open(dayFile)) {
        all.lock(patience);
        day.lock(patience);
        all.append(line);
        day.append(line);
      }
      if (newFiles) {
        forceDirectory();
      }
    } finally {
      lock.unlock();
    }
  }

  private void forceDirectory() throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static String day(InventoryEvent event) {
    return event.timestamp().atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static byte[] line(InventoryEvent event) {
    try {
      return (EventJson.write(event) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new EventSinkException(
          "cannot log event " + event.eventId() + ": " + e.getMessage(), e);
    }
  }
}
