package org.leafinventory.nix.print;

import org.leafinventory.nix.ast.AttrKey;
import org.leafinventory.nix.ast.AttrPath;
import org.leafinventory.nix.ast.NixBoolean;
import org.leafinventory.nix.ast.NixCall;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixFloat;
import org.leafinventory.nix.ast.NixFunction;
import org.leafinventory.nix.ast.NixInteger;
import org.leafinventory.nix.ast.NixList;
import org.leafinventory.nix.ast.NixNull;
import org.leafinventory.nix.ast.NixPath;
import org.leafinventory.nix.ast.NixRef;
import org.leafinventory.nix.ast.NixSelect;
import org.leafinventory.nix.ast.NixSet;
import org.leafinventory.nix.ast.NixString;
import org.leafinventory.nix.ast.NixWith;
import org.leafinventory.nix.ast.Parameter;

/** Which expressions get a more compact layout. */
final class Shapes {

  /** Deeper nesting than this is not what the style means by simple. */
  private static final int MAX_SIMPLE_DEPTH = 8;

  private Shapes() {}

  /** Literals that begin on the line of what introduces them and end on a line of their own. */
  static boolean isAbsorbableTerm(NixExpr e) {
    return (e instanceof NixSet set && !set.bindings().isEmpty())
        || (e instanceof NixList list && !list.items().isEmpty())
        || (e instanceof NixString string && StringSteps.isIndented(string));
  }

  /** Such literals, also below {@code with} or behind plain parameters. */
  static boolean isAbsorbable(NixExpr e) {
    if (e instanceof NixWith with) {
      return isAbsorbableTerm(with.body());
    }
    NixExpr body = e;
    while (body instanceof NixFunction function && function.parameter() instanceof Parameter.Name) {
      body = function.body();
    }
    return isAbsorbableTerm(body);
  }

  /** Expressions so short that the style never breaks a line within them. */
  static boolean isSimple(NixExpr e) {
    return isSimple(e, MAX_SIMPLE_DEPTH);
  }

  private static boolean isSimple(NixExpr e, int depth) {
    if (depth == 0) {
      return false;
    }
    if (e instanceof NixCall call) {
      boolean manyArguments =
          call.function() instanceof NixCall inner && inner.function() instanceof NixCall;
      return !manyArguments
          && isSimple(call.function(), depth - 1)
          && isSimple(call.argument(), depth - 1);
    }
    if (e instanceof NixSelect select) {
      return select.fallback().isEmpty()
          && hasPlainKeys(select.path())
          && isSimple(select.subject(), depth - 1);
    }
    return e instanceof NixRef
        || (e instanceof NixString string && !StringSteps.isIndented(string))
        || e instanceof NixPath
        || e instanceof NixNull
        || e instanceof NixBoolean
        || (Precedence.of(e) == Precedence.ATOM
            && (e instanceof NixInteger || e instanceof NixFloat));
  }

  /** Whether all steps of the path are names without quotes. */
  static boolean hasPlainKeys(AttrPath path) {
    for (AttrKey key : path.keys()) {
      if (!(key instanceof AttrKey.Name name && name.isBare())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the parameter stays on one line: at most two attributes, none with a fallback. */
  static boolean isShort(Parameter.Pattern pattern) {
    return pattern.formals().size() <= 2
        && pattern.formals().stream().allMatch(formal -> formal.fallback().isEmpty());
  }
}
