package no.samsnakk.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The demo people, from the file that Samsnakk itself reads. */
public final class Directory {
  private final Map<String, DemoPerson> people = new LinkedHashMap<>();

  public Directory(Path file) {
    try {
      for (JsonNode person : new ObjectMapper().readTree(file.toFile()).get("people")) {
        String name = person.get("name").asText();
        String number = person.get("identityNumber").asText();
        people.put(name, new DemoPerson(name, number, person.get("email").asText()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DemoPerson named(String name) {
    DemoPerson person = people.get(name);
    if (person == null) {
      throw new IllegalArgumentException("no demo person of that name");
    }
    return person;
  }

  public Collection<DemoPerson> people() {
    return people.values();
  }

  /** Everybody's full name and identity number: what may stand in no address and no log (R9). */
  public Pattern personalMatter() {
    return Pattern.compile(
        people.values().stream()
            .map(it -> Pattern.quote(it.name()) + "|" + it.identityNumber())
            .collect(Collectors.joining("|")));
  }
}
