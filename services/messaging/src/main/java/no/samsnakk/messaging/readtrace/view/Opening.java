package no.samsnakk.messaging.readtrace.view;

import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.live.delivery.Subscription;
import no.samsnakk.messaging.reading.access.Access;

/** What became of the wish to see a room. */
public sealed interface Opening {
  UUID roomId();

  /** The view is in the log; the frame may go out. */
  record Opened(Subscription view, Access access, ServerFrame.Opened frame) implements Opening {
    @Override
    public UUID roomId() {
      return view.roomId();
    }
  }

  /** Nothing is shown. */
  record Refused(UUID roomId, RefusalCode code) implements Opening {}
}
