package no.samsnakk.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import no.samsnakk.contracts.openapi.Operation;
import no.samsnakk.contracts.openapi.Strictness;
import no.samsnakk.notifications.story.Person;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be asked for, asked for as the contract does not allow it (R11). */
@QuarkusTest
@WithTestResource(World.class)
class StrictRequestsTest {
  private static final Map<String, Object> SAMPLES =
      Map.of(
          "/endpoint",
          "https://push.example/x",
          "/keys/p256dh",
          "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
          "/keys/auth",
          "BTBZMqHH6r4Tts7J_aSIgg");

  private Story story;
  private Person are;

  @BeforeEach
  void begin() {
    story = new Story();
    are = story.person("Are Nordmann");
  }

  @AfterEach
  void end() {
    story.close();
  }

  static List<Operation> all() {
    return Operation.of("notifications");
  }

  static List<Operation> withBody() {
    return Operation.withBody("notifications");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void aBodyThatIsNotWhatTheContractSaysIsRefused(Operation operation) {
    assertEquals(List.of(), Strictness.ofBody(operation, SAMPLES, this::send));
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAddressThatIsNoTextIsRefused(Operation operation) {
    assertEquals(List.of(), Strictness.ofAddress(operation, SAMPLES, this::send));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aQueryThatTheContractDoesNotKnowIsRefused(Operation operation) {
    assertEquals(List.of(), Strictness.ofQuery(operation, SAMPLES, this::send));
  }

  private Strictness.Answer send(String method, String address, byte[] body) {
    var answer = are.asks().urlEncodingEnabled(false).body(body).request(method, address);
    return new Strictness.Answer(
        answer.statusCode(), String.valueOf(answer.contentType()), answer.body().asString());
  }
}
