package no.samsnakk.messaging.live.delivery;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import no.samsnakk.contracts.conversation.ServerFrame.RoomPosition;

/** Asks how far a room has come for those who have just been let in, until they are told. */
final class ChannelNewcomers {
  private final UUID roomId;
  private final ChannelContext context;
  private final BiConsumer<UUID, RoomPosition> tells;

  /** For whom the database did not answer. */
  private final Set<UUID> untold = ConcurrentHashMap.newKeySet();

  ChannelNewcomers(UUID roomId, ChannelContext context, BiConsumer<UUID, RoomPosition> tells) {
    this.roomId = roomId;
    this.context = context;
    this.tells = tells;
  }

  /** Somebody may read from now on; who is not connected here hears it in her welcome. */
  void tell(UUID person) {
    if (context.sockets().of(person).isEmpty()) {
      return;
    }
    context
        .position(person, roomId)
        .onSuccess(found -> found.ifPresent(position -> tells.accept(person, position)))
        .onFailure(
            failure -> {
              LOG.lookFailed(failure.getClass().getSimpleName());
              untold.add(person);
            });
  }

  /** The poller comes by. */
  void tellAgain() {
    for (UUID person : untold) {
      if (untold.remove(person)) {
        tell(person);
      }
    }
  }
}
