package no.samsnakk.messaging.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** W3C trace context, as it travels in the outbox and in Kafka's headers. */
public final class Traces {
  private Traces() {}

  /** The traceparent of this span. */
  public static @Nullable String parentOf(Span span) {
    var context = span.getSpanContext();
    return context.isValid()
        ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-" + context.getTraceFlags()
        : null;
  }

  /** The context to go on in; the root where there is none, or none that can be read. */
  public static Context parent(@Nullable Header traceparent) {
    if (traceparent == null || traceparent.value() == null) {
      return Context.root();
    }
    var parts = new String(traceparent.value(), StandardCharsets.US_ASCII).split("-", -1);
    if (parts.length < 4) {
      return Context.root();
    }
    var flags = "01".equals(parts[3]) ? TraceFlags.getSampled() : TraceFlags.getDefault();
    var remote =
        SpanContext.createFromRemoteParent(parts[1], parts[2], flags, TraceState.getDefault());
    return Context.root().with(Span.wrap(remote));
  }
}
