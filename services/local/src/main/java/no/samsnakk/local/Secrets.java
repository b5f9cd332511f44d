package no.samsnakk.local;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samsnakk.local.tls.Certificates;
import no.samsnakk.local.tls.Tls;

/**
 * The secrets of one Samsnakk: one file each, named as the environment variable that carries it to
 * the services, made when first asked for, readable by their owner alone. An environment variable
 * of the same name goes before the file.
 *
 * @param folder where the files are
 * @param given goes before the files: usually the environment
 */
public record Secrets(Path folder, Map<String, String> given) {
  /** The password of PostgreSQL's superuser. */
  public static final String SUPERUSER = "SAMSNAKK_DB_SUPERUSER_PASSWORD";

  /** Before the name of the service that seals its events with it. */
  static final String EVENT_KEY = "SAMSNAKK_EVENT_KEY_";

  /** Before the name of the service whose commands it opens. */
  static final String OPERATOR_KEY = "SAMSNAKK_OPERATOR_KEY_";

  private static final Set<String> KEYS =
      Set.of(
          "SAMSNAKK_TICKET_KEY",
          "SAMSNAKK_PERSON_KEY",
          "SAMSNAKK_SESSION_KEY",
          "SAMSNAKK_INTERNAL_KEY");

  /** Those that nobody has given. */
  public Secrets(Path folder) {
    this(folder, Map.of());
  }

  /** The secret of that name. */
  public String get(String name) {
    String value = given.get(name);
    return value == null ? kept(name) : value;
  }

  /** The one of that name, where it is given and not kept here. */
  Optional<String> given(String name) {
    return Optional.ofNullable(given.get(name));
  }

  private synchronized String kept(String name) {
    Path file = file(name);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(folder, asFileAttribute(fromString("rwx------")));
        Files.createFile(file, asFileAttribute(fromString("rw-------")));
        Files.writeString(file, isKey(name) ? Passwords.key() : Passwords.password());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read or make " + file, e);
    }
  }

  private static boolean isKey(String name) {
    return KEYS.contains(name) || name.startsWith(EVENT_KEY) || name.startsWith(OPERATOR_KEY);
  }

  /** What all that we run has in common about TLS; its certificates lie here too. */
  public Tls tls(Settings settings) {
    if (!settings.tls()) {
      return Tls.OFF;
    }
    String password = get("SAMSNAKK_TLS_AUTHORITY_PASSWORD");
    return new Tls(
        Optional.of(new Certificates(folder.resolve("tls"), password, Clock.systemUTC())));
  }

  /** Writes a file with secrets in it, anew, readable by its owner alone. */
  Path write(String name, String text) {
    Path file = file(name);
    try {
      Files.createDirectories(folder, asFileAttribute(fromString("rwx------")));
      Files.deleteIfExists(file);
      Files.createFile(file, asFileAttribute(fromString("rw-------")));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }

  /** Where a secret lies that is a file of its own. */
  public Path file(String name) {
    return folder.resolve(name);
  }
}
