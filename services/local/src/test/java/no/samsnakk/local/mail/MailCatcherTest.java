package no.samsnakk.local.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import no.samsnakk.local.process.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailCatcherTest {
  private final int smtp = Ports.free();
  private final int page = Ports.free();

  @TempDir Path folder;

  @Test
  void anEmailIsOnThePage_andStillThereAfterARestart() throws Exception {
    try (MailCatcher catcher = MailCatcher.start(folder, smtp, page, Clock.systemUTC())) {
      send("frida@demo.samsnakk.example", "Ny melding i et rom", "Åpne http://localhost:8080/");
      assertTrue(get("/").body().contains("Ny melding i et rom"));
    }
    try (MailCatcher catcher = MailCatcher.start(folder, smtp, page, Clock.systemUTC())) {
      String list = get("/").body();
      String letter = list.replaceFirst("(?s).*href=\"(/letters/[0-9-]+)\".*", "$1");
      assertTrue(get(letter).body().contains("<a href=\"http://localhost:8080/\""));
    }
  }

  @Test
  void anUnknownLetterIs404_alsoAnOddlyNamedOne() throws Exception {
    try (MailCatcher catcher = MailCatcher.start(folder, smtp, page, Clock.systemUTC())) {
      assertEquals(404, get("/letters/1-1").statusCode());
      assertEquals(404, get("/letters/..%2f..%2fetc%2fpasswd").statusCode());
      assertEquals(404, get("/other").statusCode());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example:%d", "localhost", "localhost:1", "localhost:%d.evil.example"})
  void whoAskedForAnotherNameGetsNoLetter_hisOwnLeadsHere(String host) throws Exception {
    try (MailCatcher catcher = MailCatcher.start(folder, smtp, page, Clock.systemUTC())) {
      send("frida@demo.samsnakk.example", "Ny melding i et rom", "Åpne http://localhost:8080/");
      assertTrue(raw("localhost:" + page).contains("Ny melding i et rom"));
      String answer = raw(host.formatted(page));
      assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
      assertFalse(answer.contains("Ny melding"), answer);
    }
  }

  private String raw(String host) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", page)) {
      String request = "GET / HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void send(String to, String subject, String text) {
    ServerSetup server = new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    GreenMailUtil.sendTextEmail(to, "ikke-svar@samsnakk.example", subject, text, server);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + page + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }
}
