package no.samsnakk.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import no.samsnakk.local.tls.Certificates;
import no.samsnakk.local.tls.Tls;

/** An SMTP server that keeps whatever it is given, for anybody, and a page that shows it. */
public final class MailCatcher implements AutoCloseable {
  private final GreenMail smtp;
  private final InboxServer inbox;

  private MailCatcher(GreenMail smtp, InboxServer inbox) {
    this.smtp = smtp;
    this.inbox = inbox;
  }

  /**
   * Starts both.
   *
   * @param folder keeps the e-mails, and may already hold some
   */
  public static MailCatcher start(Path folder, int smtpPort, int inboxPort, Clock clock) {
    return start(folder, smtpPort, inboxPort, clock, Tls.OFF);
  }

  /** The same, which with TLS talks by TLS alone. */
  public static MailCatcher start(Path folder, int smtpPort, int inboxPort, Clock clock, Tls tls) {
    try {
      Letters letters = new Letters(folder, clock);
      tls.certificates().ifPresent(MailCatcher::showCertificate);
      String protocol = tls.on() ? ServerSetup.PROTOCOL_SMTPS : ServerSetup.PROTOCOL_SMTP;
      GreenMail smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", protocol));
      UserManager users = smtp.getUserManager();
      users.setMessageDeliveryHandler((message, to) -> caught(letters, users, message, to));
      InboxServer inbox = new InboxServer(inboxPort, letters, tls);
      smtp.start();
      return new MailCatcher(smtp, inbox);
    } catch (IOException e) {
      throw new UncheckedIOException("could not start the mail catcher", e);
    }
  }

  /** GreenMail has no other way to be told. */
  private static void showCertificate(Certificates certificates) {
    String password = UUID.randomUUID().toString();
    String file = certificates.pkcs12("mail", password).toString();
    System.setProperty("greenmail.tls.keystore.file", file);
    System.setProperty("greenmail.tls.keystore.password", password);
  }

  /** Called for each recipient, before the sender is told that the e-mail is accepted. */
  private static GreenMailUser caught(
      Letters letters, UserManager users, MovingMessage message, MailAddress to)
      throws MessagingException, UserException {
    try {
      letters.keep(message.getMessage());
    } catch (IOException e) {
      throw new MessagingException("could not keep the e-mail", e);
    }
    GreenMailUser known = users.getUserByEmail(to.getEmail());
    return known == null ? users.createUser(to.getEmail(), to.getEmail(), to.getEmail()) : known;
  }

  @Override
  public void close() {
    inbox.close();
    smtp.stop();
  }
}
