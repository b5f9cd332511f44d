package no.samsnakk.messaging.socket;

import static no.samsnakk.messaging.log.MessagingLog.LOG;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.FrameRefused;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.messaging.connection.Socket;
import no.samsnakk.messaging.delivery.RoomsHere;
import no.samsnakk.messaging.feed.TypingTeller;
import no.samsnakk.messaging.limits.Limits;
import no.samsnakk.messaging.socket.Incoming.Frame;
import no.samsnakk.messaging.socket.Incoming.Unusable;
import no.samsnakk.messaging.socket.Incoming.WithoutId;

/** What each frame leads to. Every future here ends well: what went wrong has been answered. */
@ApplicationScoped
class FrameDesk {
  private final Viewing viewing;
  private final Sending sending;
  private final RoomsHere rooms;
  private final TypingTeller others;
  private final Limits limits;
  private final Clock clock;

  FrameDesk(
      Viewing viewing,
      Sending sending,
      RoomsHere rooms,
      TypingTeller others,
      Limits limits,
      Clock clock) {
    this.viewing = viewing;
    this.sending = sending;
    this.rooms = rooms;
    this.others = others;
    this.limits = limits;
    this.clock = clock;
  }

  /** Somebody has come. */
  Visitor welcome(Socket socket) {
    var visitor = new Visitor(socket);
    socket.whenDrained(() -> visitor.views().forEach(rooms::goOn));
    return visitor;
  }

  /**
   * Takes a text from a client.
   *
   * @return ends when the work on it does
   */
  Future<?> take(Visitor visitor, String text) {
    try {
      return switch (FrameReader.read(text)) {
        case Frame(ClientFrame frame) -> take(visitor, frame);
        case Unusable(String code) -> say(visitor, new ServerFrame.ErrorFrame(code));
        case WithoutId(UUID roomId) -> sending.refuseWithoutId(visitor.socket(), roomId);
      };
    } catch (FrameRefused e) {
      return say(visitor, new ServerFrame.ErrorFrame(e.code()));
    } catch (RuntimeException e) {
      LOG.frameFault(e);
      return say(visitor, new ServerFrame.ErrorFrame("temporarily-unavailable"));
    }
  }

  private Future<?> take(Visitor visitor, ClientFrame frame) {
    return switch (frame) {
      case ClientFrame.Hello hello -> viewing.arrive(visitor, hello);
      case ClientFrame.Open open -> viewing.open(visitor, open);
      case ClientFrame.Close close -> viewing.close(visitor, close.roomId());
      case ClientFrame.Send send -> sending.send(visitor.socket(), send);
      case ClientFrame.Read read -> sending.read(visitor.socket(), read);
      case ClientFrame.Received received -> sending.received(visitor.socket(), received);
      case ClientFrame.Typing typing -> typing(visitor, typing.roomId());
      case ClientFrame.Ping ping -> say(visitor, new ServerFrame.Pong());
    };
  }

  /** Only from one who looks at the room; kept nowhere. */
  private Future<?> typing(Visitor visitor, UUID roomId) {
    long every = limits.typingEvery().toMillis();
    var person = visitor.socket().personId();
    if (visitor.viewOf(roomId) != null
        && visitor.maySayTyping(roomId, clock.millis(), every)
        && rooms.typing(roomId, person)) {
      others.tell(roomId, person);
    }
    return Future.succeededFuture();
  }

  /** The socket is gone: so are its views. */
  void leave(Visitor visitor) {
    viewing.leave(visitor);
  }

  private static Future<?> say(Visitor visitor, ServerFrame frame) {
    visitor.socket().send(frame);
    return Future.succeededFuture();
  }
}
