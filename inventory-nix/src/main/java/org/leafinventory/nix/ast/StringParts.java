package org.leafinventory.nix.ast;

import java.util.ArrayList;
import java.util.List;

/** Brings the parts of strings to one form, so that equal strings are equal nodes. */
final class StringParts {

  private StringParts() {}

  static List<NixString.Part> normalize(List<NixString.Part> parts) {
    List<NixString.Part> result = new ArrayList<>(parts.size());
    StringBuilder text = new StringBuilder();
    for (NixString.Part part : parts) {
      if (part instanceof NixString.Text t) {
        text.append(t.value());
      } else {
        flush(text, result);
        result.add(part);
      }
    }
    flush(text, result);
    return List.copyOf(result);
  }

  private static void flush(StringBuilder text, List<NixString.Part> result) {
    if (text.length() > 0) {
      result.add(new NixString.Text(text.toString()));
      text.setLength(0);
    }
  }

  /** Strings are text, expressions are interpolated. */
  static List<NixString.Part> of(Object... parts) {
    List<NixString.Part> result = new ArrayList<>(parts.length);
    for (Object part : parts) {
      if (part instanceof CharSequence text) {
        result.add(new NixString.Text(text.toString()));
      } else if (part instanceof NixExpr expression) {
        result.add(new NixString.Interpolation(expression));
      } else {
        throw new IllegalArgumentException(
            "a string is made of text and expressions, not of " + part.getClass().getName());
      }
    }
    return result;
  }
}
