package no.samsnakk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginLifeTest {
  private static final Path REALM = Path.of("../../deploy/keycloak/samsnakk.json");

  /**
   * Who comes back to a page of Keycloak's that has waited too long begins anew there, not here.
   */
  @Test
  void is_longer_than_a_page_that_was_left_open_at_keycloak_and_the_next_one() throws Exception {
    var realm = new JsonObject(Files.readString(REALM));
    var page = Duration.ofSeconds(realm.getLong("accessCodeLifespanLogin"));
    var life = SessionConfig.class.getDeclaredMethod("loginLife").getAnnotation(WithDefault.class);

    assertThat(Duration.parse("PT" + life.value())).isGreaterThan(page.multipliedBy(2));
  }
}
