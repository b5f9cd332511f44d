package no.samsnakk.messaging.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.messaging.writing.conversation.Outcome;
import org.jspecify.annotations.Nullable;

/** One open socket, and everything that has come through it. */
public final class Browser {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Vertx VERTX = Vertx.vertx();
  private static final HttpClient CLIENT =
      VERTX.createHttpClient(
          new HttpClientOptions()
              .setMaxWebSockets(1_000)
              // Or the kernel takes in more for a reader that sleeps than a test wants to send.
              .setReceiveBufferSize(64 * 1024)
              .setTryUsePerMessageWebSocketCompression(true)
              .setMaxWebSocketFrameSize(4_000_000)
              .setMaxWebSocketMessageSize(4_000_000));

  private final WebSocket socket;
  private final String extensions;
  private final List<ServerFrame> heard = new ArrayList<>();
  private @Nullable Short closedWith;
  private boolean closed;

  private Browser(WebSocket socket) {
    this.socket = socket;
    this.extensions = String.valueOf(socket.headers().get("Sec-WebSocket-Extensions"));
    socket.textMessageHandler(this::take);
    socket.closeHandler(nothing -> close(socket.closeStatusCode()));
  }

  /** Opens a socket with this ticket from a page of this origin. */
  public static Browser connect(@Nullable String ticket, @Nullable String origin) {
    var options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(RestAssured.port)
            .setURI("/ws")
            .addSubProtocol("samsnakk.v1");
    if (ticket != null) {
      options.addSubProtocol("ticket." + ticket);
    }
    if (origin != null) {
      options.addHeader("Origin", origin);
    }
    // On the client's own thread: nothing comes, and no header is gone, before we listen.
    Promise<Browser> open = Promise.promise();
    VERTX.runOnContext(now -> CLIENT.webSocket(options).map(Browser::new).onComplete(open));
    return await(open.future());
  }

  /** The socket, if the ticket opens one. */
  public static Optional<Browser> admitted(String ticket, String origin) {
    try {
      var browser = connect(ticket, origin);
      browser.hearsAllThatIsComing();
      return Optional.of(browser).filter(Browser::isOpen);
    } catch (CompletionException e) {
      if (e.getCause() instanceof UpgradeRejectedException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The status that the upgrade is refused with, or the code that the socket is closed with. */
  public static int refusal(@Nullable String ticket, @Nullable String origin) {
    try {
      var browser = connect(ticket, origin);
      browser.hearsAllThatIsComing();
      if (browser.isOpen()) {
        browser.closes();
        return 101;
      }
      return browser.isClosedWith();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UpgradeRejectedException rejected) {
        return rejected.getStatus();
      }
      throw e;
    }
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void take(String text) {
    try {
      heard.add(Json.MAPPER.readValue(text, ServerFrame.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    notifyAll();
  }

  private synchronized void close(@Nullable Short code) {
    closed = true;
    closedWith = code;
    notifyAll();
  }

  public String subprotocol() {
    return socket.subProtocol();
  }

  public String extensions() {
    return extensions;
  }

  /** Sends a text as it is. */
  public void says(String text) {
    socket.writeTextMessage(text);
  }

  /** Completes when the network has taken it. */
  public io.vertx.core.Future<Void> hands(String text) {
    return socket.writeTextMessage(text);
  }

  public void says(ClientFrame frame) {
    says(write(frame));
  }

  public static String write(ClientFrame frame) {
    try {
      return Json.MAPPER.writerFor(ClientFrame.class).writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public void saysBytes(byte[] bytes) {
    socket.writeBinaryMessage(Buffer.buffer(bytes));
  }

  public ServerFrame.Opened opens(UUID roomId) {
    return opens(roomId, null);
  }

  public ServerFrame.Opened opens(UUID roomId, @Nullable Long afterSeq) {
    says(new ClientFrame.Open(roomId, afterSeq));
    return hears(ServerFrame.Opened.class, opened -> opened.roomId().equals(roomId));
  }

  /** Looks away; returns when the server has done so too. */
  public void looksAwayFrom(UUID roomId) {
    says(new ClientFrame.Close(roomId));
    hearsAllThatIsComing();
  }

  public Outcome.Accepted sends(UUID roomId, UUID clientId, String body) {
    says(ClientFrame.Send.text(roomId, clientId, body));
    var accepted = hears(ServerFrame.Accepted.class, answer -> answer.clientId().equals(clientId));
    return new Outcome.Accepted(accepted.seq(), accepted.entryId(), accepted.sentAt());
  }

  public String isRefused(UUID roomId, UUID clientId, String body) {
    says(ClientFrame.Send.text(roomId, clientId, body));
    return hears(ServerFrame.Refused.class, answer -> clientId.equals(answer.clientId())).code();
  }

  /** Says something of a kind; answers "accepted", or the code of the refusal. */
  public String says(UUID roomId, UUID clientId, String kind, Object payload) {
    begins(roomId, clientId, kind, payload);
    return answer(clientId);
  }

  /** Says something of a kind, and does not wait for the {@link #answer}. */
  public void begins(UUID roomId, UUID clientId, String kind, Object payload) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    Json.MAPPER
        .valueToTree(payload)
        .fields()
        .forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
    says(new ClientFrame.Send(roomId, clientId, kind, members));
  }

  /** What became of what was said under this id: "accepted", or the code of the refusal. */
  public String answer(UUID clientId) {
    var answer =
        hears(
            ServerFrame.class,
            it ->
                switch (it) {
                  case ServerFrame.Accepted accepted -> accepted.clientId().equals(clientId);
                  case ServerFrame.Refused refused -> clientId.equals(refused.clientId());
                  default -> false;
                });
    return answer instanceof ServerFrame.Refused refused ? refused.code() : "accepted";
  }

  public void sees(String body) {
    hears(ServerFrame.class, frame -> shows(frame, body));
  }

  /** Whether the text has come, once everything that was on its way has. */
  public boolean hasSeen(String body) {
    hearsAllThatIsComing();
    return all(ServerFrame.class).stream().anyMatch(frame -> shows(frame, body));
  }

  private static boolean shows(ServerFrame frame, String body) {
    return switch (frame) {
      case ServerFrame.EntryFrame message -> Texts.of(message.message()).equals(body);
      case ServerFrame.Opened opened ->
          opened.messages().stream().anyMatch(message -> Texts.of(message).equals(body));
      default -> false;
    };
  }

  /** A ping is answered, or the end comes, behind everything that was handed to the socket. */
  public void hearsAllThatIsComing() {
    int before = all(ServerFrame.Pong.class).size();
    if (isOpen()) {
      hands(write(new ClientFrame.Ping()));
    }
    waitFor(() -> closed || all(ServerFrame.Pong.class).size() > before, "pong");
  }

  public <F extends ServerFrame> F hears(Class<F> type) {
    return hears(type, frame -> true);
  }

  /** Waits for a frame; the last one of its kind that has come. */
  public <F extends ServerFrame> F hears(Class<F> type, Predicate<F> such) {
    waitFor(() -> all(type).stream().anyMatch(such), type.getSimpleName());
    return all(type).stream().filter(such).toList().getLast();
  }

  public synchronized <F extends ServerFrame> List<F> all(Class<F> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The messages that came live, in the order in which they came. */
  public List<Entry> live() {
    return all(ServerFrame.EntryFrame.class).stream().map(ServerFrame.EntryFrame::message).toList();
  }

  public synchronized void forgets() {
    heard.clear();
  }

  /** Waits for the server to end it; the code. */
  public synchronized int isClosedWith() {
    waitFor(() -> closed, "the end");
    return closedWith == null ? 1006 : closedWith;
  }

  public synchronized boolean isOpen() {
    return !closed;
  }

  private synchronized void waitFor(java.util.function.BooleanSupplier come, String what) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!come.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("waited in vain for " + what + ", heard " + heard);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Reads nothing from now on, and lets the network fill up. */
  public void stopsReading() {
    socket.pause();
  }

  public void readsOn() {
    socket.resume();
  }

  /** The tab is closed. */
  public void closes() {
    socket.close();
  }

  /** The cable is pulled. */
  public void vanishes() {
    socket.close((short) 1001);
  }
}
