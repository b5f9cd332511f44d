package no.samsnakk.contracts.entry;

import java.util.List;
import java.util.UUID;

/** What says of an earlier text that it is not to stand as it was sent (decision 85). */
public sealed interface Correction permits EditPayload, RetractionPayload {
  /** The place in the room of the message. */
  long about();

  /**
   * On whose screens the message had been as it stood until then, for all that is known, its sender
   * not among them; said by the server alone.
   */
  List<UUID> readBy();

  /**
   * To whom what stood until then is still shown: its sender, those by whom it had been read, and
   * the patient where there is one of those; said by the server alone.
   */
  List<UUID> keptFor();
}
