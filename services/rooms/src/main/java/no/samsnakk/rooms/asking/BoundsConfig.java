package no.samsnakk.rooms.asking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How much there may be of what somebody asks for. */
@ConfigMapping(prefix = "samsnakk.bounds")
interface BoundsConfig {
  /**
   * Seats in one room that are neither refused nor over, the patient's among them. Never fewer than
   * one proposal asks for: the patient's, the proposer's and twenty.
   */
  @Min(22)
  @WithDefault("50")
  int seatsInRoom();

  /** Proposals of one proposer that have no answer yet, whoever they are for. */
  @Min(1)
  @WithDefault("100")
  int openProposals();
}
