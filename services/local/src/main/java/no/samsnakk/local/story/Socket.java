package no.samsnakk.local.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One person's socket to messaging. */
final class Socket {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_S = 20;

  /** What is heard when nothing will be heard any more. */
  private static final String GONE = "{\"type\":\"gone\"}";

  private final WebSocket socket;
  private final Ears ears;

  private Socket(WebSocket socket, Ears ears) {
    this.socket = socket;
    this.ears = ears;
  }

  static Socket open(HttpClient client, String app, String ticket) {
    Ears ears = new Ears();
    try {
      WebSocket opened =
          client
              .newWebSocketBuilder()
              .header("Origin", app)
              .subprotocols("samsnakk.v1", "ticket." + ticket)
              .buildAsync(URI.create(app.replaceFirst("^http", "ws") + "/ws"), ears)
              .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
              .join();
      Socket socket = new Socket(opened, ears);
      socket.asks(Map.of("type", "hello", "rooms", List.of()), "welcome");
      return socket;
    } catch (CompletionException e) {
      throw NotTold.yet("no socket could be opened");
    }
  }

  /** Sends a frame that is not answered to whoever sent it. */
  void says(Map<String, ?> frame) {
    try {
      socket.sendText(JSON.writeValueAsString(frame), true).join();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame that cannot be written");
    } catch (CompletionException e) {
      throw NotTold.yet("the socket is gone");
    }
  }

  /** Sends a frame and waits for one of this type; others are passed over, a no is no. */
  JsonNode asks(Map<String, ?> frame, String answer) {
    says(frame);
    while (true) {
      JsonNode heard = next(answer);
      String type = heard.path("type").asText();
      if (type.equals(answer)) {
        return heard;
      }
      if (type.equals("closed")) {
        throw NotTold.anyMore("a room was closed: " + heard.path("code").asText());
      }
      if (type.equals("refused") || type.equals("error")) {
        throw NotTold.yet("a frame was answered with " + heard.path("code").asText());
      }
      if (type.equals("gone")) {
        throw NotTold.yet("the socket was closed before " + answer);
      }
    }
  }

  private JsonNode next(String awaited) {
    try {
      String text = ears.frames.poll(PATIENCE_S, TimeUnit.SECONDS);
      if (text == null) {
        throw NotTold.yet("no frame " + awaited + " came");
      }
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw NotTold.yet("a frame that cannot be read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotTold.yet("interrupted");
    }
  }

  void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> socket).join();
  }

  private static final class Ears implements WebSocket.Listener {
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
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
      frames.add(GONE);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      frames.add(GONE);
    }
  }
}
