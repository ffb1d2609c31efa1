package org.leafinventory.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;

/** A {@code system_profiler} of a system before macOS 10.15, with the answers of a newer Mac. */
final class OldProfiler {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String USAGE = "Usage: system_profiler [-listDataTypes] [-xml] [dataType1]";

  private OldProfiler() {}

  /** The tool as a script that knows property lists only; {@code folder} is for its answers. */
  static String script(Recording newer, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (ProbeResult answer : newer.probes()) {
      JsonNode items = items(answer);
      if (items.isArray()) {
        Files.writeString(folder.resolve(answer.id()), plist(answer.id(), items));
      }
    }
    return "if [ \"$1\" != -xml ]; then echo '%s'; exit 1; fi\n".formatted(USAGE)
        + "cd '%s' || exit\n".formatted(folder)
        + "if [ -e \"$2\" ]; then exec cat \"$2\"; fi\n"
        + "echo '%s'\n".formatted(document("<array/>"));
  }

  private static JsonNode items(ProbeResult answer) throws IOException {
    return answer.id().startsWith("SP")
        ? JSON.readTree(answer.stdout().toArray()).path(answer.id())
        : JSON.missingNode();
  }

  private static String plist(String type, JsonNode items) {
    return document(
        "<array><dict><key>_dataType</key><string>"
            + type
            + "</string><key>_items</key>"
            + xml(items)
            + "</dict></array>");
  }

  private static String document(String body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\">\n"
        + body
        + "\n</plist>";
  }

  private static String xml(JsonNode node) {
    StringBuilder out = new StringBuilder();
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        out.append("<key>" + escaped(entry.getKey()) + "</key>" + xml(entry.getValue()));
      }
      return "<dict>" + out + "</dict>";
    }
    if (node.isArray()) {
      node.forEach(element -> out.append(xml(element)));
      return "<array>" + out + "</array>";
    }
    if (node.isBoolean()) {
      return "<" + node.asText() + "/>";
    }
    String kind = node.isTextual() ? "string" : node.isIntegralNumber() ? "integer" : "real";
    return "<" + kind + ">" + escaped(node.asText()) + "</" + kind + ">";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
