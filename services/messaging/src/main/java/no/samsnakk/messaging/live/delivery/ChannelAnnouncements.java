package no.samsnakk.messaging.live.delivery;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.messaging.wire.connection.EncodedFrame;
import no.samsnakk.messaging.wire.connection.Socket;

/**
 * Tells those who may read a room but do not look at it that there is something new, without
 * content. Each entry is told of in its turn, so that to nobody counts as new what she wrote
 * herself or what is no row. Guarded by the lock of its {@link RoomChannel}.
 */
final class ChannelAnnouncements {
  private final UUID roomId;
  private final ChannelContext context;
  private final ChannelSubscribers subscribers;
  private final ChannelNewcomers newcomers;
  private long upTo;

  ChannelAnnouncements(
      UUID roomId,
      ChannelContext context,
      ChannelSubscribers subscribers,
      ChannelNewcomers newcomers) {
    this.roomId = roomId;
    this.context = context;
    this.subscribers = subscribers;
    this.newcomers = newcomers;
  }

  /** The last entry that has been told of. */
  long upTo() {
    return upTo;
  }

  /** A room that is new here: who comes to it is told how far it has come. */
  void begin(long lastSeq) {
    upTo = lastSeq;
  }

  /** Tells of an entry if it is the next one. */
  void tell(CommittedEntry next, Set<UUID> readers) {
    if (next.seq() != upTo + 1) {
      return;
    }
    upTo = next.seq();
    for (UUID person : readers) {
      var elsewhere = elsewhere(person);
      if (!elsewhere.isEmpty()) {
        var frame = EncodedFrame.of(next.activity(person));
        elsewhere.forEach(socket -> socket.send(frame));
      }
    }
  }

  /** Whatever there is up to here cannot be told of one by one: each hears what is new to her. */
  void tellRest(long lastSeq, Set<UUID> readers) {
    if (lastSeq > upTo) {
      upTo = lastSeq;
      readers.stream().filter(person -> !elsewhere(person).isEmpty()).forEach(newcomers::tell);
    }
  }

  private List<Socket> elsewhere(UUID person) {
    return context.sockets().of(person).stream().filter(it -> !subscribers.has(it)).toList();
  }
}
