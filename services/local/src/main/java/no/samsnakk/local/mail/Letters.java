package no.samsnakk.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The caught e-mails: one file each, so that a restart finds them. */
final class Letters {
  private static final Pattern ID = Pattern.compile("[0-9]+-[0-9]+");
  private static final Session SESSION = Session.getInstance(new Properties());

  private final Path folder;
  private final Clock clock;
  private final AtomicLong count = new AtomicLong();

  Letters(Path folder, Clock clock) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.clock = clock;
  }

  void keep(MimeMessage message) throws IOException, MessagingException {
    String id =
        String.format(Locale.ROOT, "%d-%03d", clock.millis(), count.getAndIncrement() % 1000);
    Path half = Files.createTempFile(folder, id, ".half");
    try (OutputStream out = Files.newOutputStream(half)) {
      message.writeTo(out);
    }
    Files.move(half, file(id), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Newest first. */
  List<Letter> newest(int limit) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".eml"))
          .sorted(Comparator.reverseOrder())
          .limit(limit)
          .map(name -> name.substring(0, name.length() - ".eml".length()))
          .flatMap(id -> find(id).stream())
          .toList();
    }
  }

  /** The one of that id; nothing for an unknown or odd one. */
  Optional<Letter> find(String id) {
    if (!ID.matcher(id).matches() || !Files.exists(file(id))) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file(id))) {
      Instant at = Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-'))));
      return Optional.of(Letter.read(id, at, new MimeMessage(SESSION, in)));
    } catch (IOException | MessagingException unreadable) {
      return Optional.empty();
    }
  }

  private Path file(String id) {
    return folder.resolve(id + ".eml");
  }
}
