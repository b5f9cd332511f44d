package no.samsnakk.gateway.world;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request exactly as it is written here: other clients tidy paths up before they send them. */
public final class RawRequest {
  private RawRequest() {}

  /** Everything that comes back. */
  public static String send(String requestLine, String... headers) {
    var text =
        new StringBuilder(requestLine).append("\r\nHost: localhost\r\nConnection: close\r\n");
    for (var header : headers) {
      text.append(header).append("\r\n");
    }
    return sendAlone(text.append("\r\n").toString());
  }

  /** The same, of these octets and none besides. */
  public static String sendAlone(String octets) {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(octets.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
