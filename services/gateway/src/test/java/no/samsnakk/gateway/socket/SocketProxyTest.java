package no.samsnakk.gateway.socket;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(World.class)
class SocketProxyTest {
  /**
   * Octets: what four kernel buffers may hold on this machine, and what is ours. Whoever held all
   * that is written would never come to rest.
   */
  private static final long MOST_ON_THE_WAY =
      2 * (largestBuffer("tcp_rmem", 6_000_000) + largestBuffer("tcp_wmem", 4_000_000))
          + 16_000_000;

  /** Far longer than an end may be full in these tests, which is three seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Vertx vertx;
  @Inject People people;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @Test
  void passes_the_ticket_and_the_frames_but_neither_cookie_nor_token() throws Exception {
    var socket = connect(World.ORIGIN, "ticket.good");

    var upgrade = new JsonObject(hear());
    assertThat(socket.subProtocol()).isEqualTo("samsnakk.v1");
    assertThat(upgrade.getString("sec-websocket-protocol")).contains("ticket.good");
    assertThat(upgrade.getString("origin")).isEqualTo(World.ORIGIN);
    assertThat(upgrade.fieldNames()).doesNotContain("cookie", "authorization", "x-forwarded-for");
    socket.writeTextMessage("{\"type\":\"ping\"}");
    assertThat(hear()).isEqualTo("{\"type\":\"ping\"}");
    socket.close();
  }

  @Test
  void leads_to_an_instance_that_lives_whosever_turn_it_is() throws Exception {
    for (int i = 0; i < 4; i++) {
      connect(World.ORIGIN, "ticket.good").close();
    }

    assertThat(new JsonObject(hear()).getString("sec-websocket-protocol")).contains("ticket.good");
  }

  @Test
  void lets_nobody_compress() throws Exception {
    connect(World.ORIGIN, "ticket.good").close();

    assertThat(new JsonObject(hear()).fieldNames()).doesNotContain("sec-websocket-extensions");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "",
        "http://localhost:18300/",
        "http://localhost:18301",
        "ws://localhost:18300"
      })
  void refuses_every_origin_but_ours(@Nullable String origin) {
    var refused = refused(origin, "ticket.good");

    assertThat(refused.getStatus()).isEqualTo(403);
    assertThat(refused.getBody().toString()).contains("\"code\":\"origin-refused\"");
  }

  @Test
  void refuses_what_messaging_refuses() {
    assertThat(refused(World.ORIGIN, "ticket.bad").getStatus()).isEqualTo(401);
  }

  @Test
  void leaves_nothing_open_behind_a_browser_that_has_left_meanwhile() throws Exception {
    try (var browser = new Socket("localhost", RestAssured.port)) {
      var upgrade =
          "GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
              + "Sec-WebSocket-Protocol: samsnakk.v1, ticket.slow\r\n"
              + ("Origin: " + World.ORIGIN + "\r\n\r\n");
      browser.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
      browser.getOutputStream().flush();
      await().until(() -> slowSockets().getInteger("asked") == 1);
    }

    await().until(() -> slowSockets().getInteger("closed") == 1);
  }

  private JsonObject slowSockets() {
    return counted("slow");
  }

  private JsonObject counted(String sockets) {
    return new JsonObject(people.signedIn().browser().gets("/api/conversations/" + sockets).body());
  }

  @Test
  void carries_more_than_it_holds_without_losing_order() throws Exception {
    var socket = connect(World.ORIGIN, "ticket.good");
    hear();
    socket.pause();
    for (int i = 0; i < 20; i++) {
      socket.writeTextMessage("flood");
    }
    socket.writeTextMessage("last");
    socket.resume();

    String frame = hear();
    int kilobytes = 0;
    while (!frame.equals("last")) {
      assertThat(frame).hasSize(1024);
      kilobytes++;
      frame = hear();
    }
    assertThat(kilobytes).isPositive();
    socket.close();
  }

  @Test
  void holds_little_for_a_browser_that_does_not_read() throws Exception {
    var socket = connect(World.ORIGIN, "ticket.gushing");

    socket.pause();

    var written = atRest(() -> counted("gushing").getLong("written"));
    // What came before the pause took hold.
    var read = heard.stream().mapToLong(String::length).sum();
    assertThat(written - read).isLessThan(MOST_ON_THE_WAY);
    socket.close();
  }

  @Test
  void holds_little_for_a_service_that_does_not_read() throws Exception {
    var socket = connect(World.ORIGIN, "ticket.deaf");
    var handed = new AtomicLong();
    writeMuch(socket, handed::addAndGet);

    assertThat(atRest(handed::get)).isLessThan(MOST_ON_THE_WAY);
    socket.close();
  }

  @Test
  void ends_for_a_browser_that_does_not_read() throws Exception {
    long ended = counted("gushing").getLong("closed");
    var socket = connect(World.ORIGIN, "ticket.gushing");

    socket.pause();

    await().until(() -> counted("gushing").getLong("closed") > ended);
  }

  @Test
  void ends_for_a_service_that_does_not_read() throws Exception {
    var socket = connect(World.ORIGIN, "ticket.deaf");
    var ended = new CompletableFuture<Void>();
    socket.closeHandler(gone -> ended.complete(null));

    writeMuch(socket, taken -> {});

    assertThat(ended).succeedsWithin(PATIENCE);
  }

  /** More than fits on the way, and says of each piece that is taken how long it was. */
  private static void writeMuch(WebSocket socket, LongConsumer taken) {
    var kilobytes = "x".repeat(10 * 1024);
    for (int i = 0; i < 2 * MOST_ON_THE_WAY / kilobytes.length(); i++) {
      socket.writeTextMessage(kilobytes).onSuccess(done -> taken.accept(kilobytes.length()));
    }
  }

  /** The last of the three sizes that Linux tells. */
  private static long largestBuffer(String kind, long elsewhere) {
    try {
      var sizes = Files.readString(Path.of("/proc/sys/net/ipv4", kind)).strip().split("\\s+");
      return Long.parseLong(sizes[sizes.length - 1]);
    } catch (IOException e) {
      return elsewhere;
    }
  }

  /** What it comes to when it has not changed for a second. */
  private static long atRest(Supplier<Long> counted) {
    var last = new AtomicLong(-1);
    await()
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              long now = counted.get();
              return now > 0 && last.getAndSet(now) == now;
            });
    return last.get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Connection: keep-alive\r\n"})
  void opens_nothing_for_an_upgrade_that_does_not_ask_for_one(String connection) throws Exception {
    var upgrade =
        "GET /ws HTTP/1.1\r\nHost: localhost\r\n"
            + connection
            + "Upgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            + "Sec-WebSocket-Protocol: samsnakk.v1, ticket.good\r\n"
            + ("Origin: " + World.ORIGIN + "\r\n\r\n");
    try (var browser = new Socket("localhost", RestAssured.port)) {
      browser.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
      browser.getOutputStream().flush();

      var status = new String(browser.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(status).isEqualTo("HTTP/1.1 426");
    }
  }

  private String hear() throws InterruptedException {
    var frame = heard.poll(10, TimeUnit.SECONDS);
    assertThat(frame).as("a frame within ten seconds").isNotNull();
    return frame;
  }

  private WebSocket connect(@Nullable String origin, String ticket) {
    var options =
        new WebSocketConnectOptions()
            .setHost("localhost")
            .setPort(RestAssured.port)
            .setURI("/ws")
            .setAllowOriginHeader(origin != null)
            .addSubProtocol("samsnakk.v1")
            .addSubProtocol(ticket)
            .addHeader("Cookie", "__Host-samsnakk=" + people.signedIn().browser().cookie());
    if (origin != null) {
      options.addHeader("Origin", origin);
    }
    var client = vertx.createWebSocketClient();
    var socket = client.webSocket().textMessageHandler(heard::add);
    return socket.connect(options).toCompletionStage().toCompletableFuture().join();
  }

  private UpgradeRejectedException refused(@Nullable String origin, String ticket) {
    var failure = catchThrowableOfType(CompletionException.class, () -> connect(origin, ticket));
    return (UpgradeRejectedException) failure.getCause();
  }
}
