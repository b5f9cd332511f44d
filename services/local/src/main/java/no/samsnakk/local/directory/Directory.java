package no.samsnakk.local.directory;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Who there is. One file for rooms' directory, the stand-in's users and its buttons. */
public record Directory(List<Organisation> organisations, List<Person> people) {

  public record Organisation(String number, String name) {}

  /** A place in an organisation; the kinds are rooms' own. */
  public record Role(String organisation, String kind, String title) {}

  public record Person(String identityNumber, String name, String email, List<Role> roles) {
    /** What the stand-in knows this person by: never the identity number (rule 9). */
    public String username() {
      String plain = name.toLowerCase(Locale.ROOT).replace('ø', 'o').replace("æ", "ae");
      return Normalizer.normalize(plain, Normalizer.Form.NFD)
          .replaceAll("\\p{M}", "")
          .replaceAll("[^a-z0-9]+", ".");
    }

    public String givenName() {
      int last = name.lastIndexOf(' ');
      return last < 0 ? name : name.substring(0, last);
    }

    public String familyName() {
      return name.substring(name.lastIndexOf(' ') + 1);
    }

    @Override
    public String toString() {
      return "Person[" + username() + "]";
    }
  }

  public static Directory read(Path file) {
    try {
      return new ObjectMapper().readValue(file.toFile(), Directory.class);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  /** The person of that name. */
  public Person named(String name) {
    return people.stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + name));
  }

  /** What the person is and where, in Norwegian, for the stand-in's buttons. */
  public String roleLine(Person person) {
    return person.roles().isEmpty()
        ? "Innbygger"
        : person.roles().stream()
            .map(role -> role.title() + ", " + organisation(role.organisation()))
            .collect(joining("; "));
  }

  private String organisation(String number) {
    return organisations.stream()
        .filter(organisation -> organisation.number().equals(number))
        .map(Organisation::name)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no organisation " + number));
  }
}
