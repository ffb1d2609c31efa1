package org.leafinventory.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A list whose elements are matched by their key; a list that is absent is an empty one.
 *
 * <p>Among elements with the same key, those that are equal on both sides belong together and are
 * counted first; the others are paired in the order of the list.
 *
 * @param element what the elements are
 * @param key what identifies one
 * @param passing elements that come and go whatever their kind: all that changes about them is
 *     volatile
 */
record Elements(Shape element, ElementKey key, Predicate<JsonNode> passing) implements Shape {

  /** A list of elements that are identified by the values of {@code keys}, or by themselves. */
  static Elements of(Shape element, String... keys) {
    return new Elements(element, new ElementKey(List.of(keys)), node -> false);
  }

  Elements passing(Predicate<JsonNode> newPassing) {
    return new Elements(element, key, newPassing);
  }

  @Override
  public ChangeClass changeClass() {
    return element.changeClass();
  }

  @Override
  public void compare(String path, JsonNode before, JsonNode after, Consumer<Change> changes) {
    Map<String, Namesakes> byKey = new TreeMap<>(ElementKey.ORDER);
    before.forEach(node -> namesakes(byKey, node).before.add(node));
    after.forEach(node -> namesakes(byKey, node).after.add(node));
    byKey.forEach((shown, namesakes) -> compare(path, shown, namesakes, changes));
  }

  private Namesakes namesakes(Map<String, Namesakes> byKey, JsonNode node) {
    return byKey.computeIfAbsent(key.of(node), shown -> new Namesakes());
  }

  private void compare(String path, String shown, Namesakes all, Consumer<Change> changes) {
    List<JsonNode> before = without(all.before, all.after);
    List<JsonNode> after = without(all.after, all.before);
    int equal = all.before.size() - before.size();
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      String place = path + '[' + ElementKey.numbered(shown, equal + i + 1) + ']';
      comparePair(place, at(before, i), at(after, i), changes);
    }
  }

  private void comparePair(String path, JsonNode before, JsonNode after, Consumer<Change> changes) {
    boolean comesAndGoes = comesAndGoes(before) && comesAndGoes(after);
    element.compare(
        path,
        before,
        after,
        comesAndGoes ? change -> changes.accept(change.inClass(ChangeClass.VOLATILE)) : changes);
  }

  private boolean comesAndGoes(JsonNode node) {
    return node.isMissingNode() || passing.test(node);
  }

  private static JsonNode at(List<JsonNode> nodes, int index) {
    return index < nodes.size() ? nodes.get(index) : MissingNode.getInstance();
  }

  /** The nodes less, for each of {@code taken}, one that equals it. */
  private static List<JsonNode> without(List<JsonNode> nodes, List<JsonNode> taken) {
    Map<JsonNode, Integer> left = new HashMap<>();
    taken.forEach(node -> left.merge(node, 1, Integer::sum));
    return nodes.stream().filter(node -> left.merge(node, -1, Integer::sum) < 0).toList();
  }

  @Override
  public String describe(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .map(element::describe)
        .collect(Collectors.joining("; ", "[", "]"));
  }

  @Override
  public void collectClasses(String path, Map<String, ChangeClass> classes) {
    element.collectClasses(path + "[]", classes);
  }

  /** The elements with one key. */
  private static final class Namesakes {
    private final List<JsonNode> before = new ArrayList<>();
    private final List<JsonNode> after = new ArrayList<>();
  }
}
