package no.samsnakk.messaging.live.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.event.MarkEvent;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.RecordHeaders;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.contracts.event.TypingStarted;
import no.samsnakk.messaging.live.delivery.RoomChannels;
import no.samsnakk.messaging.live.instance.Lease;
import no.samsnakk.messaging.operations.trace.Traces;
import no.samsnakk.messaging.wire.connection.Sockets;
import no.samsnakk.platform.event.EventReader;
import no.samsnakk.platform.event.Forgeries;
import no.samsnakk.platform.event.Heard;
import no.samsnakk.platform.id.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What each event means for the sockets of this instance. Everything may come twice (R12). */
@ApplicationScoped
class EventDispatcher {
  /** Who was writing longer ago than this is not told of any more. */
  private static final Duration TYPING_LASTS = Duration.ofSeconds(5);

  private final EventReader reader;
  private final Forgeries forgeries;
  private final RoomChannels rooms;
  private final Sockets sockets;
  private final Lease lease;
  private final Tracer tracer;
  private final Clock clock;

  EventDispatcher(
      EventReader reader,
      Forgeries forgeries,
      RoomChannels rooms,
      Sockets sockets,
      Lease lease,
      Tracer tracer,
      Clock clock) {
    this.reader = reader;
    this.forgeries = forgeries;
    this.rooms = rooms;
    this.sockets = sockets;
    this.lease = lease;
    this.tracer = tracer;
    this.clock = clock;
  }

  void take(ConsumerRecord<String, String> heard) {
    try {
      if (concernsUs(heard)) {
        take(heard, reader.read(heard));
      }
    } catch (RuntimeException e) {
      LOG.badEvent(heard.topic(), heard.partition(), heard.offset(), e.getClass().getSimpleName());
    }
  }

  /**
   * Most messages are of rooms that nobody here has to do with, or were told here when they were
   * committed: those are not even read. What names no room or no event is read: its seal says
   * whether that is a fault or a forgery.
   */
  private boolean concernsUs(ConsumerRecord<String, String> heard) {
    return switch (heard.topic()) {
      case Topics.MESSAGES -> mayBeHere(heard) && !isKnown(heard);
      case Topics.TYPING -> isFresh(heard.timestamp()) && mayBeHere(heard);
      default -> true;
    };
  }

  private boolean mayBeHere(ConsumerRecord<String, String> heard) {
    return Ids.read(heard.key()).map(rooms::knows).orElse(true);
  }

  private boolean isKnown(ConsumerRecord<String, String> heard) {
    var id = heard.headers().lastHeader(RecordHeaders.EVENT_ID);
    return id != null
        && id.value() != null
        && Ids.read(new String(id.value(), US_ASCII)).map(rooms::hasTold).orElse(false);
  }

  private boolean isFresh(long toldAt) {
    return toldAt > clock.millis() - TYPING_LASTS.toMillis();
  }

  /** What nobody has told who may is told to the operator, and to nobody else. */
  private void take(ConsumerRecord<String, String> heard, Heard what) {
    switch (what) {
      case Heard.Told told -> take(heard, told);
      case Heard.PassesBy tomorrows -> {}
      case Heard.Unreadable(var why) ->
          LOG.badEvent(heard.topic(), heard.partition(), heard.offset(), why);
      case Heard.Unsealed unsealed -> forgeries.tell(heard, "no seal at all");
      case Heard.Forged(var why) -> forgeries.tell(heard, why);
    }
  }

  private void take(ConsumerRecord<String, String> heard, Heard.Told told) {
    switch (told.event()) {
      case EntryCommitted committed -> deliver(heard, committed);
      case MarkEvent mark -> rooms.marked(mark);
      case RoomChanged changed -> rooms.changed(changed);
      case SessionEnded ended -> sockets.sessionEnded(ended.sessionId());
      case TypingStarted typing -> typing(typing, told.at());
      case PersonChanged changed -> {}
      case AuditRecorded recorded -> {}
    }
  }

  /** Our own comes back to us too. */
  private void typing(TypingStarted typing, Instant at) {
    if (isFresh(at.toEpochMilli()) && !lease.instanceId().equals(typing.instanceId())) {
      rooms.typing(typing.roomId(), typing.personId());
    }
  }

  /** Part of the trace that began with the sender's frame. */
  private void deliver(ConsumerRecord<String, String> heard, EntryCommitted committed) {
    var span =
        tracer
            .spanBuilder("deliver")
            .setParent(Traces.parent(heard))
            .setSpanKind(SpanKind.CONSUMER)
            .startSpan();
    try {
      rooms.committed(committed);
    } finally {
      span.end();
    }
  }
}
