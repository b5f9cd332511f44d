package no.samsnakk.messaging.view;

import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.messaging.access.Access;
import no.samsnakk.messaging.delivery.View;

/** What became of the wish to see a room. */
public sealed interface Opening {
  UUID roomId();

  /** The view is in the log; the frame may go out. */
  record Opened(View view, Access access, ServerFrame.Opened frame) implements Opening {
    @Override
    public UUID roomId() {
      return view.roomId();
    }
  }

  /** Nothing is shown. */
  record Refused(UUID roomId, String code) implements Opening {}
}
