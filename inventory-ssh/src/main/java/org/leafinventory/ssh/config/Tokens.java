package org.leafinventory.ssh.config;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Replaces {@code %h} and its like, and {@code ${NAME}} where OpenSSH does. */
public record Tokens(Map<Character, String> values, Function<String, Optional<String>> variables) {

  /** The tokens of host names alone: {@code %h}. */
  static Tokens ofHost(String host) {
    return new Tokens(Map.of('h', host), name -> Optional.empty());
  }

  /**
   * {@code text} with its tokens replaced.
   *
   * @throws SshConfigException if it holds a token or a variable that is not known
   */
  public String expand(String text, String place) throws SshConfigException {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        i++;
        char token = i < text.length() ? text.charAt(i) : 0;
        String value = token == '%' ? "%" : values.get(token);
        if (value == null) {
          throw new SshConfigException(
              place,
              "the token %" + (token == 0 ? "" : token) + " is not known here",
              "write it out");
        }
        out.append(value);
      } else if (text.startsWith("${", i) && text.indexOf('}', i) > 0) {
        int end = text.indexOf('}', i);
        out.append(variable(text.substring(i + 2, end), place));
        i = end;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private String variable(String name, String place) throws SshConfigException {
    return variables
        .apply(name)
        .orElseThrow(
            () ->
                new SshConfigException(
                    place, "the variable " + name + " is not set", "set it or write the path out"));
  }
}
