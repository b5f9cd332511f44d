package no.samsnakk.local.keycloak;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import no.samsnakk.local.directory.Directory;
import no.samsnakk.local.directory.Directory.Person;

/** The login pages, with the directory's people on the stand-in's. */
final class Themes {
  private Themes() {}

  static void write(Path reviewed, Directory directory, Path folder) {
    try {
      copy(reviewed, folder);
      Files.writeString(
          folder.resolve("bankid-stand-in/login/theme.properties"),
          people(directory),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path copy = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static String people(Directory directory) throws IOException {
    Properties lines = new Properties();
    List<Person> people = directory.people();
    lines.setProperty("people", Integer.toString(people.size()));
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      String prefix = "person." + (i + 1);
      lines.setProperty(prefix + ".username", person.username());
      lines.setProperty(prefix + ".name", person.name());
      lines.setProperty(prefix + ".role", directory.roleLine(person));
    }
    StringWriter text = new StringWriter();
    text.write("\n");
    lines.store(text, null);
    return text.toString();
  }
}
