package no.samsnakk.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.samsnakk.local.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No service has a Kafka client that would connect in another way than the operator said. */
class EveryClientTest {
  private static final Pattern MADE =
      Pattern.compile("new Kafka(Producer|Consumer)\\b|\\bAdmin(Client)?\\.create\\(");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contracts",
        "platform",
        "keys",
        "rooms",
        "messaging",
        "notifications",
        "audit",
        "gateway"
      })
  void is_made_in_one_place(String module) {
    assertThat(sources(module).filter(EveryClientTest::makesOne))
        .allMatch(file -> file.endsWith("platform/kafka/KafkaClients.java"));
  }

  @Test
  void and_is_found_there() {
    assertThat(sources("platform").filter(EveryClientTest::makesOne)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "notifications"})
  void a_channel_has_no_connection_of_its_own(String service) throws IOException {
    var properties = root().resolve(service + "/src/main/resources/application.properties");

    assertThat(Files.readAllLines(properties))
        .filteredOn(line -> line.startsWith("mp.messaging"))
        .isNotEmpty()
        .noneMatch(line -> line.contains("bootstrap") || line.contains("security"));
  }

  private static boolean makesOne(Path file) {
    try {
      return MADE.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> sources(String module) {
    try (var files = Files.walk(root().resolve(module + "/src/main/java"))) {
      return List.copyOf(files.filter(Files::isRegularFile).toList()).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    return Home.find().root().resolve("services");
  }
}
