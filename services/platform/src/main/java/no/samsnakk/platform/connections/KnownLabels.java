package no.samsnakk.platform.connections;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.samsnakk.contracts.Json;
import no.samsnakk.platform.settings.ServiceName;

/**
 * The last look at what requests are counted as: a path or a method that nobody has listed is
 * counted as none (R9). Known are the paths that the service's API description names, the names of
 * {@link MeasuredRoute} and Quarkus' own words; so whatever is sent, there are no more time series
 * than these make, and Micrometer's bound on them is never reached.
 */
@Singleton
class KnownLabels implements MeterFilter {
  private static final String PATH = "uri";
  private static final String METHOD = "method";
  private static final Set<String> QUARKUS_WORDS =
      Set.of("root", "NOT_FOUND", "REDIRECTION", "UNKNOWN", "/cors-preflight");

  private final Set<String> paths = new HashSet<>(QUARKUS_WORDS);

  KnownLabels(@ServiceName String service) {
    described(service).fieldNames().forEachRemaining(paths::add);
  }

  private static JsonNode described(String service) {
    try (var description = Json.class.getResourceAsStream("/openapi/" + service + ".json")) {
      return description == null
          ? Json.MAPPER.createObjectNode()
          : Json.MAPPER.readTree(description).path("paths");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    if (!id.getName().startsWith("http.server.")) {
      return id;
    }
    List<Tag> known = id.getTags().stream().map(this::known).toList();
    return known.equals(id.getTags()) ? id : id.replaceTags(known);
  }

  private Tag known(Tag tag) {
    var value = tag.getValue();
    return switch (tag.getKey()) {
      case PATH ->
          paths.contains(value) || MeasuredRoute.isName(value)
              ? tag
              : Tag.of(PATH, MeasuredRoute.NONE.name());
      case METHOD ->
          ReadableRequests.isKnown(value) ? tag : Tag.of(METHOD, ReadableRequests.OTHER.name());
      default -> tag;
    };
  }
}
