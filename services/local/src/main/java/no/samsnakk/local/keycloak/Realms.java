package no.samsnakk.local.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import no.samsnakk.local.directory.Directory;
import no.samsnakk.local.directory.Directory.Person;

/**
 * The two realms as Keycloak imports them: {@code deploy/keycloak/*.json}, with the directory's
 * people as users of realm {@code bankid}. Keycloak itself puts the environment into their <code>
 * ${…}</code>.
 */
public final class Realms {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Realms() {}

  /** Writes what {@code start --import-realm} reads. */
  public static void write(Path reviewed, Directory directory, Path folder) {
    try {
      Files.createDirectories(folder);
      Files.copy(
          reviewed.resolve("samsnakk.json"),
          folder.resolve("samsnakk-realm.json"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      JSON.writeValue(
          folder.resolve("bankid-realm.json").toFile(),
          bankid(reviewed.resolve("bankid.json"), directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode bankid(Path reviewed, Directory directory) throws IOException {
    ObjectNode realm = (ObjectNode) JSON.readTree(reviewed.toFile());
    ArrayNode users = realm.putArray("users");
    directory.people().forEach(person -> add(users, person));
    return realm;
  }

  private static void add(ArrayNode users, Person person) {
    ObjectNode user = users.addObject();
    // The same person has the same subject after every import.
    byte[] name = person.username().getBytes(StandardCharsets.UTF_8);
    user.put("id", UUID.nameUUIDFromBytes(name).toString());
    user.put("username", person.username());
    user.put("enabled", true);
    user.put("firstName", person.givenName());
    user.put("lastName", person.familyName());
    user.putObject("attributes").putArray("pid").add(person.identityNumber());
    user.putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", "demo")
        .put("temporary", false);
  }
}
