package no.samsnakk.local.postgres;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samsnakk.local.process.Child;

/**
 * The files of one PostgreSQL.
 *
 * @param folder what they lie in
 */
public record Cluster(Path folder) {
  /** Who does not begin with TLS is not even asked for a password. */
  private static final String TLS_ALONE =
      """
      hostssl all all 127.0.0.1/32 scram-sha-256
      hostssl all all ::1/128 scram-sha-256
      """;

  public Path data() {
    return folder.resolve("data");
  }

  public boolean isMade() {
    return Files.exists(data().resolve("PG_VERSION"));
  }

  /**
   * Makes an empty one.
   *
   * @param settings what stands in its {@code postgresql.conf} beside PostgreSQL's own
   */
  public void make(
      Binaries binaries,
      RunAs user,
      String superuser,
      String superuserPassword,
      Map<String, String> settings,
      Path log) {
    Path passwordFile = folder.resolve("password");
    try {
      Files.createDirectories(folder);
      write(passwordFile, superuserPassword);
      user.own(folder);
      List<String> initdb = new ArrayList<>();
      initdb.addAll(
          List.of(
              binaries.program("initdb"),
              "--pgdata=" + data(),
              "--username=" + superuser,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C"));
      settings.forEach((name, value) -> initdb.add("--set=" + name + "=" + value));
      Child.run("initdb", user.command(initdb), Map.of(), folder, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      // Not even a start that has failed leaves the superuser's password there.
      delete(passwordFile);
    }
  }

  /**
   * The settings of a server that talks by TLS alone, or in the clear if there is no certificate.
   *
   * @param certificate PEM file with a key and its certificate; copied, because PostgreSQL wants to
   *     own what it reads a key from
   */
  public Map<String, String> connections(Optional<Path> certificate) {
    if (certificate.isEmpty()) {
      return Map.of();
    }
    Path own = folder.resolve("tls.pem");
    Path who = folder.resolve("tls-hba.conf");
    try {
      write(own, Files.readString(certificate.get()));
      write(who, TLS_ALONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "ssl", "on",
        "ssl_cert_file", own.toString(),
        "ssl_key_file", own.toString(),
        "hba_file", who.toString());
  }

  private static void write(Path file, String text) throws IOException {
    delete(file);
    Files.createFile(file, asFileAttribute(fromString("rw-------")));
    Files.writeString(file, text);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
