package no.samsnakk.rooms.search;

import jakarta.validation.constraints.NotNull;
import no.samsnakk.platform.request.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody looks for: words of a name, a title or an organisation. */
public record SearchRequest(
    @NotNull @Line(min = 2, max = 100) @Schema(minLength = 2, maxLength = 100) String query) {
  /** Not what was typed: it is a name (R9). */
  @Override
  public String toString() {
    return "SearchRequest[***]";
  }
}
