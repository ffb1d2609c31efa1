package org.leafinventory.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;

/**
 * Puts the question to the hosts of a part. Thread-safe: each thread works with a {@link Desk} of
 * its own.
 *
 * @param <R> the answers
 */
final class Asking<R> {

  private final Path root;
  private final Instant startedAt;
  private final Predicate<? super HardwareInventory> which;
  private final Function<JsonNode, R> question;
  private final boolean rewrite;
  private final ConcurrentLinkedQueue<Desk<R>> desks = new ConcurrentLinkedQueue<>();

  Asking(
      Path root,
      Instant startedAt,
      Predicate<? super HardwareInventory> which,
      Function<JsonNode, R> question,
      boolean rewrite) {
    this.root = root;
    this.startedAt = startedAt;
    this.which = which;
    this.question = question;
    this.rewrite = rewrite;
  }

  Answers<R> ask(FleetPart.Compared part) {
    Desk<R> desk = desks.poll();
    if (desk == null) {
      desk = new Desk<>(new HostReader(root, startedAt), new Memo<>(), new HashMap<>());
    }
    try {
      return ask(part, desk);
    } catch (DamagedIndexException e) {
      return ask(part.unknown(), desk);
    } finally {
      part.old().ifPresent(Group::forget);
      desks.add(desk);
    }
  }

  private Answers<R> ask(FleetPart.Compared part, Desk<R> desk) {
    GroupBuilder builder = new GroupBuilder();
    for (int n = 0; n < part.names().size(); n++) {
      if (part.row(n) < 0) {
        desk.reader.read(part.names().get(n), builder);
      }
    }
    GroupBuilder.Blob blob = builder.build();
    Group fresh = Group.of(blob);
    Answers<R> answers = new Answers<>(new ArrayList<>(), new ArrayList<>(), Optional.empty());
    int next = 0;
    for (int n = 0; n < part.names().size(); n++) {
      int row = part.row(n);
      if (row < 0) {
        add(fresh, next++, desk, answers);
      } else {
        add(part.old().orElseThrow(), row, desk, answers);
      }
    }
    return rewrite && !part.names().isEmpty()
        ? answers.with(part.names().get(0), blobOf(part, blob, fresh))
        : answers;
  }

  private void add(Group group, int row, Desk<R> desk, Answers<R> answers) {
    Entries entries = group.entries();
    if (!entries.isKnown(row)) {
      Entry entry = entries.get(row);
      if (entry.state() == Entry.State.UNUSABLE) {
        answers.skipped.add(new SkippedHost(entry.name(), entry.message()));
      }
      return;
    }
    HardwareInventory brief =
        Briefs.of(
            group.brief(row, desk.briefs),
            HostName.of(entries.name(row)),
            entries.extractedAt(row));
    if (which.test(brief)) {
      answers.hosts.add(new Host<>(brief, answer(group, row, desk.memo)));
    }
  }

  private R answer(Group group, int row, Memo<R> memo) {
    Memo.Answer<R> known = memo.find(column -> group.value(column, row));
    if (known != null) {
      return known.value();
    }
    Reads reads = new Reads();
    String folder = group.entries().name(row);
    LazyDocument document =
        new LazyDocument(group, row, reads, () -> HostReader.rawSections(root, folder));
    R answer = question.apply(document.root());
    memo.remember(reads, answer);
    return answer;
  }

  /** The group to be written: what is known and what was read. */
  private static GroupBuilder.Blob blobOf(
      FleetPart.Compared part, GroupBuilder.Blob blob, Group fresh) {
    if (part.old().isEmpty()) {
      return blob;
    }
    if (part.changes() == 0 && part.index().isPresent()) {
      FleetPart.Place place = part.index().get();
      try {
        return place.file().blob(place.part());
      } catch (IOException e) {
        throw new DamagedIndexException(e);
      }
    }
    GroupBuilder merged = new GroupBuilder();
    int next = 0;
    for (int n = 0; n < part.names().size(); n++) {
      int row = part.row(n);
      if (row < 0) {
        merged.addFrom(fresh, next++);
      } else {
        merged.addFrom(part.old().get(), row);
      }
    }
    return merged.build();
  }

  /** What a thread works with. */
  private record Desk<R>(HostReader reader, Memo<R> memo, Map<Value, HardwareInventory> briefs) {}

  /** A host and what its document says. */
  record Host<R>(HardwareInventory brief, R answer) {}

  /** A group for the new index. */
  record Written(String first, GroupBuilder.Blob blob) {}

  /** What a part said. */
  record Answers<R>(List<Host<R>> hosts, List<SkippedHost> skipped, Optional<Written> written) {

    Answers<R> with(String first, GroupBuilder.Blob blob) {
      return new Answers<>(hosts, skipped, Optional.of(new Written(first, blob)));
    }
  }
}
