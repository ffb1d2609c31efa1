package org.leafinventory.eventlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;

/** Logs as several programs leave them: in every style of JSON, and broken in places. */
final class LogText {

  static final List<String> HOSTS = List.of("mac-1", "mac-10", "MAC-1", "a/b", "42", "Büro");
  static final List<String> TYPES =
      List.of(
          "inventory.extraction.started",
          "inventory.extraction.completed",
          "inventory.extractions",
          "config.generation.failed",
          "deployment.completed");
  static final List<String> CORRELATIONS =
      List.of(
          new UUID(0xabcdef0123456789L, 0x89abcdef01234567L).toString(),
          new UUID(0xABCDEF0123456789L, 0x89abcdef01234568L).toString().toUpperCase(Locale.ROOT),
          "run-17");

  private static final List<String> RUBBISH =
      List.of(
          "", "   ", "not JSON", "null", "[1]", "{}", "{\"a\": \"mac-1\"}", "}", "\u0000\u0000");

  private final Random random;

  LogText(long seed) {
    random = new Random(seed);
  }

  String of(int pieces) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      String event = event();
      switch (random.nextInt(8)) {
        case 0 -> log.append(RUBBISH.get(random.nextInt(RUBBISH.size()))).append('\n');
        case 1 -> log.append(event, 0, random.nextInt(event.length())).append('\n');
        case 2 -> log.append(event).append(event()).append('\n');
        case 3 -> log.append(event.indent(2));
        default -> log.append(event).append(random.nextInt(9) == 0 ? "\r\n" : "\n");
      }
    }
    return random.nextBoolean() ? log.toString() : log.toString().stripTrailing();
  }

  private String event() {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    fields.add(Map.entry("event_id", text(new UUID(random.nextLong(), random.nextLong()) + "")));
    fields.add(Map.entry("event_type", text(pick(TYPES))));
    String host = pick(HOSTS);
    fields.add(
        Map.entry("aggregate_id", host.equals("42") && random.nextBoolean() ? host : text(host)));
    fields.add(Map.entry("timestamp", text("2026-01-24T12:00:0" + random.nextInt(10) + "Z")));
    fields.add(Map.entry("correlation_id", text(pick(CORRELATIONS))));
    fields.add(Map.entry("data", "{\"target\": " + text(pick(HOSTS)) + ", \"n\": [{}, -1.5e3]}"));
    if (random.nextInt(4) == 0) {
      Collections.shuffle(fields, random);
    }
    return switch (random.nextInt(3)) {
      case 0 -> joined(fields, "{", ":", ",", "}");
      case 1 -> joined(fields, "{ ", " : ", " , ", " }");
      default -> joined(fields, "{\n  ", ": ", ",\n  ", "\n}");
    };
  }

  private static String joined(
      List<Map.Entry<String, String>> fields, String start, String is, String then, String end) {
    return fields.stream()
        .map(field -> '"' + field.getKey() + '"' + is + field.getValue())
        .collect(Collectors.joining(then, start, end));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** A string of JSON, in which any character may stand as an escape. */
  private String text(String value) {
    boolean escapes = random.nextInt(10) == 0;
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (escapes && random.nextInt(4) == 0) {
        out.append(c == '/' ? "\\/" : String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  static List<String> lines(List<InventoryEvent> events) {
    return events.stream().map(EventJson::write).toList();
  }
}
