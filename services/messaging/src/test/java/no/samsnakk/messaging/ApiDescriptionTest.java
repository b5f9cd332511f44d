package no.samsnakk.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.samsnakk.contracts.Json;
import no.samsnakk.messaging.story.World;
import org.junit.jupiter.api.Test;

/** What the web's types are made from is what the service does. */
@QuarkusTest
@WithTestResource(World.class)
class ApiDescriptionTest {
  private static final Path MADE = Path.of("target/openapi/openapi.json");
  private static final Path STORED =
      Path.of("../contracts/src/main/resources/openapi/messaging.json");

  /** Where it differs: {@code cp} the one over the other, and look at what the web makes of it. */
  @Test
  void the_stored_description_is_todays() throws IOException {
    assertThat(Json.MAPPER.readTree(STORED.toFile()))
        .as("cp services/messaging/%s to %s", MADE, STORED)
        .isEqualTo(Json.MAPPER.readTree(Files.readString(MADE)));
  }
}
