package no.samsnakk.rooms.consent;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samsnakk.contracts.Json;

/** The consent texts. Each version is a file that is never changed once somebody has answered. */
@Startup
@ApplicationScoped
public class ConsentTexts {
  /** The one that patients are asked with today. */
  public static final String CURRENT = "2026-11-27";

  /** Those that somebody may have answered to. */
  private static final List<String> VERSIONS = List.of("2026-11", CURRENT);

  private final Map<String, ConsentText> texts;

  ConsentTexts() {
    texts =
        VERSIONS.stream()
            .map(ConsentTexts::read)
            .collect(Collectors.toUnmodifiableMap(ConsentText::version, Function.identity()));
  }

  ConsentText current() {
    return of(CURRENT);
  }

  /** One that patients were asked with once. */
  ConsentText of(String version) {
    var text = texts.get(version);
    if (text == null) {
      throw new IllegalStateException("no consent text " + version);
    }
    return text;
  }

  private static ConsentText read(String version) {
    try (var file = ConsentTexts.class.getResourceAsStream("/consent-texts/" + version + ".json")) {
      if (file == null) {
        throw new IllegalStateException("no consent text " + version);
      }
      return Json.MAPPER.readValue(file, ConsentText.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
