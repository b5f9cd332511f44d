package no.samsnakk.messaging.wire.socket;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.FrameRefused;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.live.delivery.RoomChannels;
import no.samsnakk.messaging.live.feed.TypingPublisher;
import no.samsnakk.messaging.wire.connection.Socket;
import no.samsnakk.messaging.wire.limits.Limits;
import no.samsnakk.messaging.wire.socket.Incoming.Frame;
import no.samsnakk.messaging.wire.socket.Incoming.Unusable;
import no.samsnakk.messaging.wire.socket.Incoming.WithoutId;

/** What each frame leads to. Every future here ends well: what went wrong has been answered. */
@ApplicationScoped
class FrameDispatcher {
  private final Subscriptions subscriptions;
  private final Sending sending;
  private final RoomChannels rooms;
  private final TypingPublisher others;
  private final Limits limits;
  private final Clock clock;

  FrameDispatcher(
      Subscriptions subscriptions,
      Sending sending,
      RoomChannels rooms,
      TypingPublisher others,
      Limits limits,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.sending = sending;
    this.rooms = rooms;
    this.others = others;
    this.limits = limits;
    this.clock = clock;
  }

  /** Somebody has come. */
  Subscriber welcome(Socket socket) {
    var subscriber = new Subscriber(socket);
    socket.whenDrained(() -> subscriber.subscriptions().forEach(rooms::goOn));
    return subscriber;
  }

  /**
   * Takes a text from a client.
   *
   * @return ends when the work on it does
   */
  Future<?> take(Subscriber subscriber, String text) {
    try {
      return switch (FrameReader.read(text)) {
        case Frame(ClientFrame frame) -> take(subscriber, frame);
        case Unusable(RefusalCode code) -> say(subscriber, new ServerFrame.ErrorFrame(code.code()));
        case WithoutId(UUID roomId) -> sending.refuseWithoutId(subscriber.socket(), roomId);
      };
    } catch (FrameRefused e) {
      return say(subscriber, new ServerFrame.ErrorFrame(e.code().code()));
    } catch (RuntimeException e) {
      LOG.frameFault(e);
      return say(
          subscriber, new ServerFrame.ErrorFrame(RefusalCode.TEMPORARILY_UNAVAILABLE.code()));
    }
  }

  private Future<?> take(Subscriber subscriber, ClientFrame frame) {
    return switch (frame) {
      case ClientFrame.Hello hello -> subscriptions.arrive(subscriber, hello);
      case ClientFrame.Open open -> subscriptions.open(subscriber, open);
      case ClientFrame.Close close -> subscriptions.close(subscriber, close.roomId());
      case ClientFrame.Send send -> sending.send(subscriber.socket(), send);
      case ClientFrame.Read read -> sending.read(subscriber.socket(), read);
      case ClientFrame.Received received -> sending.received(subscriber.socket(), received);
      case ClientFrame.Typing typing -> typing(subscriber, typing.roomId());
      case ClientFrame.Ping ping -> say(subscriber, new ServerFrame.Pong());
    };
  }

  /** Only from one who looks at the room; kept nowhere. */
  private Future<?> typing(Subscriber subscriber, UUID roomId) {
    long every = limits.typingEvery().toMillis();
    var person = subscriber.socket().personId();
    if (subscriber.subscriptionTo(roomId) != null
        && subscriber.maySayTyping(roomId, clock.millis(), every)
        && rooms.typing(roomId, person)) {
      others.tell(roomId, person);
    }
    return Future.succeededFuture();
  }

  /** The socket is gone: so are its subscriptions. */
  void leave(Subscriber subscriber) {
    subscriptions.leave(subscriber);
  }

  private static Future<?> say(Subscriber subscriber, ServerFrame frame) {
    subscriber.socket().send(frame);
    return Future.succeededFuture();
  }
}
