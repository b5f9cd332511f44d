package no.samsnakk.contracts.entry;

import java.util.List;
import java.util.UUID;

/** What says of an earlier text that it is not to stand as it was sent (decision 85). */
public sealed interface Correction permits EditPayload, RetractionPayload {
  /** The place in the room of the message. */
  long about();

  /**
   * On whose screens the message had been until then, in whatever words, its sender not among them;
   * said by the server alone.
   */
  List<UUID> readBy();

  /**
   * To whom what stood until then is still shown: its sender, those on whose screens it had come
   * since it stood so, and the patient where there is one of those; said by the server alone.
   */
  List<UUID> keptFor();
}
