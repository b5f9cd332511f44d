package no.samsnakk.rooms.seat;

import jakarta.validation.constraints.NotNull;

/** The patient's answer about one seat. */
public record ApprovalRequest(@NotNull Decision decision) {

  /** Yes or no. */
  public enum Decision {
    APPROVED,
    DECLINED
  }
}
