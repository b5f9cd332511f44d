package no.samsnakk.rooms.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import no.samsnakk.platform.request.Line;
import no.samsnakk.rooms.person.EmailAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A room as somebody proposes it.
 *
 * @param asRoleId the proposer's own role, by which he is to sit in it
 * @param invitedRoleIds whom he wants in it besides himself
 */
public record ProposalRequest(
    @NotNull UUID asRoleId,
    @NotNull @Valid Patient patient,
    @NotNull @Line(max = 200) @Schema(maxLength = 200) String purpose,
    @NotNull @Size(max = 20) List<@NotNull UUID> invitedRoleIds) {
  /**
   * Whom the room is for. What is typed here belongs to this proposal and never to the person: the
   * name is shown in this room until he has consented, and the address gets one letter about it.
   */
  public record Patient(
      @NotBlank @Size(max = 40) String identityNumber,
      @NotNull @Line(max = 120) @Schema(maxLength = 120) String name,
      @Nullable @Pattern(regexp = EmailAddress.RULE) @Size(max = EmailAddress.LONGEST)
          String email) {
    /** Nothing of it (R9). */
    @Override
    public String toString() {
      return "Patient[***]";
    }
  }

  /** Nothing that was typed (R9). */
  @Override
  public String toString() {
    return "ProposalRequest[***]";
  }
}
