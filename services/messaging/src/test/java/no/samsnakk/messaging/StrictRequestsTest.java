package no.samsnakk.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import no.samsnakk.contracts.openapi.Operation;
import no.samsnakk.contracts.openapi.Strictness;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be asked for, asked for as the contract does not allow it (R11). */
@QuarkusTest
@WithTestResource(World.class)
class StrictRequestsTest extends RoomOfAre {

  static List<Operation> all() {
    return Operation.of("messaging");
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
    var answer = are.asks().urlEncodingEnabled(false).body(body).request(method, address);
    return new Strictness.Answer(
        answer.statusCode(), String.valueOf(answer.contentType()), answer.body().asString());
  }
}
