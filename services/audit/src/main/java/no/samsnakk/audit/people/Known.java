package no.samsnakk.audit.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person as the projection knows her.
 *
 * @param roles what she is and was, what she is now first
 */
public record Known(UUID personId, String name, List<Role> roles) {

  /** What she is, or was, to an organisation. */
  public record Role(String title, Organisation organisation) {}

  /** An organisation by id and name. */
  @Schema(requiredProperties = {"organisationId", "name"})
  public record Organisation(UUID organisationId, String name) {}

  /** Her role in this organisation. */
  public Optional<Role> roleIn(UUID organisationId) {
    return roles.stream()
        .filter(role -> role.organisation().organisationId().equals(organisationId))
        .findFirst();
  }

  /** Her role, if she has only ever belonged to one organisation. */
  public Optional<Role> onlyRole() {
    var organisations =
        roles.stream()
            .map(role -> role.organisation().organisationId())
            .collect(Collectors.toSet());
    return organisations.size() == 1 ? Optional.of(roles.getFirst()) : Optional.empty();
  }

  /** Not the name (R9). */
  @Override
  public String toString() {
    return "Known[personId=" + personId + "]";
  }
}
