package org.leafinventory.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks which parts of the hosts are as the index says, and answers for them at once, up to the
 * first part that is not: then it has to be decided first whether the index is written anew. {@link
 * #at} is thread-safe, the rest is for one thread.
 *
 * @param <R> the answers
 */
final class FirstLook<R> {

  private final Path root;
  private final Asking<R> asking;
  private final Consumer<Asking.Answers<R>> then;
  private final List<FleetPart.Compared> parts = new ArrayList<>();
  private int answered;
  private volatile boolean changed;

  FirstLook(Path root, Asking<R> asking, Consumer<Asking.Answers<R>> then) {
    this.root = root;
    this.asking = asking;
    this.then = then;
  }

  /** A part, and its answers if they are known already. */
  record Step<R>(FleetPart.Compared part, Optional<Asking.Answers<R>> answers) {}

  Step<R> at(FleetPart.Loaded loaded) {
    FleetPart.Compared part = loaded.compare(root);
    if (part.changes() > 0) {
      changed = true;
    }
    return new Step<>(part, changed ? Optional.empty() : Optional.of(asking.ask(part)));
  }

  /** Takes the steps in their order. */
  void take(Step<R> step) {
    if (step.answers().isPresent() && answered == parts.size()) {
      then.accept(step.answers().get());
      answered++;
    }
    parts.add(step.part());
  }

  /** The parts that were answered. */
  List<FleetPart.Compared> answered() {
    return parts.subList(0, answered);
  }

  /** The parts that come after those. */
  List<FleetPart.Compared> rest() {
    return parts.subList(answered, parts.size());
  }

  long changes() {
    return parts.stream().mapToLong(FleetPart.Compared::changes).sum();
  }

  int hosts() {
    return parts.stream().mapToInt(part -> part.names().size()).sum();
  }
}
