package no.samsnakk.contracts.entry;

import static java.util.Objects.requireNonNull;

/**
 * Whether somebody agrees to what is proposed: kind {@code AGREEMENT_RESPONSE}, format 1. Of each
 * person the newest that follows the words that stand counts.
 *
 * @param about the place in the room of the entry with which the agreement began
 * @param response what she says of it
 * @param follows the place of the entry with these words, which the person has seen
 */
public record AgreementResponsePayload(long about, Response response, long follows) {
  /** The name of its kind. */
  public static final String KIND = "AGREEMENT_RESPONSE";

  public AgreementResponsePayload {
    requireNonNull(response);
  }

  /** What somebody says of an agreement that concerns her. */
  public enum Response {
    ACCEPTED,
    OBJECTED
  }

  /** Never what it says (R9). */
  @Override
  public String toString() {
    return "AgreementResponsePayload[]";
  }
}
