package no.samsnakk.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import no.samsnakk.contracts.Json;

/**
 * Answers as the transit engine of OpenBao does for one key, which never leaves it. Whoever comes
 * without the token is told 403, and whoever brings what it has not encrypted 400.
 */
public final class TransitStandIn implements AutoCloseable {
  private static final String PREFIX = "vault:v1:";
  private static final int NONCE = 12;

  private final HttpServer server;
  private final SecretKeySpec key = new SecretKeySpec(random(32), "AES");
  private volatile String token = "s.first";

  public TransitStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/transit/", this::answer);
    server.start();
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The only token that it knows from now on; the file holds it. */
  public void knows(String only, Path tokenFile) throws IOException {
    token = only;
    Files.writeString(tokenFile, only + "\n");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!token.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
        say(exchange, 403, "{\"errors\":[\"permission denied\"]}");
        return;
      }
      var asked = Json.MAPPER.readTree(exchange.getRequestBody());
      try {
        answer(exchange, asked);
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        say(exchange, 400, "{\"errors\":[\"invalid ciphertext\"]}");
      }
    }
  }

  private void answer(HttpExchange exchange, JsonNode asked)
      throws IOException, GeneralSecurityException {
    switch (exchange.getRequestURI().getPath()) {
      case "/v1/transit/encrypt/samsnakk" ->
          say(exchange, 200, data("ciphertext", encrypt(asked.path("plaintext").asText())));
      case "/v1/transit/decrypt/samsnakk" ->
          say(exchange, 200, data("plaintext", decrypt(asked.path("ciphertext").asText())));
      case "/v1/transit/encrypt/unlike" -> say(exchange, 200, "Velkommen!");
      default -> say(exchange, 404, "{\"errors\":[]}");
    }
  }

  private static String data(String name, String value) throws IOException {
    return Json.MAPPER.writeValueAsString(Map.of("data", Map.of(name, value)));
  }

  private String encrypt(String base64) throws GeneralSecurityException {
    var nonce = random(NONCE);
    var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(Base64.getDecoder().decode(base64));
    return PREFIX + base64(nonce) + ":" + base64(sealed);
  }

  private String decrypt(String ciphertext) throws GeneralSecurityException {
    if (!ciphertext.startsWith(PREFIX)) {
      throw new IllegalArgumentException("no prefix");
    }
    var parts = ciphertext.substring(PREFIX.length()).split(":", 2);
    var nonce = Base64.getDecoder().decode(parts[0]);
    return base64(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(Base64.getDecoder().decode(parts[1])));
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(128, nonce));
    return cipher;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new java.security.SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
