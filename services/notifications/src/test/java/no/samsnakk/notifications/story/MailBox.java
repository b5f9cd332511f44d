package no.samsnakk.notifications.story;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mailbox at the mail server. */
public record MailBox(String address) {

  /** Every letter in it, raw, as it came over the wire. */
  public List<String> letters() {
    try (var store = Session.getInstance(new Properties()).getStore("pop3")) {
      int port = Integer.parseInt(Story.setting(World.POP3));
      store.connect("127.0.0.1", port, address, address);
      try (var inbox = store.getFolder("INBOX")) {
        inbox.open(jakarta.mail.Folder.READ_ONLY);
        var letters = new ArrayList<String>();
        for (var message : inbox.getMessages()) {
          letters.add(raw(message));
        }
        return letters;
      }
    } catch (jakarta.mail.AuthenticationFailedException nobodyHasWritten) {
      return List.of();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public int count() {
    return letters().size();
  }

  /** Whoever brings a letter waits, until he is let go. */
  public void isHeld() {
    Held.hold(address);
  }

  public void isLetGo() {
    Held.letGo(address);
  }

  /** Whether somebody waits with a letter. */
  public boolean isWaitedFor() {
    return Held.isWaitedFor(address);
  }

  /** The next so many letters are not taken. */
  public void refuses(int letters) {
    Held.refuse(address, letters);
  }

  private static String raw(Message message) throws MessagingException, IOException {
    var bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return bytes.toString(StandardCharsets.US_ASCII);
  }
}
