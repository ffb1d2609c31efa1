package org.leafinventory.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import org.leafinventory.fleet.FleetResult;

/** A result as one line of JSON. */
final class FleetJson {

  private final PrintWriter out;

  FleetJson(PrintWriter out) {
    this.out = out;
  }

  void print(FleetResult result) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("target", result.target().toString());
    line.put("status", result.isSuccess() ? "extracted" : "failed");
    line.put("attempts", result.attempts());
    line.put("duration_ms", result.duration().toMillis());
    result
        .extracted()
        .ifPresent(
            it -> {
              line.put("hostname", it.host().value());
              line.put("issues", it.issues());
              it.snapshot()
                  .flatMap(snapshot -> snapshot.file())
                  .ifPresent(file -> line.put("inventory_file", file.toString()));
              line.put("correlation_id", it.correlationId().toString());
            });
    result
        .failure()
        .ifPresent(
            it -> {
              line.put("class", it.failureClass().key());
              line.put("kind", it.kind());
              line.put("reason", it.reason());
              line.put("advice", it.advice());
            });
    out.println(line);
    out.flush();
  }
}
