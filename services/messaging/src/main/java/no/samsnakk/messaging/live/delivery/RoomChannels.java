package no.samsnakk.messaging.live.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.event.MarkEvent;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.MessagesReceived;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import no.samsnakk.messaging.wire.connection.EncodedFrame;
import no.samsnakk.messaging.wire.connection.Socket;
import no.samsnakk.messaging.wire.connection.Sockets;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that somebody connected to this instance has to do with. Live delivery for all of them;
 * how it works for one stands in {@link RoomChannel}.
 */
@ApplicationScoped
public class RoomChannels {
  /** So many that Kafka has told of one before it is forgotten; who forgets tells it twice. */
  private static final int REMEMBERED = 20_000;

  private final Map<UUID, RoomChannel> rooms = new ConcurrentHashMap<>();

  /** The ids of what this instance has told itself. */
  private final Cache<UUID, Boolean> told =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(Duration.ofMinutes(1)).build();

  private final ChannelContext context;
  private final Sockets sockets;
  private final RoomKeys keys;

  RoomChannels(ChannelContext context, Sockets sockets, RoomKeys keys) {
    this.context = context;
    this.sockets = sockets;
    this.keys = keys;
  }

  /** Committed by this instance. */
  public void committed(Entry entry) {
    with(
        entry.envelope().roomId(),
        room ->
            room.hear(
                new CommittedEntry(
                    entry.envelope(), () -> EncodedFrame.of(new ServerFrame.EntryFrame(entry)))));
    told.put(entry.envelope().entryId(), true);
  }

  /** Whether this instance has committed this entry itself, and told it, a moment ago. */
  public boolean hasTold(UUID entryId) {
    return told.getIfPresent(entryId) != null;
  }

  /** Committed by any instance, told by Kafka, perhaps not for the first time. */
  public void committed(EntryCommitted event) {
    with(
        event.envelope().roomId(),
        room -> {
          var entry = SealedEntry.of(event);
          room.hear(Snapshots.committed(entry, keys.cached(entry.roomId(), entry.ciphertext())));
        });
  }

  /** Whether anybody here has to do with this room. */
  public boolean knows(UUID roomId) {
    return rooms.containsKey(roomId);
  }

  /** Somebody's access has changed (R4), told by Kafka. */
  public void changed(RoomChanged event) {
    boolean concerns =
        event.seats().stream()
            .anyMatch(seat -> seat.mayRead() && !sockets.of(seat.personId()).isEmpty());
    if (concerns) {
      at(
          event.roomId(),
          room -> {
            room.look();
            return room;
          });
    } else {
      with(event.roomId(), RoomChannel::look);
    }
    tellOutsiders(event);
  }

  /** The patient and the proposer see a room before they may read in it. */
  private void tellOutsiders(RoomChanged event) {
    var frame = EncodedFrame.of(new ServerFrame.AccessChanged(event.roomId(), event.accessEpoch()));
    Outsiders.of(event).forEach(person -> sockets.of(person).forEach(socket -> socket.send(frame)));
  }

  /** What was written in the room was erased; a repeat does no harm. */
  void erased(UUID roomId) {
    with(roomId, RoomChannel::erase);
  }

  /** Somebody has read or got messages, told by this instance or by Kafka; a repeat is harmless. */
  public void marked(MarkEvent mark) {
    with(
        mark.roomId(),
        room -> {
          switch (mark) {
            case MessagesRead read -> room.read(read);
            case MessagesReceived received ->
                room.tell(
                    new ServerFrame.Received(
                        received.roomId(),
                        received.personId(),
                        received.fromSeq(),
                        received.seq(),
                        received.at()),
                    null);
          }
        });
  }

  /**
   * Somebody is writing. Told to those who look; only from one who may write.
   *
   * @return whether she may, as far as is known here
   */
  public boolean typing(UUID roomId, UUID personId) {
    var room = rooms.get(roomId);
    if (room == null || !room.mayWrite(personId)) {
      return false;
    }
    room.tell(new ServerFrame.SomeoneTyping(roomId, personId), personId);
    return true;
  }

  /** See {@link RoomChannel#arrive}. */
  public void arrive(Socket socket, UUID roomId, Access access, long seq) {
    at(
        roomId,
        room -> {
          room.arrive(socket, access, seq);
          return room;
        });
  }

  /** See {@link RoomChannel#join}. */
  public boolean join(Subscription subscription, Access access, EncodedFrame opening) {
    return at(subscription.roomId(), room -> room.join(subscription, access, opening));
  }

  /** The subscription's socket has caught up: it gets what has waited for it. */
  public void goOn(Subscription subscription) {
    with(subscription.roomId(), RoomChannel::look);
  }

  /**
   * Ends a subscription: nothing goes out through it any more. It may never have come to its room.
   */
  public void leave(Subscription subscription) {
    with(subscription.roomId(), room -> room.remove(subscription));
    subscription.end();
  }

  /** Whether she may read one of them, as far as is known here. */
  boolean anyHasReader(UUID personId) {
    return rooms.values().stream().anyMatch(room -> room.mayRead(personId));
  }

  Map<UUID, RoomChannel> byId() {
    return rooms;
  }

  private void with(UUID roomId, Consumer<RoomChannel> act) {
    var room = rooms.get(roomId);
    if (room != null) {
      act.accept(room);
    }
  }

  /** Inside compute, so that a room is not forgotten while somebody enters it. */
  private <T> T at(UUID roomId, Function<RoomChannel, T> act) {
    var result = new AtomicReference<@Nullable T>();
    rooms.compute(
        roomId,
        (id, known) -> {
          var room = known == null ? new RoomChannel(id, context) : known;
          result.set(act.apply(room));
          return room;
        });
    return Objects.requireNonNull(result.get());
  }

  /** Forgets the rooms that nobody here has to do with any more. */
  void forgetIdle() {
    for (UUID roomId : rooms.keySet()) {
      rooms.computeIfPresent(roomId, (id, room) -> room.isIdle() ? null : room);
    }
  }
}
