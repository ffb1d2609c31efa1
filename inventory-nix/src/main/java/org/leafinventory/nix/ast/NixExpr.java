package org.leafinventory.nix.ast;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expression of the Nix language.
 *
 * <p>The methods combine this expression with others and return a new node; parentheses are the
 * printer's business. Arguments typed {@code Object} are Java values or expressions, converted as
 * {@link Nix#value(Object)} says.
 *
 * <p>Immutable and thread-safe. The set of nodes is closed: {@link Visitor} names them all.
 */
public sealed interface NixExpr
    permits NixAssert,
        NixBinary,
        NixBoolean,
        NixCall,
        NixFloat,
        NixFunction,
        NixHasAttr,
        NixIf,
        NixInteger,
        NixLet,
        NixList,
        NixNull,
        NixPath,
        NixRef,
        NixSelect,
        NixSet,
        NixString,
        NixUnary,
        NixWith {

  /**
   * Hands this node to the method of {@code visitor} that is named after its type.
   *
   * @param <R> what the visitor answers
   * @return the visitor's answer
   */
  <R> R accept(Visitor<R> visitor);

  /**
   * {@code this.first.more…}, each name quoted where Nix asks for it and never split at dots.
   *
   * @throws IllegalArgumentException if a name holds a NUL or a lone surrogate
   */
  default NixSelect select(String first, String... more) {
    return select(Nix.attr(first, more));
  }

  /** {@code this.path}. */
  default NixSelect select(AttrPath path) {
    return new NixSelect(this, path, Optional.empty());
  }

  /**
   * {@code this ? first.more…}.
   *
   * @throws IllegalArgumentException if a name holds a NUL or a lone surrogate
   */
  default NixHasAttr has(String first, String... more) {
    return has(Nix.attr(first, more));
  }

  /** {@code this ? path}. */
  default NixHasAttr has(AttrPath path) {
    return new NixHasAttr(this, path);
  }

  /**
   * {@code this argument more…}: this function applied to one argument after the other.
   *
   * @throws IllegalArgumentException if an argument cannot be converted
   */
  default NixCall call(@Nullable Object argument, @Nullable Object... more) {
    NixCall call = new NixCall(this, Nix.value(argument));
    for (Object next : more) {
      call = new NixCall(call, Nix.value(next));
    }
    return call;
  }

  /**
   * {@code this op right}.
   *
   * @throws IllegalArgumentException if {@code right} cannot be converted
   */
  default NixBinary binary(NixBinary.Op op, @Nullable Object right) {
    return new NixBinary(this, op, Nix.value(right));
  }

  /** {@code this + right}: the sum, or strings or paths joined. */
  default NixBinary plus(@Nullable Object right) {
    return binary(NixBinary.Op.ADD, right);
  }

  /** {@code this - right}. */
  default NixBinary minus(@Nullable Object right) {
    return binary(NixBinary.Op.SUBTRACT, right);
  }

  /** {@code this * right}. */
  default NixBinary times(@Nullable Object right) {
    return binary(NixBinary.Op.MULTIPLY, right);
  }

  /** {@code this / right}. */
  default NixBinary dividedBy(@Nullable Object right) {
    return binary(NixBinary.Op.DIVIDE, right);
  }

  /** {@code this ++ right}: two lists joined. */
  default NixBinary concat(@Nullable Object right) {
    return binary(NixBinary.Op.CONCAT, right);
  }

  /** {@code this // right}: two sets merged, the right one winning. */
  default NixBinary update(@Nullable Object right) {
    return binary(NixBinary.Op.UPDATE, right);
  }

  /** {@code this && right}. */
  default NixBinary and(@Nullable Object right) {
    return binary(NixBinary.Op.AND, right);
  }

  /** {@code this || right}. */
  default NixBinary or(@Nullable Object right) {
    return binary(NixBinary.Op.OR, right);
  }

  /** {@code this -> right}: logical implication. */
  default NixBinary implies(@Nullable Object right) {
    return binary(NixBinary.Op.IMPLIES, right);
  }

  /** {@code this == right}. */
  default NixBinary isEqualTo(@Nullable Object right) {
    return binary(NixBinary.Op.EQUAL, right);
  }

  /** {@code this != right}. */
  default NixBinary isNotEqualTo(@Nullable Object right) {
    return binary(NixBinary.Op.NOT_EQUAL, right);
  }

  /** {@code !this}. */
  default NixUnary not() {
    return new NixUnary(NixUnary.Op.NOT, this);
  }

  /** {@code -this}. */
  default NixUnary negate() {
    return new NixUnary(NixUnary.Op.NEGATE, this);
  }

  /**
   * One method per kind of node. A kind added later is a new abstract method, so that code which
   * does not handle it fails to compile rather than to run.
   *
   * @param <R> the answer
   */
  interface Visitor<R> {
    /** Visits {@code assert condition; body}. */
    R visitAssert(NixAssert node);

    /** Visits {@code left op right}. */
    R visitBinary(NixBinary node);

    /** Visits {@code true} or {@code false}. */
    R visitBoolean(NixBoolean node);

    /** Visits {@code function argument}. */
    R visitCall(NixCall node);

    /** Visits a floating-point number. */
    R visitFloat(NixFloat node);

    /** Visits {@code parameter: body}. */
    R visitFunction(NixFunction node);

    /** Visits {@code subject ? path}. */
    R visitHasAttr(NixHasAttr node);

    /** Visits {@code if condition then … else …}. */
    R visitIf(NixIf node);

    /** Visits an integer. */
    R visitInteger(NixInteger node);

    /** Visits {@code let … in body}. */
    R visitLet(NixLet node);

    /** Visits {@code [ … ]}. */
    R visitList(NixList node);

    /** Visits {@code null}. */
    R visitNull(NixNull node);

    /** Visits a path literal. */
    R visitPath(NixPath node);

    /** Visits a variable. */
    R visitRef(NixRef node);

    /** Visits {@code subject.path} with or without {@code or}. */
    R visitSelect(NixSelect node);

    /** Visits <code>{ … }</code> or <code>rec { … }</code>. */
    R visitSet(NixSet node);

    /** Visits a string of either notation. */
    R visitString(NixString node);

    /** Visits {@code !operand} or {@code -operand}. */
    R visitUnary(NixUnary node);

    /** Visits {@code with scope; body}. */
    R visitWith(NixWith node);
  }
}
