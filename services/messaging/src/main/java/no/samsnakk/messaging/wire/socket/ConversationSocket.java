package no.samsnakk.messaging.wire.socket;

import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.wire.connection.Sockets;
import org.jspecify.annotations.Nullable;

/**
 * The socket's end of the wire: one frame in, one call of {@link FrameDispatcher}. Nothing here
 * waits, so WebSockets Next has nothing to queue; what is being worked on is counted by {@code
 * Socket}.
 */
@WebSocket(path = "/ws")
public class ConversationSocket {
  private final Sockets sockets;
  private final FrameDispatcher dispatcher;

  ConversationSocket(Sockets sockets, FrameDispatcher dispatcher) {
    this.sockets = sockets;
    this.dispatcher = dispatcher;
  }

  @OnOpen
  @NonBlocking
  void opened(WebSocketConnection connection) {
    var admission = connection.userData().get(Admission.KEY);
    if (!admission.hasPlace()) {
      sockets.turnAway(admission.ticket(), connection, admission.tcp());
      return;
    }
    var socket = sockets.add(admission.ticket(), connection, admission.tcp());
    connection.userData().put(Subscriber.KEY, dispatcher.welcome(socket));
  }

  @OnTextMessage
  @NonBlocking
  void text(String text, WebSocketConnection connection) {
    var subscriber = subscriber(connection);
    if (subscriber != null && subscriber.socket().begin()) {
      dispatcher.take(subscriber, text).onComplete(done -> subscriber.socket().end());
    }
  }

  /** All frames are text. */
  @OnBinaryMessage
  @NonBlocking
  void binary(Buffer bytes, WebSocketConnection connection) {
    var subscriber = subscriber(connection);
    if (subscriber != null && subscriber.socket().begin()) {
      subscriber.socket().send(new ServerFrame.ErrorFrame(RefusalCode.FRAME_MALFORMED.code()));
      subscriber.socket().end();
    }
  }

  @OnClose
  @NonBlocking
  void closed(WebSocketConnection connection) {
    var subscriber = subscriber(connection);
    if (subscriber != null) {
      sockets.remove(subscriber.socket());
      dispatcher.leave(subscriber);
    }
  }

  /** What goes wrong below the frames ends the socket; its client comes back and resumes. */
  @OnError
  @NonBlocking
  void failed(Throwable failure, WebSocketConnection connection) {
    if (connection.isOpen()) {
      connection.close().subscribe().with(closed -> {}, lost -> {});
    }
  }

  private static @Nullable Subscriber subscriber(WebSocketConnection connection) {
    return connection.userData().get(Subscriber.KEY);
  }
}
