package no.samsnakk.rooms;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import no.samsnakk.contracts.openapi.Operation;
import no.samsnakk.contracts.openapi.Strictness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be asked for, asked for as the contract does not allow it (R11). */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class StrictRequestsTest {
  private static final Map<String, Object> SAMPLES =
      Map.of(
          "/patient/email",
          "are@example.no",
          "/patient/identityNumber",
          "17868410183",
          "/email",
          "kari@example.no",
          "/language",
          "nb");

  private String token;

  @BeforeEach
  void karisSignedIn() {
    token = Actor.kari().accessToken();
  }

  static List<Operation> all() {
    return Operation.of("rooms");
  }

  static List<Operation> withBody() {
    return Operation.withBody("rooms");
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
    var answer =
        given()
            .auth()
            .oauth2(token)
            .contentType(ContentType.JSON)
            .header("X-Internal-Key", Servers.INTERNAL_KEY)
            .urlEncodingEnabled(false)
            .body(body)
            .request(method, address);
    return new Strictness.Answer(
        answer.statusCode(), String.valueOf(answer.contentType()), answer.body().asString());
  }
}
