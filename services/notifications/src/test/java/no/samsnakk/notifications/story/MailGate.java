package no.samsnakk.notifications.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Stands before the mail server, which takes one letter after the other, and lets whoever brings
 * one for an address that is held wait there, as a slow mail server does.
 */
final class MailGate implements AutoCloseable {
  private static final Pattern RECIPIENT = Pattern.compile("RCPT TO:<(.*)>.*");

  private final ServerSocket door;
  private final int behind;

  MailGate(int behind) throws IOException {
    this.behind = behind;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::open);
  }

  int port() {
    return door.getLocalPort();
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        Thread.startVirtualThread(() -> lead(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void lead(Socket client) {
    try (client;
        var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      Thread.startVirtualThread(() -> answers(server, client));
      var lines =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var recipient = RECIPIENT.matcher(line);
        if (recipient.matches()) {
          Held.pass(recipient.group(1));
        }
        server.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException | InterruptedException gone) {
      // The one end has gone, and the other goes with it.
    }
  }

  private static void answers(Socket server, Socket client) {
    try (client) {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException gone) {
      // Likewise.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
