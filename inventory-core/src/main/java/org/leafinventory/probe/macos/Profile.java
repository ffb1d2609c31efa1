package org.leafinventory.probe.macos;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;
import org.leafinventory.model.Printable;
import org.leafinventory.probe.ProbeResult;

/**
 * One data type of {@code system_profiler}: what was read of it, or what is wrong with it.
 *
 * @param section a list of items, or missing
 * @param trouble why it is missing; empty where it was not asked for
 */
record Profile(JsonNode section, Optional<Trouble> trouble) {

  static final Profile NOT_ASKED = new Profile(MissingNode.getInstance(), Optional.empty());

  /** Reads the answer to {@code type}, in JSON or, before macOS 10.15, as a property list. */
  static Profile of(String type, ProbeResult answer) {
    Optional<Trouble> trouble = Trouble.with(answer);
    if (trouble.isPresent()) {
      return bad(trouble.get());
    }
    boolean isPlist = answer.stdout().text().stripLeading().startsWith("<");
    Profile profile = isPlist ? fromPlist(answer) : fromJson(type, answer);
    boolean isList = profile.section.isArray() || profile.section.isMissingNode();
    return isList ? profile : malformed(answer, "gave a " + type + " that is no list");
  }

  private static Profile good(JsonNode section) {
    return new Profile(section, Optional.empty());
  }

  private static Profile bad(Trouble trouble) {
    return new Profile(MissingNode.getInstance(), Optional.of(trouble));
  }

  private static Profile malformed(ProbeResult answer, String what) {
    return bad(Trouble.malformed(answer, what));
  }

  private static Profile fromPlist(ProbeResult answer) {
    return Plists.parse(answer.stdout())
        .map(tree -> good(tree.path(0).path("_items")))
        .orElseGet(() -> malformed(answer, "gave no property list"));
  }

  private static Profile fromJson(String type, ProbeResult answer) {
    try {
      JsonNode tree = Json.parse(answer.stdout());
      return tree.isObject() ? good(tree.path(type)) : malformed(answer, "gave no JSON object");
    } catch (JsonProcessingException e) {
      return malformed(
          answer, "gave no JSON: " + where(e) + Printable.line(e.getOriginalMessage()));
    } catch (IOException e) {
      return malformed(answer, "gave text that is not UTF-8");
    }
  }

  private static String where(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "" : "line " + at.getLineNr() + ": ";
  }
}
