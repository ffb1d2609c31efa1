package org.leafinventory.service;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;
import org.slf4j.MDC;

/**
 * Which machine a thread is busy with, for every line that is logged on it: {@code leaf.target} and
 * {@code leaf.correlation_id} of SLF4J's mapped diagnostic context.
 */
final class LogContext {

  private static final String TARGET = "leaf.target";
  private static final String CORRELATION_ID = "leaf.correlation_id";

  private LogContext() {}

  /** Does {@code work} in this context, and brings back the one there was. */
  static <T> T within(Target target, UUID correlationId, Supplier<T> work) {
    String targetBefore = MDC.get(TARGET);
    String idBefore = MDC.get(CORRELATION_ID);
    MDC.put(TARGET, target.toString());
    MDC.put(CORRELATION_ID, correlationId.toString());
    try {
      return work.get();
    } finally {
      restore(TARGET, targetBefore);
      restore(CORRELATION_ID, idBefore);
    }
  }

  private static void restore(String key, @Nullable String before) {
    if (before == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, before);
    }
  }
}
