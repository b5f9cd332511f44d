package no.samsnakk.rooms.consent;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import no.samsnakk.contracts.Json;

/** The consent texts. Each version is a file that is never changed once somebody has answered. */
@Startup
@ApplicationScoped
public class ConsentTexts {
  /** The one that patients are asked with today. */
  public static final String CURRENT = "2026-11-27";

  private final ConsentText current;

  ConsentTexts() {
    current = read(CURRENT);
  }

  ConsentText current() {
    return current;
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
