package org.leafinventory.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers by what was looked at to find them: a tree whose branches are columns, in the
 * order in which the evaluation looks at them, and whose twigs are the values there. Not
 * thread-safe.
 *
 * @param <R> the answers
 */
final class Memo<R> {

  /** Beyond this, remembering costs more memory than it saves time. */
  private static final int MOST_ANSWERS = 20_000;

  private @Nullable Step<R> root;
  private int answers;

  /** The answer for a host, if one that looks the same was seen before. */
  @Nullable Answer<R> find(Function<Column, Value> host) {
    Step<R> step = root;
    while (step instanceof Branch<R> branch) {
      step = branch.next.get(host.apply(branch.column));
    }
    return step instanceof Answer<R> answer ? answer : null;
  }

  /** Remembers the answer that was found by looking at {@code reads}. */
  void remember(Reads reads, R answer) {
    if (!reads.isComplete() || answers >= MOST_ANSWERS) {
      return;
    }
    List<Map.Entry<Column, Value>> path = new ArrayList<>(reads.values().entrySet());
    root = grow(root, path, 0, answer);
  }

  private Step<R> grow(
      @Nullable Step<R> step, List<Map.Entry<Column, Value>> path, int depth, R answer) {
    if (depth == path.size()) {
      if (step == null) {
        answers++;
        return new Answer<>(answer);
      }
      return step;
    }
    Map.Entry<Column, Value> look = path.get(depth);
    Branch<R> branch;
    if (step == null) {
      branch = new Branch<>(look.getKey());
    } else if (step instanceof Branch<R> known && known.column.equals(look.getKey())) {
      branch = known;
    } else {
      // It looked elsewhere than last time: it depends on more than the document.
      return step;
    }
    branch.next.put(
        look.getValue(), grow(branch.next.get(look.getValue()), path, depth + 1, answer));
    return branch;
  }

  /** What comes next in the tree. */
  private interface Step<R> {}

  /** The end of a path. */
  record Answer<R>(R value) implements Step<R> {}

  /** A look at a column. */
  private static final class Branch<R> implements Step<R> {

    private final Column column;
    private final Map<Value, Step<R>> next = new HashMap<>();

    Branch(Column column) {
      this.column = column;
    }
  }
}
