package no.samsnakk.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import no.samsnakk.contracts.Json;

/**
 * The transit engine of OpenBao or HashiCorp Vault: the key that opens the file never leaves it,
 * who may use it is decided there, and every use is in its own audit log. The file holds its
 * ciphertext as it answers it ({@code vault:v1:…}); a rotation of the key there is known by that
 * version.
 *
 * @see <a href="https://openbao.org/api-docs/secret/transit/">Transit API</a>
 */
final class TransitKeyService implements KeyService {
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);
  private static final int TOO_MANY = 429;

  /** Also while it is sealed, or stands by. */
  private static final int SERVER_ERROR = 500;

  /** Where an agent of the service may listen, which then speaks https itself. */
  private static final Set<String> ON_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final RoomKeyConfig.Transit config;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();

  /**
   * @throws IllegalArgumentException if the keys would travel in the clear
   */
  TransitKeyService(RoomKeyConfig.Transit config) {
    var url = config.url();
    if (!"https".equals(url.getScheme()) && !ON_THIS_MACHINE.contains("" + url.getHost())) {
      throw new IllegalArgumentException("The key service is asked by https only: " + url);
    }
    this.config = config;
  }

  @Override
  public byte[] encrypt(byte[] keys) throws GeneralSecurityException {
    var plaintext = Base64.getEncoder().encodeToString(keys);
    return ask("encrypt", "plaintext", plaintext, "ciphertext").getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public byte[] decrypt(byte[] file) throws GeneralSecurityException {
    var ciphertext = new String(file, StandardCharsets.US_ASCII).strip();
    try {
      return Base64.getDecoder().decode(ask("decrypt", "ciphertext", ciphertext, "plaintext"));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("The key service did not answer with keys", e);
    }
  }

  private String ask(String what, String given, String value, String wanted)
      throws GeneralSecurityException {
    try {
      var answer = client.send(request(what, Map.of(given, value)), BodyHandlers.ofString());
      int status = answer.statusCode();
      if (status == TOO_MANY || status >= SERVER_ERROR) {
        throw new KeyServiceAway("The key service answered " + status, null);
      }
      if (status != 200) {
        throw new GeneralSecurityException("The key service answered " + status);
      }
      JsonNode data = Json.MAPPER.readTree(answer.body()).path("data").path(wanted);
      if (!data.isTextual()) {
        throw new GeneralSecurityException("The key service answered without a " + wanted);
      }
      return data.textValue();
    } catch (JsonProcessingException e) {
      // Without its cause, which would repeat what was answered.
      throw new GeneralSecurityException("The key service did not answer with JSON");
    } catch (IOException e) {
      throw new KeyServiceAway("The key service cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GeneralSecurityException("Interrupted while the key service was asked", e);
    }
  }

  /** The token is read each time: whoever renews it writes it into the same file. */
  private HttpRequest request(String what, Map<String, String> body) throws IOException {
    return HttpRequest.newBuilder(address(what))
        .timeout(ANSWERS_WITHIN)
        .header("X-Vault-Token", Files.readString(config.tokenFile()).strip())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)))
        .build();
  }

  private URI address(String what) {
    var base = config.url().toString().replaceAll("/+$", "");
    var mount = config.mount().orElse("transit");
    var key = config.key().orElse("samsnakk");
    return URI.create("%s/v1/%s/%s/%s".formatted(base, mount, what, key));
  }
}
