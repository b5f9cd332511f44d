package no.samsnakk.messaging.wire.socket;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.FrameRefused;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.operations.trace.Traces;
import no.samsnakk.messaging.reading.entry.EntryKinds;
import no.samsnakk.messaging.reading.entry.EntryKinds.Content;
import no.samsnakk.messaging.readtrace.readstate.MarkDraft;
import no.samsnakk.messaging.readtrace.readstate.Marks;
import no.samsnakk.messaging.wire.connection.Socket;
import no.samsnakk.messaging.wire.limits.Rates;
import no.samsnakk.messaging.wire.refusal.Refusals;
import no.samsnakk.messaging.writing.conversation.Draft;
import no.samsnakk.messaging.writing.conversation.MessageWriter;
import no.samsnakk.messaging.writing.conversation.Outcome;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.trace.Traced;
import org.jspecify.annotations.Nullable;

/** What a person says into a room: messages, and what she has read and got of them. */
@ApplicationScoped
class Sending {
  private final EntryKinds kinds;
  private final MessageWriter writer;
  private final Marks marks;
  private final Refusals refusals;
  private final Rates rates;
  private final Tracer tracer;

  Sending(
      EntryKinds kinds,
      MessageWriter writer,
      Marks marks,
      Refusals refusals,
      Rates rates,
      Tracer tracer) {
    this.kinds = kinds;
    this.writer = writer;
    this.marks = marks;
    this.refusals = refusals;
    this.rates = rates;
    this.tracer = tracer;
  }

  /**
   * What is wrong with it by itself is refused here, the rest by the writer.
   *
   * @throws FrameRefused if it has not the shape of its kind
   */
  Future<?> send(Socket socket, ClientFrame.Send send) {
    return switch (kinds.read(send.kind(), send.payload())) {
      case Content.Sound content -> {
        var refusal = tooMany(socket);
        yield refusal.isPresent()
            ? refuse(socket, send.roomId(), send.clientId(), refusal.get())
            : write(socket, send, content);
      }
      case Content.Faulty(RefusalCode code) -> refuse(socket, send.roomId(), send.clientId(), code);
      // From a browser that is newer than this instance: it says it again, to one that knows it.
      case Content.UnknownKind unknown -> {
        socket.send(answer(send, Outcome.TEMPORARILY_UNAVAILABLE));
        yield Future.succeededFuture();
      }
    };
  }

  private Optional<RefusalCode> tooMany(Socket socket) {
    return rates.person(socket.personId())
        ? Optional.empty()
        : Optional.of(Outcome.TOO_MANY_MESSAGES.code());
  }

  /** Here begins the trace that ends at the recipients, in their notifications and in the log. */
  private Future<?> write(Socket socket, ClientFrame.Send send, Content.Sound content) {
    Promise<Object> done = Promise.promise();
    Span span = tracer.spanBuilder("send").setNoParent().startSpan();
    writer.write(
        new Draft(
            send.roomId(),
            socket.personId(),
            send.clientId(),
            Ids.next(),
            content,
            Traces.parentOf(span),
            outcome -> {
              try {
                socket.send(answer(send, outcome));
                tell(span, outcome);
              } finally {
                span.end();
                done.complete();
              }
            }));
    return done.future();
  }

  private static void tell(Span span, Outcome outcome) {
    if (LOG.isDebugEnabled() && outcome instanceof Outcome.Accepted) {
      Traced.line(span.getSpanContext().getTraceId(), LOG::accepted);
    }
  }

  private static ServerFrame answer(ClientFrame.Send send, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted ->
          new ServerFrame.Accepted(
              send.roomId(),
              send.clientId(),
              accepted.seq(),
              accepted.entryId(),
              accepted.sentAt());
      case Outcome.Refused refused ->
          new ServerFrame.Refused(send.roomId(), send.clientId(), refused.code().code());
    };
  }

  /** A message without an id of its own could not be repeated safely. */
  Future<?> refuseWithoutId(Socket socket, UUID roomId) {
    return refuse(socket, roomId, null, RefusalCode.CLIENT_ID_INVALID);
  }

  Future<?> read(Socket socket, ClientFrame.Read read) {
    long first = read.fromSeq() == null ? 1 : read.fromSeq();
    return mark(socket, MarkDraft.Kind.READ, read.roomId(), first, read.seq());
  }

  Future<?> received(Socket socket, ClientFrame.Received received) {
    return mark(
        socket, MarkDraft.Kind.RECEIVED, received.roomId(), received.fromSeq(), received.seq());
  }

  private Future<?> mark(Socket socket, MarkDraft.Kind kind, UUID roomId, long first, long last) {
    Promise<Object> done = Promise.promise();
    marks.keep(
        new MarkDraft(
            kind,
            roomId,
            socket.personId(),
            first,
            last,
            refusal -> {
              refusal.ifPresent(
                  code -> socket.send(new ServerFrame.Refused(roomId, null, code.code())));
              done.complete();
            }));
    return done.future();
  }

  /** In the log before it is answered (R6). */
  private Future<?> refuse(Socket socket, UUID roomId, @Nullable UUID clientId, RefusalCode code) {
    return refusals
        .written(socket.personId(), roomId, code)
        .onSuccess(answer -> socket.send(new ServerFrame.Refused(roomId, clientId, answer.code())));
  }
}
