package no.samsnakk.messaging.wire.socket;

import java.util.UUID;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.refusal.RefusalCode;

/** What a text from a client turned out to be. */
sealed interface Incoming {
  record Frame(ClientFrame frame) implements Incoming {}

  /** No frame; the socket survives it. */
  record Unusable(RefusalCode code) implements Incoming {}

  /** A message whose own id is none, so that it could not be repeated safely. */
  record WithoutId(UUID roomId) implements Incoming {}
}
