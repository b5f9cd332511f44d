package no.samsnakk.messaging.operations.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import no.samsnakk.platform.trace.TraceParent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry's side of a {@link TraceParent}. */
public final class Traces {
  private Traces() {}

  /** The traceparent of this span. */
  public static @Nullable String parentOf(Span span) {
    var context = span.getSpanContext();
    return context.isValid()
        ? new TraceParent(context.getTraceId(), context.getSpanId(), context.isSampled()).value()
        : null;
  }

  /** The context to go on in; the root where the record came with none, or none that is one. */
  public static Context parent(ConsumerRecord<?, ?> record) {
    return TraceParent.of(record).map(Traces::context).orElseGet(Context::root);
  }

  private static Context context(TraceParent parent) {
    var flags = parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
    var remote =
        SpanContext.createFromRemoteParent(
            parent.traceId(), parent.spanId(), flags, TraceState.getDefault());
    return Context.root().with(Span.wrap(remote));
  }
}
