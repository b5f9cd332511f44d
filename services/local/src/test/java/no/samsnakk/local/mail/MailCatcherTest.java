package no.samsnakk.local.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import no.samsnakk.local.process.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
