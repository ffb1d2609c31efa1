package org.leafinventory.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.leafinventory.model.Printable;

/** A program in the language of jq 1.6. Thread-safe. */
final class JqProgram {

  private static final Version VERSION = Versions.JQ_1_6;

  private static final Pattern PLACE =
      Pattern.compile("(?s).*?[Ee]ncountered:? (.*?)\\.?\\s+at line (\\d+), column (\\d+).*");
  private static final Pattern LEXICAL =
      Pattern.compile("(?s)Lexical error at line (\\d+), column (\\d+)\\.\\s*(.*)");
  private static final Pattern UNKNOWN =
      Pattern.compile("(?:Function|Formatting operator) (\\S+) does not exist");

  /** What hides an error from the outside: a missing function among them. */
  private static final Pattern HIDING = Pattern.compile("\\?|\\btry\\b|//");

  private final JsonQuery program;
  private volatile Scope scope;
  private volatile boolean complete;

  private JqProgram(JsonQuery program, boolean complete) {
    this.program = program;
    this.complete = complete;
    this.scope = complete ? withFunctions() : Scope.newEmptyScope();
  }

  /**
   * Reads a program.
   *
   * @throws CliException if it is none; the message says where
   */
  static JqProgram compile(String text) {
    try {
      return new JqProgram(JsonQuery.compile(text, VERSION), HIDING.matcher(text).find());
    } catch (JsonQueryException e) {
      throw wrong(e.getCause() == null ? e : e.getCause());
    } catch (Error e) {
      // The lexer's way to say that a character has no meaning.
      if (!LEXICAL.matcher(String.valueOf(e.getMessage())).matches()) {
        throw e;
      }
      throw wrong(e);
    }
  }

  /**
   * What the program says of a document.
   *
   * @throws CliException if it calls a function that there is not
   */
  Answer of(JsonNode document) {
    List<JsonNode> outputs = new ArrayList<>();
    try {
      // A copy, as parts of the document are read where they are looked at, and only now.
      program.apply(scope, document, it -> outputs.add(it.isContainerNode() ? it.deepCopy() : it));
      return new Answer(outputs, Optional.empty());
    } catch (JsonQueryException e) {
      String message = String.valueOf(e.getMessage());
      Matcher unknown = UNKNOWN.matcher(message);
      if (!unknown.matches()) {
        return new Answer(outputs, Optional.of(Printable.line(message)));
      }
      if (complete) {
        throw new CliException(
            "the jq program calls " + unknown.group(1) + ", which jq 1.6 does not have");
      }
    } catch (StackOverflowError e) {
      return new Answer(outputs, Optional.of("it nests too deeply"));
    }
    // Loading the functions takes longer than most questions, and most need none.
    load();
    return of(document);
  }

  private synchronized void load() {
    if (!complete) {
      scope = withFunctions();
      complete = true;
    }
  }

  private static Scope withFunctions() {
    Scope scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().loadFunctions(VERSION, scope);
    return scope;
  }

  private static CliException wrong(Throwable e) {
    String message = String.valueOf(e.getMessage());
    Matcher lexical = LEXICAL.matcher(message);
    if (lexical.matches()) {
      return new CliException(
          at(lexical.group(1), lexical.group(2)) + Printable.line(lexical.group(3)));
    }
    Matcher place = PLACE.matcher(message);
    if (!place.matches()) {
      return new CliException("the jq program cannot be read: " + Printable.line(message));
    }
    boolean end = place.group(1).contains("<EOF>");
    String token = place.group(1).replaceAll("<\\w+>", "").replaceAll("^[\"\\s]+|[\"\\s]+$", "");
    return new CliException(
        at(place.group(2), place.group(3))
            + (end
                ? "it ends where more should follow"
                : Printable.quote(token) + " does not belong there"));
  }

  private static String at(String line, String column) {
    return "the jq program is wrong at line " + line + ", column " + column + ": ";
  }

  /**
   * What a program said.
   *
   * @param outputs the values, up to the error if there was one
   * @param error what went wrong, on one line
   */
  record Answer(List<JsonNode> outputs, Optional<String> error) {

    /** Whether a value is neither false nor null. */
    boolean isTrue() {
      return outputs.stream().anyMatch(it -> !it.isNull() && !(it.isBoolean() && !it.asBoolean()));
    }
  }
}
