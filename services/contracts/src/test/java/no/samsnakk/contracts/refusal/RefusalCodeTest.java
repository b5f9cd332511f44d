package no.samsnakk.contracts.refusal;

import static no.samsnakk.contracts.ContractFiles.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import no.samsnakk.contracts.Sources;
import org.junit.jupiter.api.Test;

/** R11: the list is the source of the Java type, as it is of the web's. */
class RefusalCodeTest {

  @Test
  void R11_theTypeIsWhatTheListSays() throws IOException {
    if (Boolean.getBoolean("samsnakk.generate")) {
      RefusalCodeSource.generate();
    }

    assertEquals(RefusalCodeSource.write(), Files.readString(RefusalCodeSource.FILE));
  }

  @Test
  void R11_eachConstantSaysItsCodeAndItsStatus() {
    assertEquals(
        json("refusal-codes.json")
            .valueStream()
            .filter(entry -> entry.has("status"))
            .map(entry -> entry.path("code").asText() + " " + entry.path("status").asInt())
            .toList(),
        Stream.of(RefusalCode.values())
            .filter(RefusalCodeTest::isAnswered)
            .map(code -> code.code() + " " + code.status())
            .toList());
  }

  @Test
  void whatOnlyFramesCarryHasNoStatus() {
    assertThrows(IllegalStateException.class, RefusalCode.MESSAGE_EMPTY::status);
  }

  /**
   * The load generator is a client: it knows the codes as clients do, as texts. A code of a single
   * word is a word like others.
   */
  @Test
  void R11_noServiceWritesACodeAsAText() {
    var quoted =
        Stream.of(RefusalCode.values())
            .map(RefusalCode::code)
            .filter(code -> code.contains("-"))
            .map(code -> '"' + code + '"')
            .toList();
    var sources =
        Sources.all().stream()
            .filter(it -> !it.isIn("bench") && !it.className().equals("RefusalCode"))
            .toList();

    assertTrue(sources.size() > 300, "too few sources: " + sources.size());
    assertEquals(
        List.of(),
        sources.stream()
            .filter(source -> quoted.stream().anyMatch(source.text()::contains))
            .map(Sources.Source::path)
            .toList());
  }

  private static boolean isAnswered(RefusalCode code) {
    try {
      return code.status() > 0;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
