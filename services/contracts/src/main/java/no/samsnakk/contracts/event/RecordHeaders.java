package no.samsnakk.contracts.event;

/** What stands in the headers of a Kafka record, in ASCII. No event needs them to be understood. */
public final class RecordHeaders {
  /** The event's own id once more (CloudEvents' Kafka binding), for who need not read the rest. */
  public static final String EVENT_ID = "ce_id";

  /** W3C trace context of the act that the event tells of, where there is one. */
  public static final String TRACEPARENT = "traceparent";

  /** Which service tells it, and that it is really that one (platform's event package). */
  public static final String SEAL = "samsnakk-seal";

  private RecordHeaders() {}
}
