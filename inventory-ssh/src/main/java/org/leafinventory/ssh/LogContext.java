package org.leafinventory.ssh;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;
import org.slf4j.MDC;

/**
 * Says on every line that is logged during a run which host it is about and which run it belongs
 * to. A correlation id that the caller has set stays as it is.
 */
final class LogContext implements AutoCloseable {

  static final String TARGET = "leaf.target";
  static final String CORRELATION_ID = "leaf.correlation_id";

  private final @Nullable String targetBefore = MDC.get(TARGET);
  private final @Nullable String idBefore = MDC.get(CORRELATION_ID);

  private LogContext() {}

  static LogContext of(Target target) {
    LogContext context = new LogContext();
    MDC.put(TARGET, target.toString());
    if (context.idBefore == null) {
      MDC.put(CORRELATION_ID, UUID.randomUUID().toString());
    }
    return context;
  }

  @Override
  public void close() {
    restore(TARGET, targetBefore);
    restore(CORRELATION_ID, idBefore);
  }

  private static void restore(String key, @Nullable String before) {
    if (before == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, before);
    }
  }
}
