package no.samsnakk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import no.samsnakk.audit.story.Person;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.openapi.Operation;
import no.samsnakk.contracts.openapi.Strictness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be asked for, asked for as the contract does not allow it (R11). */
@QuarkusTest
@WithTestResource(World.class)
class StrictRequestsTest {
  private Story story;
  private Person anne;

  @BeforeEach
  void begin() {
    story = new Story();
    anne = story.auditor("Anne Auditor", story.organisation("Askøy kommune"));
  }

  @AfterEach
  void end() {
    story.close();
  }

  static List<Operation> all() {
    return Operation.of("audit");
  }

  static List<Operation> withBody() {
    return Operation.withBody("audit");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void aBodyThatIsNotWhatTheContractSaysIsRefused(Operation operation) {
    assertEquals(List.of(), Strictness.ofBody(operation, Map.of(), this::send));
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAddressThatIsNoTextIsRefused(Operation operation) {
    assertEquals(List.of(), Strictness.ofAddress(operation, Map.of(), this::send));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aQueryThatTheContractDoesNotKnowIsRefused(Operation operation) {
    assertEquals(List.of(), Strictness.ofQuery(operation, Map.of(), this::send));
  }

  private Strictness.Answer send(String method, String address, byte[] body) {
    var answer = anne.asks().urlEncodingEnabled(false).body(body).request(method, address);
    return new Strictness.Answer(
        answer.statusCode(), String.valueOf(answer.contentType()), answer.body().asString());
  }
}
