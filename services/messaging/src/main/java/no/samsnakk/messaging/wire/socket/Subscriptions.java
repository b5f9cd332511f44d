package no.samsnakk.messaging.wire.socket;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

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
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.live.delivery.RoomChannels;
import no.samsnakk.messaging.live.delivery.Subscription;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.readtrace.view.Arrival;
import no.samsnakk.messaging.readtrace.view.Opening;
import no.samsnakk.messaging.readtrace.view.RoomRequest;
import no.samsnakk.messaging.readtrace.view.ViewOpenings;
import no.samsnakk.messaging.wire.connection.CloseCode;
import no.samsnakk.messaging.wire.connection.EncodedFrame;
import no.samsnakk.messaging.wire.connection.Socket;
import no.samsnakk.messaging.wire.limits.Limits;
import no.samsnakk.messaging.wire.refusal.Refusals;

/** Coming, opening, closing, going. */
@ApplicationScoped
class Subscriptions {
  /** Faults of ours: they say nothing about the person, and could often not be written. */
  private static final Set<RefusalCode> UNLOGGED =
      Set.of(RefusalCode.TEMPORARILY_UNAVAILABLE, RefusalCode.LOG_UNAVAILABLE);

  private final ViewOpenings viewOpenings;
  private final RoomChannels rooms;
  private final Refusals refusals;
  private final Limits limits;
  private final AtomicInteger open = new AtomicInteger();

  Subscriptions(
      ViewOpenings viewOpenings,
      RoomChannels rooms,
      Refusals refusals,
      Limits limits,
      MeterRegistry meters) {
    this.viewOpenings = viewOpenings;
    this.rooms = rooms;
    this.refusals = refusals;
    this.limits = limits;
    meters.gauge("samsnakk.views.open", open);
  }

  /** The first frame: welcome, and the rooms on the screen go on where they were. */
  Future<?> arrive(Subscriber subscriber, ClientFrame.Hello hello) {
    Map<UUID, RoomRequest> wanted = new LinkedHashMap<>();
    hello
        .rooms()
        .forEach(it -> wanted.put(it.roomId(), new RoomRequest(it.roomId(), it.afterSeq())));
    return inTurn(subscriber, () -> arrive(subscriber, List.copyOf(wanted.values())));
  }

  private Future<?> arrive(Subscriber subscriber, List<RoomRequest> wanted) {
    wanted.forEach(one -> end(subscriber, one.roomId()));
    // A hello may be the second one, and there may be others that she looks at.
    int left = limits.viewsPerSocket() - subscriber.subscriptions().size();
    var some = wanted.subList(0, Math.min(left, wanted.size()));
    wanted.stream()
        .skip(some.size())
        .forEach(it -> refuseLogged(subscriber, it.roomId(), RefusalCode.TOO_MANY_VIEWS));
    var allowed = some.stream().filter(it -> allows(subscriber, it.roomId())).toList();
    return viewOpenings
        .arrive(subscriber.socket(), allowed, subscription -> ended(subscriber, subscription))
        .onSuccess(arrival -> begin(subscriber, arrival))
        .onFailure(failure -> subscriber.socket().cut(CloseCode.RESTARTING));
  }

  /** Whatever fails, each view that is in the log begins, so that it ends. */
  private void begin(Subscriber subscriber, Arrival arrival) {
    try {
      welcome(subscriber.socket(), arrival);
    } catch (RuntimeException failure) {
      LOG.frameFault(failure);
      subscriber.socket().cut(CloseCode.RESTARTING);
    }
    arrival.openings().forEach(opening -> begin(subscriber, opening));
  }

  private void welcome(Socket socket, Arrival arrival) {
    socket.send(
        new ServerFrame.Welcome(socket.personId(), socket.sessionEndsAt(), arrival.positions()));
    for (var position : arrival.positions()) {
      var access = arrival.access().get(position.roomId());
      if (access != null) {
        rooms.arrive(socket, position.roomId(), access, position.lastSeq());
      }
    }
  }

  /** Looks at a room; one that is looked at already is looked at anew. */
  Future<?> open(Subscriber subscriber, ClientFrame.Open frame) {
    return inTurn(
        subscriber,
        () ->
            allows(subscriber, frame.roomId())
                ? open(subscriber, new RoomRequest(frame.roomId(), frame.afterSeq()))
                : Future.succeededFuture());
  }

  /** Whether this person may leave one more view in the log; answers if she may not. */
  private boolean allows(Subscriber subscriber, UUID roomId) {
    var personId = subscriber.socket().personId();
    if (refusals.allows(personId)) {
      return true;
    }
    refusals.tooMany(personId).onSuccess(answer -> refuse(subscriber, roomId, answer));
    return false;
  }

  private Future<?> open(Subscriber subscriber, RoomRequest wanted) {
    end(subscriber, wanted.roomId());
    if (subscriber.subscriptions().size() >= limits.viewsPerSocket()) {
      return refuseLogged(subscriber, wanted.roomId(), RefusalCode.TOO_MANY_VIEWS);
    }
    return viewOpenings
        .open(subscriber.socket(), List.of(wanted), subscription -> ended(subscriber, subscription))
        .onSuccess(openings -> openings.forEach(opening -> begin(subscriber, opening)))
        .onFailure(
            failure -> refuse(subscriber, wanted.roomId(), RefusalCode.TEMPORARILY_UNAVAILABLE));
  }

  private void begin(Subscriber subscriber, Opening opening) {
    switch (opening) {
      case Opening.Opened(Subscription subscription, var access, var frame) -> {
        open.incrementAndGet();
        subscriber.looksAt(subscription);
        begin(subscriber, subscription, access, frame);
      }
      case Opening.Refused(UUID roomId, RefusalCode code) -> {
        if (UNLOGGED.contains(code)) {
          refuse(subscriber, roomId, code);
        } else {
          refuseLogged(subscriber, roomId, code);
        }
      }
    }
  }

  /**
   * One that cannot begin ends, and holds up no other; what it was to show counts as shown (R6).
   */
  private void begin(
      Subscriber subscriber, Subscription subscription, Access access, ServerFrame.Opened opening) {
    boolean begun = false;
    try {
      begun = rooms.join(subscription, access, EncodedFrame.of(opening));
    } catch (RuntimeException failure) {
      LOG.frameFault(failure);
      refuse(subscriber, subscription.roomId(), RefusalCode.TEMPORARILY_UNAVAILABLE);
    } finally {
      if (!begun) {
        rooms.leave(subscription);
      }
    }
  }

  /** Whether nobody looks at anything. */
  boolean none() {
    return open.get() == 0;
  }

  /** Looks away from a room. */
  Future<?> close(Subscriber subscriber, UUID roomId) {
    return inTurn(
        subscriber,
        () -> {
          end(subscriber, roomId);
          return Future.succeededFuture();
        });
  }

  private void end(Subscriber subscriber, UUID roomId) {
    var subscription = subscriber.subscriptionTo(roomId);
    if (subscription != null) {
      rooms.leave(subscription);
    }
  }

  /** Looks away from everything, after whatever is still being opened. */
  void leave(Subscriber subscriber) {
    subscriber.inTurn(
        () -> {
          subscriber.subscriptions().forEach(rooms::leave);
          return Future.succeededFuture();
        });
  }

  private void ended(Subscriber subscriber, Subscription subscription) {
    open.decrementAndGet();
    subscriber.looksAwayFrom(subscription);
  }

  /** In the log before it is answered (R6). */
  private Future<?> refuseLogged(Subscriber subscriber, UUID roomId, RefusalCode code) {
    return refusals
        .written(subscriber.socket().personId(), roomId, code)
        .onSuccess(answer -> refuse(subscriber, roomId, answer));
  }

  private static void refuse(Subscriber subscriber, UUID roomId, RefusalCode code) {
    subscriber.socket().send(new ServerFrame.Refused(roomId, null, code.code()));
  }

  private static Future<?> inTurn(Subscriber subscriber, Supplier<Future<?>> work) {
    Promise<Object> done = Promise.promise();
    subscriber.inTurn(() -> work.get().onComplete(ended -> done.complete()));
    return done.future();
  }
}
