package no.samsnakk.messaging.socket;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.messaging.connection.CloseCode;
import no.samsnakk.messaging.connection.Encoded;
import no.samsnakk.messaging.connection.Socket;
import no.samsnakk.messaging.delivery.RoomsHere;
import no.samsnakk.messaging.delivery.View;
import no.samsnakk.messaging.limits.Limits;
import no.samsnakk.messaging.refusal.Refusals;
import no.samsnakk.messaging.view.Arrival;
import no.samsnakk.messaging.view.Opening;
import no.samsnakk.messaging.view.Views;
import no.samsnakk.messaging.view.Wanted;

/** Coming, opening, closing, going. */
@ApplicationScoped
class Viewing {
  private static final String UNAVAILABLE = "temporarily-unavailable";
  private static final String TOO_MANY = "too-many-views";

  /** Faults of ours: they say nothing about the person, and could often not be written. */
  private static final Set<String> UNLOGGED = Set.of(UNAVAILABLE, "log-unavailable");

  private final Views views;
  private final RoomsHere rooms;
  private final Refusals refusals;
  private final Limits limits;
  private final AtomicInteger open = new AtomicInteger();

  Viewing(Views views, RoomsHere rooms, Refusals refusals, Limits limits, MeterRegistry meters) {
    this.views = views;
    this.rooms = rooms;
    this.refusals = refusals;
    this.limits = limits;
    meters.gauge("samsnakk.views.open", open);
  }

  /** The first frame: welcome, and the rooms on the screen go on where they were. */
  Future<?> arrive(Visitor visitor, ClientFrame.Hello hello) {
    Map<UUID, Wanted> wanted = new LinkedHashMap<>();
    hello.rooms().forEach(it -> wanted.put(it.roomId(), new Wanted(it.roomId(), it.afterSeq())));
    return inTurn(visitor, () -> arrive(visitor, List.copyOf(wanted.values())));
  }

  private Future<?> arrive(Visitor visitor, List<Wanted> wanted) {
    wanted.forEach(one -> end(visitor, one.roomId()));
    // A hello may be the second one, and there may be others that she looks at.
    int left = limits.viewsPerSocket() - visitor.views().size();
    var some = wanted.subList(0, Math.min(left, wanted.size()));
    wanted.stream().skip(some.size()).forEach(it -> refuseLogged(visitor, it.roomId(), TOO_MANY));
    var allowed = some.stream().filter(it -> allows(visitor, it.roomId())).toList();
    return views
        .arrive(visitor.socket(), allowed, view -> ended(visitor, view))
        .onSuccess(
            arrival -> {
              welcome(visitor.socket(), arrival);
              arrival.openings().forEach(opening -> begin(visitor, opening));
            })
        .onFailure(failure -> visitor.socket().cut(CloseCode.RESTARTING));
  }

  private void welcome(Socket socket, Arrival arrival) {
    socket.send(
        new ServerFrame.Welcome(socket.personId(), socket.sessionEndsAt(), arrival.positions()));
    for (var position : arrival.positions()) {
      var access = arrival.access().get(position.roomId());
      if (access != null) {
        long now = rooms.arrive(position.roomId(), access, position.lastSeq());
        if (now > position.lastSeq()) {
          socket.send(new ServerFrame.Activity(position.roomId(), now, false));
        }
      }
    }
  }

  /** Looks at a room; one that is looked at already is looked at anew. */
  Future<?> open(Visitor visitor, ClientFrame.Open frame) {
    return inTurn(
        visitor,
        () ->
            allows(visitor, frame.roomId())
                ? open(visitor, new Wanted(frame.roomId(), frame.afterSeq()))
                : Future.succeededFuture());
  }

  /** Whether this person may leave one more view in the log; answers if she may not. */
  private boolean allows(Visitor visitor, UUID roomId) {
    var personId = visitor.socket().personId();
    if (refusals.allows(personId)) {
      return true;
    }
    refusals.tooMany(personId).onSuccess(answer -> refuse(visitor, roomId, answer));
    return false;
  }

  private Future<?> open(Visitor visitor, Wanted wanted) {
    end(visitor, wanted.roomId());
    if (visitor.views().size() >= limits.viewsPerSocket()) {
      return refuseLogged(visitor, wanted.roomId(), TOO_MANY);
    }
    return views
        .open(visitor.socket(), List.of(wanted), view -> ended(visitor, view))
        .onSuccess(openings -> openings.forEach(opening -> begin(visitor, opening)))
        .onFailure(failure -> refuse(visitor, wanted.roomId(), UNAVAILABLE));
  }

  private void begin(Visitor visitor, Opening opening) {
    switch (opening) {
      case Opening.Opened(View view, var access, var frame) -> {
        open.incrementAndGet();
        visitor.looksAt(view);
        if (!rooms.join(view, access, Encoded.of(frame))) {
          view.socket().send(new ServerFrame.Closed(view.roomId(), "access-withdrawn"));
          rooms.leave(view);
        }
      }
      case Opening.Refused(UUID roomId, String code) -> {
        if (UNLOGGED.contains(code)) {
          refuse(visitor, roomId, code);
        } else {
          refuseLogged(visitor, roomId, code);
        }
      }
    }
  }

  /** Whether nobody looks at anything. */
  boolean none() {
    return open.get() == 0;
  }

  /** Looks away from a room. */
  Future<?> close(Visitor visitor, UUID roomId) {
    return inTurn(
        visitor,
        () -> {
          end(visitor, roomId);
          return Future.succeededFuture();
        });
  }

  private void end(Visitor visitor, UUID roomId) {
    var view = visitor.viewOf(roomId);
    if (view != null) {
      rooms.leave(view);
    }
  }

  /** Looks away from everything, after whatever is still being opened. */
  void leave(Visitor visitor) {
    visitor.inTurn(
        () -> {
          visitor.views().forEach(rooms::leave);
          return Future.succeededFuture();
        });
  }

  private void ended(Visitor visitor, View view) {
    open.decrementAndGet();
    visitor.looksAwayFrom(view);
  }

  /** In the log before it is answered (R6). */
  private Future<?> refuseLogged(Visitor visitor, UUID roomId, String code) {
    return refusals
        .written(visitor.socket().personId(), roomId, code)
        .onSuccess(answer -> refuse(visitor, roomId, answer));
  }

  private static void refuse(Visitor visitor, UUID roomId, String code) {
    visitor.socket().send(new ServerFrame.Refused(roomId, null, code));
  }

  private static Future<?> inTurn(Visitor visitor, Supplier<Future<?>> work) {
    Promise<Object> done = Promise.promise();
    visitor.inTurn(() -> work.get().onComplete(ended -> done.complete()));
    return done.future();
  }
}
