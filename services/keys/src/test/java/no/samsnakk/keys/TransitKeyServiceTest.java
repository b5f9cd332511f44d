package no.samsnakk.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransitKeyServiceTest {
  private static final byte[] KEYS = "nøklene".getBytes(StandardCharsets.UTF_8);

  private final TransitStandIn server = new TransitStandIn();
  @TempDir Path folder;
  private Path token;

  @BeforeEach
  void begin() throws IOException {
    token = folder.resolve("token");
    server.knows("s.one", token);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void R9_what_was_encrypted_shows_nothing_and_opens_again() throws GeneralSecurityException {
    var file = service("samsnakk").encrypt(KEYS);

    assertThat(new String(file, StandardCharsets.UTF_8))
        .startsWith("vault:v1:")
        .doesNotContain("nøklene");
    assertThat(service("samsnakk").decrypt(file)).isEqualTo(KEYS);
  }

  @Test
  void the_token_may_be_renewed_while_it_runs() throws Exception {
    var service = service("samsnakk");
    var file = service.encrypt(KEYS);

    server.knows("s.two", token);

    assertThat(service.decrypt(file)).isEqualTo(KEYS);
  }

  @Test
  void a_token_that_was_withdrawn_opens_nothing() throws Exception {
    var file = service("samsnakk").encrypt(KEYS);

    server.knows("s.two", folder.resolve("elsewhere"));

    assertThatThrownBy(() -> service("samsnakk").decrypt(file))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessage("The key service answered 403");
  }

  @Test
  void a_file_in_the_clear_or_of_another_key_is_refused() {
    assertThatThrownBy(() -> service("samsnakk").decrypt(KEYS))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessage("The key service answered 400");
    assertThatThrownBy(() -> service("other").encrypt(KEYS))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessage("The key service answered 404");
  }

  @Test
  void R9_an_answer_of_something_else_is_not_repeated_in_the_failure() {
    assertThatThrownBy(() -> service("unlike").encrypt(KEYS))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessageNotContaining("Velkommen")
        .hasNoCause();
  }

  @Test
  void R9_keys_do_not_travel_in_the_clear() {
    var elsewhere = URI.create("http://bao.example:8200");

    assertThatThrownBy(() -> service(elsewhere, "samsnakk"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https only");
  }

  @Test
  void a_service_that_is_away_is_a_failure_within_seconds() {
    var url = server.url();
    server.close();

    assertThatThrownBy(() -> service(url, "samsnakk").encrypt(KEYS))
        .isInstanceOf(KeyServiceAway.class)
        .hasMessage("The key service cannot be reached");
  }

  private KeyService service(String key) {
    return service(server.url(), key);
  }

  private KeyService service(URI url, String key) {
    return new TransitKeyService(
        new RoomKeyConfig.Transit() {
          @Override
          public URI url() {
            return url;
          }

          @Override
          public Optional<String> key() {
            return Optional.of(key);
          }

          @Override
          public Optional<String> mount() {
            return Optional.empty();
          }

          @Override
          public Path tokenFile() {
            return token;
          }
        });
  }
}
