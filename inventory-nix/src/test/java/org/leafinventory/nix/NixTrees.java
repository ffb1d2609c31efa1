package org.leafinventory.nix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import org.leafinventory.nix.ast.AttrKey;
import org.leafinventory.nix.ast.AttrPath;
import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.ListItem;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixBinary;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixLet;
import org.leafinventory.nix.ast.NixList;
import org.leafinventory.nix.ast.NixSet;
import org.leafinventory.nix.ast.NixString;
import org.leafinventory.nix.ast.Parameter;
import org.leafinventory.nix.ast.Trivia;

/**
 * Random Java values and random syntax trees, drawn from one seed each. jqwik chooses the seeds;
 * the trees are grown by hand because a thousand of them go into one run of Nix.
 */
public final class NixTrees {

  private static final String[] HOSTILE = {
    "${", "''", "'", "\"", "\\", "$", "$$", "$${", "'${", "\n", "\r", "\r\n", "\t", " ", "  ", "{",
    "}", "x", "héllo", "😀", "\u2028", "\u0085", "\uFEFF", "\u00a0", "*/", "#", "''$", "''\\n",
    "\\n", "\b", "\u0001", "\u000b", "\u001b", "\u007f", "let", ";", "a b", "\n  ", "\n\n", "𝕏"
  };

  private static final String[] NAMES = {
    "a", "b", "c", "lib", "pkgs", "config", "foo-bar", "x'", "_y", "true", "somewhatLongerName"
  };

  private static final String[] ATTRIBUTES = {
    "a", "enable", "or", "if", "rec", "inherit", "", "1", "-a", "a b", "a.b", "ünï", "${x}", "\"",
    "\\", "null", "a'", "x\ny", "//", "😀"
  };

  private static final String[] PATHS = {
    "./x", "../a/b.nix", "/etc/nix", "~/x", "<nixpkgs>", "<nixpkgs/lib>", "./.", "a/b", "./a+b_c-d"
  };

  private final Random random;

  private NixTrees(long seed) {
    this.random = new Random(seed);
  }

  /** Seeds; a seed that breaks a property is reported by jqwik and can be tried again. */
  public static Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  /** A plain value: {@code null}, Boolean, Long, Double, String, List or Map of such. */
  public static @Nullable Object value(long seed) {
    return new NixTrees(seed).value(4, true);
  }

  /** A syntax tree with every kind of node. */
  public static NixExpr tree(long seed) {
    NixTrees trees = new NixTrees(seed);
    return trees.expr(1 + trees.random.nextInt(5));
  }

  /** The variables that the trees mention. */
  public static String[] variables() {
    return NAMES.clone();
  }

  /** Text made of what is special somewhere in Nix. */
  public static String text(long seed) {
    return new NixTrees(seed).text();
  }

  private @Nullable Object value(int depth, boolean top) {
    int choice = random.nextInt(depth > 0 ? 10 : 6);
    return switch (top && choice < 6 ? 6 + choice % 3 : choice) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> number();
      case 3 -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
      case 4, 5 -> text();
      case 6, 7 -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          list.add(value(depth - 1, false));
        }
        yield list;
      }
      default -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          map.put(random.nextBoolean() ? text() : pick(ATTRIBUTES), value(depth - 1, false));
        }
        yield map;
      }
    };
  }

  private long number() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(100) - 50;
      case 1 -> Long.MIN_VALUE;
      case 2 -> Long.MAX_VALUE;
      default -> random.nextLong();
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(random.nextInt(20) == 0 ? (char) (1 + random.nextInt(31)) : pick(HOSTILE));
    }
    return text.toString();
  }

  private NixExpr expr(int depth) {
    if (depth == 0) {
      return leaf();
    }
    int next = depth - 1;
    return switch (random.nextInt(18)) {
      case 0 -> leaf();
      case 1 -> expr(next).select(path(next));
      case 2 -> expr(next).select(path(next)).orElse(expr(next));
      case 3 -> expr(next).has(path(next));
      case 4, 5 -> expr(next).call(expr(next));
      case 6 -> expr(next).call(expr(next), expr(next), expr(next));
      case 7, 8 -> expr(next).binary(pick(NixBinary.Op.values()), expr(next));
      case 9 -> random.nextBoolean() ? expr(next).not() : expr(next).negate();
      case 10 -> Nix.when(expr(next), expr(next), expr(next));
      case 11 ->
          random.nextBoolean()
              ? Nix.with(expr(next), expr(next))
              : Nix.require(expr(next), expr(next));
      case 12 -> new NixLet(bindings(next, false), expr(next));
      case 13 -> Nix.function(parameter(next), expr(next));
      case 14 -> list(next);
      case 15 -> string(next);
      default -> new NixSet(random.nextInt(4) == 0, bindings(next, true));
    };
  }

  private NixExpr leaf() {
    return switch (random.nextInt(8)) {
      case 0 -> Nix.value(value(0, false));
      case 1 -> Nix.path(pick(PATHS));
      case 2 -> Nix.string(text());
      case 3 -> Nix.string(text()).indented();
      case 4 -> Nix.string("one\n", "  two\n\n", text()).indented();
      default -> Nix.ref(pick(NAMES));
    };
  }

  private NixString string(int depth) {
    NixString string = Nix.string(text(), expr(depth), text(), expr(depth), pick(HOSTILE));
    return random.nextBoolean() ? string.indented() : string;
  }

  private NixList list(int depth) {
    List<ListItem> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(new ListItem(expr(depth), trivia()));
    }
    return new NixList(items);
  }

  private Trivia trivia() {
    Trivia trivia = new Trivia(random.nextInt(4) == 0, List.of());
    return random.nextInt(4) == 0 ? trivia.withComment(text()) : trivia;
  }

  private List<Binding> bindings(int depth, boolean computed) {
    Map<String, Binding> bindings = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      int kind = random.nextInt(6);
      String name = pick(kind == 0 ? NAMES : ATTRIBUTES);
      Binding binding =
          switch (kind) {
            case 0 -> Nix.inherit(name);
            case 1 -> Nix.inheritFrom(expr(depth), name);
            case 2 -> Nix.bind(Nix.attr(name, pick(ATTRIBUTES), pick(NAMES)), expr(depth));
            default -> Nix.bind(name, expr(depth));
          };
      bindings.put(name, binding.withTrivia(trivia()));
    }
    List<Binding> result = new ArrayList<>(bindings.values());
    if (computed && random.nextInt(4) == 0) {
      result.add(Nix.bind(path(depth), expr(depth)));
    }
    return refusedAsDuplicate(result) ? List.of() : result;
  }

  private static boolean refusedAsDuplicate(List<Binding> bindings) {
    try {
      new NixSet(false, bindings).bindings();
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private AttrPath path(int depth) {
    List<AttrKey> keys = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      keys.add(
          random.nextInt(4) == 0
              ? Nix.attr(expr(depth)).keys().get(0)
              : new AttrKey.Name(random.nextBoolean() ? pick(ATTRIBUTES) : pick(NAMES)));
    }
    return new AttrPath(keys);
  }

  private Parameter parameter(int depth) {
    if (random.nextBoolean()) {
      return new Parameter.Name(pick(NAMES));
    }
    Set<String> names = new HashSet<>();
    List<Parameter.Formal> formals = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = pick(NAMES);
      if (names.add(name)) {
        formals.add(
            new Parameter.Formal(
                name, random.nextBoolean() ? Optional.empty() : Optional.of(expr(depth))));
      }
    }
    Parameter.Pattern pattern =
        new Parameter.Pattern(formals, random.nextBoolean(), Optional.empty());
    return random.nextInt(4) == 0 ? pattern.boundTo("args") : pattern;
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
