package no.samsnakk.platform.trace;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import no.samsnakk.contracts.event.RecordHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A W3C {@code traceparent}: the trace that something is part of, and the span that it follows
 * from. The one place where the header is written and parsed.
 *
 * @param traceId 32 hexadecimal digits, lower case, not all zero
 * @param spanId 16 hexadecimal digits, lower case, not all zero
 * @param sampled whether whoever began the trace records it
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {
  /** Version 00, or a later one, which may say more behind the flags. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  private static final int SAMPLED = 1;

  /** Parses a header's value; nothing where it is missing or is none. */
  public static Optional<TraceParent> parse(@Nullable String value) {
    var parts = FORM.matcher(value == null ? "" : value);
    return parts.matches()
        ? Optional.of(new TraceParent(parts.group(1), parts.group(2), isSampled(parts.group(3))))
        : Optional.empty();
  }

  /** The trace that a record from Kafka came with. */
  public static Optional<TraceParent> of(ConsumerRecord<?, ?> record) {
    var header = record.headers().lastHeader(RecordHeaders.TRACEPARENT);
    return header == null || header.value() == null
        ? Optional.empty()
        : parse(new String(header.value(), StandardCharsets.US_ASCII));
  }

  /** Adds a header with this value to a record, where there is a value. */
  public static void addTo(Headers headers, @Nullable String value) {
    if (value != null) {
      headers.add(RecordHeaders.TRACEPARENT, value.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static boolean isSampled(String flags) {
    return (Integer.parseInt(flags, 16) & SAMPLED) != 0;
  }

  /** The header's value. */
  public String value() {
    return "00-%s-%s-%s".formatted(traceId, spanId, sampled ? "01" : "00");
  }
}
