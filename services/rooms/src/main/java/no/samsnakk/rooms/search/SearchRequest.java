package no.samsnakk.rooms.search;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What somebody looks for: words of a name, a title or an organisation. */
public record SearchRequest(
    @NotBlank @Size(min = 2, max = 100) @Pattern(regexp = "\\s*\\S.*\\S\\s*") String query) {
  /** Not what was typed: it is a name (R9). */
  @Override
  public String toString() {
    return "SearchRequest[***]";
  }
}
