package org.leafinventory.nix.ast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes nodes, and reads like Nix while doing so.
 *
 * <pre>{@code
 * Nix.set(
 *     Nix.bind("name", "web"),
 *     Nix.bind(Nix.attr("limits", "cores"), 8),
 *     Nix.bind("packages", Nix.with(Nix.ref("pkgs"), Nix.list(Nix.ref("git"), Nix.ref("jq")))));
 * }</pre>
 *
 * <p>Arguments typed {@code Object} are converted by {@link #value(Object)}. Every method here is
 * pure.
 */
public final class Nix {

  private static final NixNull NULL = new NixNull();

  private Nix() {}

  /**
   * The expression that denotes a Java value.
   *
   * <p>{@code null} becomes {@code null}; {@link Boolean}, {@link Byte}, {@link Short}, {@link
   * Integer}, {@link Long}, {@link Float}, {@link Double} and {@link CharSequence} become literals;
   * an {@link Iterable} or array of objects becomes a list and a {@link java.util.Map} with string
   * keys a set, in their own order and with their elements converted; a {@link NixExpr} is itself.
   *
   * @throws IllegalArgumentException if {@code value} is of another type, or Nix cannot express it
   */
  public static NixExpr value(@Nullable Object value) {
    return Values.toExpr(value);
  }

  /** {@code null}. */
  public static NixNull nothing() {
    return NULL;
  }

  /**
   * The variable {@code name}.
   *
   * @throws IllegalArgumentException if {@code name} is not an identifier or is a keyword
   */
  public static NixRef ref(String name) {
    return new NixRef(name);
  }

  /**
   * A path literal, such as {@code ./hardware.nix}.
   *
   * @throws IllegalArgumentException if {@code path} is not one
   */
  public static NixPath path(String path) {
    return new NixPath(path);
  }

  /**
   * A string: {@link CharSequence}s are text that stands for itself, expressions are interpolated.
   *
   * @throws IllegalArgumentException if a part is neither, or holds a NUL or a lone surrogate
   */
  public static NixString string(Object... parts) {
    return new NixString(NixString.Notation.QUOTED, StringParts.of(parts));
  }

  /**
   * A list. Items may be {@link ListItem}s, which carry comments.
   *
   * @throws IllegalArgumentException if an item cannot be converted
   */
  public static NixList list(@Nullable Object... items) {
    List<ListItem> result = new ArrayList<>(items.length);
    for (Object item : items) {
      result.add(item instanceof ListItem ready ? ready : item(item));
    }
    return new NixList(result);
  }

  /**
   * A list item that comments can be attached to.
   *
   * @throws IllegalArgumentException if {@code value} cannot be converted
   */
  public static ListItem item(@Nullable Object value) {
    return new ListItem(value(value), Trivia.none());
  }

  /**
   * <code>{ … }</code>.
   *
   * @throws IllegalArgumentException if an attribute is defined twice
   */
  public static NixSet set(Binding... bindings) {
    return new NixSet(false, Arrays.asList(bindings));
  }

  /**
   * <code>rec { … }</code>.
   *
   * @throws IllegalArgumentException if an attribute is defined twice
   */
  public static NixSet rec(Binding... bindings) {
    return new NixSet(true, Arrays.asList(bindings));
  }

  /**
   * {@code name = value;}, the name quoted where Nix asks for it and never split at dots.
   *
   * @throws IllegalArgumentException if the name or the value cannot be expressed
   */
  public static Binding bind(String name, @Nullable Object value) {
    return bind(attr(name), value);
  }

  /**
   * {@code path = value;}.
   *
   * @throws IllegalArgumentException if the value cannot be converted
   */
  public static Binding bind(AttrPath path, @Nullable Object value) {
    return new Binding.Assign(path, value(value), Trivia.none());
  }

  /**
   * {@code inherit names…;}.
   *
   * @throws IllegalArgumentException if there is no name or one comes twice
   */
  public static Binding inherit(String... names) {
    return new Binding.Inherit(Optional.empty(), Arrays.asList(names), Trivia.none());
  }

  /**
   * {@code inherit (from) names…;}.
   *
   * @throws IllegalArgumentException if there is no name or one comes twice
   */
  public static Binding inheritFrom(NixExpr from, String... names) {
    return new Binding.Inherit(Optional.of(from), Arrays.asList(names), Trivia.none());
  }

  /**
   * The attribute path {@code first.more…}.
   *
   * @throws IllegalArgumentException if a name holds a NUL or a lone surrogate
   */
  public static AttrPath attr(String first, String... more) {
    List<AttrKey> keys = new ArrayList<>(more.length + 1);
    keys.add(new AttrKey.Name(first));
    for (String name : more) {
      keys.add(new AttrKey.Name(name));
    }
    return new AttrPath(keys);
  }

  /** The attribute path <code>${name}</code>; a string that is text only counts as a known name. */
  public static AttrPath attr(NixExpr name) {
    return new AttrPath(List.of(AttrPath.keyOf(name)));
  }

  /**
   * {@code parameter: body}.
   *
   * @throws IllegalArgumentException if {@code parameter} is not an identifier, or {@code body}
   *     cannot be converted
   */
  public static NixFunction function(String parameter, @Nullable Object body) {
    return function(new Parameter.Name(parameter), body);
  }

  /**
   * {@code parameter: body}.
   *
   * @throws IllegalArgumentException if {@code body} cannot be converted
   */
  public static NixFunction function(Parameter parameter, @Nullable Object body) {
    return new NixFunction(parameter, value(body));
  }

  /**
   * The set pattern <code>{ names… }</code>; its methods add fallbacks, {@code ...} and a name.
   *
   * @throws IllegalArgumentException if a name comes twice or is not an identifier
   */
  public static Parameter.Pattern pattern(String... names) {
    List<Parameter.Formal> formals = new ArrayList<>(names.length);
    for (String name : names) {
      formals.add(new Parameter.Formal(name, Optional.empty()));
    }
    return new Parameter.Pattern(formals, false, Optional.empty());
  }

  /**
   * {@code let bindings in body}.
   *
   * @throws IllegalArgumentException if a variable is defined twice or its name is computed
   */
  public static NixLet let(List<Binding> bindings, @Nullable Object body) {
    return new NixLet(bindings, value(body));
  }

  /**
   * {@code with scope; body}.
   *
   * @throws IllegalArgumentException if {@code body} cannot be converted
   */
  public static NixWith with(NixExpr scope, @Nullable Object body) {
    return new NixWith(scope, value(body));
  }

  /**
   * {@code if condition then whenTrue else whenFalse}.
   *
   * @throws IllegalArgumentException if a branch cannot be converted
   */
  public static NixIf when(
      NixExpr condition, @Nullable Object whenTrue, @Nullable Object whenFalse) {
    return new NixIf(condition, value(whenTrue), value(whenFalse));
  }

  /**
   * {@code assert condition; body}.
   *
   * @throws IllegalArgumentException if {@code body} cannot be converted
   */
  public static NixAssert require(NixExpr condition, @Nullable Object body) {
    return new NixAssert(condition, value(body));
  }

  /**
   * A file that holds {@code body}.
   *
   * @throws IllegalArgumentException if {@code body} cannot be converted
   */
  public static NixFile file(@Nullable Object body) {
    return new NixFile(List.of(), value(body));
  }
}
