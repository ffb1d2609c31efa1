package org.leafinventory.nix.flake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;

/**
 * The shell scripts of the apps. They lie in files of their own, so that they can be checked and
 * run without Nix, and learn what Nix knows from variables that are set before them.
 */
final class Scripts {

  private Scripts() {}

  /** A text of Nix: {@code settings}, then the script {@code name} without its first line. */
  static NixExpr script(String name, Setting... settings) {
    List<Object> parts = new ArrayList<>();
    for (Setting setting : settings) {
      parts.add(setting.variable() + "=");
      parts.add(setting.value());
      parts.add("\n");
    }
    String text = read(name);
    parts.add(text.substring(text.indexOf('\n') + 1));
    return Nix.string(parts.toArray()).indented();
  }

  /** The shell variable {@code variable} with a value that Nix computes: one word of the shell. */
  record Setting(String variable, NixExpr value) {}

  /** The value of {@code text} as one word of the shell, whatever it holds. */
  static NixExpr quoted(NixExpr text) {
    return Terms.lib("escapeShellArg").call(text);
  }

  static String read(String name) {
    try (InputStream in = Scripts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing in this jar: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
