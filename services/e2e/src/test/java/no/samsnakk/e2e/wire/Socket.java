package no.samsnakk.e2e.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A socket to messaging through the gateway, as a browser opens it, frame by frame. */
public final class Socket implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final WebSocket socket;
  private final Ears ears;

  private Socket(WebSocket socket, Ears ears) {
    this.socket = socket;
    this.ears = ears;
  }

  /**
   * How to knock.
   *
   * @param app where the gateway answers
   * @param origin the header, or none
   * @param ticket the subprotocol's, or none
   */
  public record Knock(String app, @Nullable String origin, @Nullable String ticket) {

    /** The status of the refusal. */
    public int isRefused() {
      try (Socket opened = open()) {
        throw new AssertionError("the socket was opened, and closed with " + opened.closeCode());
      } catch (CompletionException e) {
        if (e.getCause() instanceof WebSocketHandshakeException refused) {
          return refused.getResponse().statusCode();
        }
        throw e;
      }
    }

    public Socket open() {
      return open(HttpClient.newHttpClient());
    }

    /** The same by this client, which knows whom to believe. */
    public Socket open(HttpClient client) {
      Ears ears = new Ears();
      WebSocket.Builder builder = client.newWebSocketBuilder();
      if (origin != null) {
        builder.header("Origin", origin);
      }
      if (ticket != null) {
        builder.subprotocols("samsnakk.v1", "ticket." + ticket);
      }
      URI uri = URI.create(app.replaceFirst("^http", "ws") + "/ws");
      return new Socket(builder.buildAsync(uri, ears).join(), ears);
    }
  }

  public Socket send(String frame) {
    socket.sendText(frame, true).join();
    return this;
  }

  /** The next frame of the type; others are passed over. */
  public JsonNode hears(String type) {
    return hearsAll(type).getLast();
  }

  /** All frames as they come, until the next one of the type, which is the last of them. */
  public List<String> hearsAllUntil(String type) {
    return hearsAll(type).stream().map(JsonNode::toString).toList();
  }

  private List<JsonNode> hearsAll(String type) {
    List<JsonNode> heard = new ArrayList<>();
    try {
      while (heard.isEmpty() || !heard.getLast().path("type").asText().equals(type)) {
        String text = ears.frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (text == null) {
          throw new AssertionError("no frame " + type + " came");
        }
        heard.add(JSON.readTree(text));
      }
      return heard;
    } catch (JsonProcessingException e) {
      throw new AssertionError("not a frame", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Why the other end closed it. */
  public int closeCode() {
    return ears.closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private static final class Ears implements WebSocket.Listener {
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        frames.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
