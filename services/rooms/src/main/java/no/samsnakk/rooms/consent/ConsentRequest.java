package no.samsnakk.rooms.consent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The patient's answer, and the version of the text he has read. */
public record ConsentRequest(
    @NotBlank @Size(max = 20) String textVersion, @NotNull Decision decision) {

  /** Yes or no. */
  public enum Decision {
    GIVEN,
    DECLINED
  }
}
