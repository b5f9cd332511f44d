package no.samsnakk.rooms.signin;

import jakarta.validation.constraints.NotBlank;

/** The ID token that a login ended with. */
public record SignInRequest(@NotBlank String idToken) {
  /** Not the token (R9, R10). */
  @Override
  public String toString() {
    return "SignInRequest[***]";
  }
}
