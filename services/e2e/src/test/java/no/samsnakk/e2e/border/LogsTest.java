package no.samsnakk.e2e.border;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Directory;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.stage.Samsnakk;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What an operator sees: enough to follow one message, and nothing about anybody (R9). */
@Journey
@Order(30)
class LogsTest {
  private static final String CANARY = "kanarifuglen synger om natten";
  private static final List<String> SERVICES =
      List.of("gateway", "rooms", "messaging", "notifications", "audit");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Cast cast;
  private final Samsnakk samsnakk;
  private final Directory directory;

  LogsTest(Cast cast, Samsnakk samsnakk, Directory directory) {
    this.cast = cast;
    this.samsnakk = samsnakk;
    this.directory = directory;
  }

  @Test
  @Order(1)
  void oneTraceLeadsThroughAllServicesForOneMessage() {
    Room room = cast.roomForAll("Et rom å følge");
    cast.kari().opens(room);
    Set<String> before = traces("messaging");

    cast.kari().writes(CANARY);

    await()
        .pollInSameThread()
        .untilAsserted(
            () ->
                assertThat(traces("messaging"))
                    .filteredOn(it -> !before.contains(it))
                    .filteredOn(traces("notifications")::contains)
                    .filteredOn(traces("audit")::contains)
                    .isNotEmpty());
  }

  @Test
  @Order(2)
  void r9NoLogHoldsATextANameOrAnIdentityNumber() {
    Pattern personal = directory.personalMatter();
    Pattern said = Pattern.compile(CANARY + "|akkurat den dagen kan jeg ikke|eyJ[\\w-]{8,}\\.eyJ");
    for (String log : samsnakk.logs()) {
      assertThat(samsnakk.log(log).stream().filter(it -> holds(it, personal) || holds(it, said)))
          .as(log + ".log")
          .isEmpty();
    }
  }

  @Test
  @Order(3)
  void everyServiceWritesJson() {
    for (String service : SERVICES) {
      assertThat(samsnakk.log(service).stream().filter(line -> !line.startsWith("{")))
          .as(service)
          .isEmpty();
    }
  }

  private static boolean holds(String line, Pattern pattern) {
    return pattern.matcher(line).find();
  }

  private Set<String> traces(String service) {
    return samsnakk.log(service).stream().flatMap(LogsTest::trace).collect(Collectors.toSet());
  }

  private static Stream<String> trace(String line) {
    try {
      JsonNode entry = JSON.readTree(line);
      return Stream.of(entry.at("/mdc/traceId"), entry.path("traceId"))
          .map(JsonNode::asText)
          .filter(it -> !it.isBlank());
    } catch (JsonProcessingException notJson) {
      return Stream.empty();
    }
  }
}
