package no.samsnakk.platform.trace;

import io.vertx.core.impl.ContextInternal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.MDC;

/** Log lines under a record's own trace, where many records are worked on as one batch. */
public final class Traced {
  private static final String FIELD = "traceId";

  private Traced() {}

  /** Writes the line with the trace that the record came with, if it came with one. */
  public static void line(ConsumerRecord<?, ?> taken, Runnable line) {
    TraceParent.of(taken).ifPresentOrElse(trace -> line(trace.traceId(), line), line);
  }

  /**
   * Writes the line under this trace. In a context of its own: Quarkus keeps no such field for an
   * event loop's root context.
   */
  public static void line(String traceId, Runnable line) {
    var current = ContextInternal.current();
    if (current == null) {
      under(traceId, line);
    } else {
      current.duplicate().dispatch(nothing -> under(traceId, line));
    }
  }

  private static void under(String traceId, Runnable line) {
    MDC.put(FIELD, traceId);
    try {
      line.run();
    } finally {
      MDC.remove(FIELD);
    }
  }
}
