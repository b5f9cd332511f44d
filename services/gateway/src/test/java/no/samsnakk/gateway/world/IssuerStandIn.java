package no.samsnakk.gateway.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer that keeps others waiting, or refuses. At the address that the gateway knows. */
public final class IssuerStandIn implements AutoCloseable {
  private static final Answer TOKENS =
      new Answer(
          200,
          """
          {"access_token": "access-anew", "token_type": "Bearer", "expires_in": 300,
           "refresh_token": "refresh-anew", "refresh_expires_in": 7200}""");

  private volatile Answer tokenAnswer = TOKENS;
  private final String issuer;
  private final HttpServer server;
  private final AtomicInteger tokensAsked = new AtomicInteger();
  private final AtomicInteger endsAsked = new AtomicInteger();
  private final AtomicInteger endsAtOnce = new AtomicInteger();
  private final AtomicInteger mostEndsAtOnce = new AtomicInteger();
  private final AtomicInteger keysAsked = new AtomicInteger();
  private volatile String keys = "{\"keys\": []}";
  private final CountDownLatch tokens = new CountDownLatch(1);
  private final CountDownLatch ends;

  private IssuerStandIn(String issuer, int endsTogether) throws IOException {
    this.issuer = issuer;
    ends = new CountDownLatch(endsTogether);
    server = HttpServer.create(new InetSocketAddress("localhost", URI.create(issuer).getPort()), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * Answers nobody who ends a session before so many do at once, and refuses the first.
   *
   * @param issuer its address
   */
  public static IssuerStandIn that(String issuer, int endsTogether) throws IOException {
    return new IssuerStandIn(issuer, endsTogether);
  }

  private void answer(HttpExchange asked) throws IOException {
    try {
      switch (asked.getRequestURI().getPath().replaceFirst(".*/", "")) {
        case "openid-configuration" -> json(asked, 200, metadata());
        case "keys" -> keys(asked);
        case "token" -> token(asked);
        case "end" -> end(asked);
        default -> status(asked, 404);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      status(asked, 503);
    }
  }

  private void keys(HttpExchange asked) throws IOException {
    keysAsked.incrementAndGet();
    json(asked, 200, keys);
  }

  private void token(HttpExchange asked) throws IOException, InterruptedException {
    tokensAsked.incrementAndGet();
    tokens.await();
    var answer = tokenAnswer;
    json(asked, answer.status(), answer.body());
  }

  private void end(HttpExchange asked) throws IOException, InterruptedException {
    int nth = endsAsked.incrementAndGet();
    mostEndsAtOnce.accumulateAndGet(endsAtOnce.incrementAndGet(), Math::max);
    ends.countDown();
    ends.await();
    endsAtOnce.decrementAndGet();
    status(asked, nth == 1 ? 400 : 204);
  }

  private String metadata() {
    return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
         "end_session_endpoint": "%1$s/end", "jwks_uri": "%1$s/keys",
         "subject_types_supported": ["public"], "response_types_supported": ["code"],
         "id_token_signing_alg_values_supported": ["RS256"]}"""
        .formatted(issuer);
  }

  private record Answer(int status, String body) {}

  private static void json(HttpExchange asked, int status, String answer) throws IOException {
    var octets = answer.getBytes(StandardCharsets.UTF_8);
    asked.getResponseHeaders().add("Content-Type", "application/json");
    asked.sendResponseHeaders(status, octets.length);
    asked.getResponseBody().write(octets);
    asked.close();
  }

  private static void status(HttpExchange asked, int status) throws IOException {
    asked.sendResponseHeaders(status, -1);
    asked.close();
  }

  /** How many times it was asked for tokens; it answers when told to. */
  public int tokensAsked() {
    return tokensAsked.get();
  }

  /** How many times it was asked for its keys. */
  public int keysAsked() {
    return keysAsked.get();
  }

  /** From now on this is its one key. */
  public void publishes(LogoutTokens signing, String keyId) {
    keys = signing.published(keyId);
  }

  public void givesTokens() {
    tokenAnswer = TOKENS;
    tokens.countDown();
  }

  /** What it says to those who ask for tokens, until it is told to give them. */
  public void answersTokens(int status, String body) {
    tokenAnswer = new Answer(status, body);
    tokens.countDown();
  }

  /** How many sessions it was asked to end. */
  public int endsAsked() {
    return endsAsked.get();
  }

  public int mostEndsAtOnce() {
    return mostEndsAtOnce.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
