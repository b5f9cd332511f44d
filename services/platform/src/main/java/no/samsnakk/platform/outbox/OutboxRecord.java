package no.samsnakk.platform.outbox;

import io.opentelemetry.api.trace.Span;
import java.util.UUID;
import no.samsnakk.contracts.event.EventData;
import org.jspecify.annotations.Nullable;

/**
 * One event to be told once its transaction is committed.
 *
 * @param key Kafka's key: the room where there is one; never a name or a number (R9)
 * @param traceparent W3C trace context of the act, so that one trace runs through all services
 */
public record OutboxRecord(
    UUID eventId, String topic, String key, EventData data, @Nullable String traceparent) {

  /** A record that carries on the current trace. */
  public static OutboxRecord of(UUID eventId, String topic, UUID key, EventData data) {
    return new OutboxRecord(eventId, topic, key.toString(), data, currentTrace());
  }

  private static @Nullable String currentTrace() {
    var context = Span.current().getSpanContext();
    return context.isValid()
        ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-" + context.getTraceFlags()
        : null;
  }
}
