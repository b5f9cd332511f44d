package no.samsnakk.local.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A caught e-mail, as far as the page shows it: only its plain text. */
record Letter(String id, Instant at, String from, String to, String subject, String text) {

  static Letter read(String id, Instant at, MimeMessage message)
      throws MessagingException, IOException {
    String subject = Optional.ofNullable(message.getSubject()).orElse("(uten emne)");
    return new Letter(
        id,
        at,
        addresses(message.getFrom()),
        addresses(message.getAllRecipients()),
        subject,
        text(message).orElse("(ingen tekst)"));
  }

  private static String addresses(Address @Nullable [] addresses) {
    return addresses == null
        ? ""
        : Arrays.stream(addresses).map(Letter::readable).collect(Collectors.joining(", "));
  }

  private static String readable(Address address) {
    return address instanceof InternetAddress internet
        ? internet.toUnicodeString()
        : address.toString();
  }

  /** The first plain text in it. */
  private static Optional<String> text(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return Optional.of(part.getContent().toString());
    }
    if (part.isMimeType("multipart/*")) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        Optional<String> found = text(inner);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
