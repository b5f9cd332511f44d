package no.samsnakk.messaging.live.delivery;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.vertx.core.AsyncResult;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.conversation.ServerFrame.RoomPosition;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.wire.connection.EncodedFrame;
import no.samsnakk.messaging.wire.connection.Socket;
import org.jspecify.annotations.Nullable;

/**
 * One room as far as this instance's sockets are concerned: who may read it, as far as is known
 * here, and how far each subscription has come.
 *
 * <pre>
 *   committed here ─┐             next in order,
 *   heard by Kafka ─┼──▶ entry ──▶ epoch known? ──yes──▶ every subscription ──▶ its socket
 *   asked for (1 s) ┘                 │no                   ▲
 *                                     ▼                     │
 *                          look: access, last seq and messages, from the database
 *                          at one moment ─▶ end the subscriptions of those who may no longer read
 * </pre>
 *
 * <p>What is committed is only a hint (R3). Whatever does not fit, a gap in seq or an epoch that is
 * newer than what is known (R4), makes the room look at the truth, and only one look is under way
 * at a time. A subscription takes a message only if it is the next one, so that each socket hears a
 * room in order, without gaps and without doubles, whoever tells it and however often.
 *
 * <p>A subscription whose socket is full is passed over: its messages wait in the database, where
 * they cost nothing, until the socket has caught up. A slow reader holds up nobody and fills no
 * memory.
 *
 * <p>All state is guarded by this object's lock, and so are the writes to the sockets: frames of
 * one room leave in the order in which they were decided. Nothing waits inside the lock.
 */
final class RoomChannel {
  /** After this no message comes. */
  private static final long NOTHING = Long.MAX_VALUE - 1;

  private final UUID roomId;
  private final ChannelContext context;
  private final ChannelSubscribers subscribers;
  private final ChannelNewcomers newcomers;
  private final ChannelAnnouncements announcements;

  private Access access = Access.NONE;
  private long lastSeq;
  private boolean looking;
  private boolean lookAgain;

  /** Its key was destroyed: whoever may still read finds nothing here. */
  private boolean erased;

  RoomChannel(UUID roomId, ChannelContext context) {
    this.roomId = roomId;
    this.context = context;
    this.subscribers = new ChannelSubscribers(context::delivered);
    this.newcomers = new ChannelNewcomers(roomId, context, this::tellPosition);
    this.announcements = new ChannelAnnouncements(roomId, context, subscribers, newcomers);
  }

  /** A message is said to be committed. */
  synchronized void hear(CommittedEntry committed) {
    lastSeq = Math.max(lastSeq, committed.seq());
    if (!hand(committed) || lastSeq > announcements.upTo() + 1) {
      look();
    } else {
      announcements.tell(committed, access.readers());
    }
  }

  /**
   * The database says how far the room has come and how many may read it; whoever differs looks.
   * Epoch -1: nobody's room.
   */
  synchronized void compare(long epoch, long readers, long seq) {
    lastSeq = Math.max(lastSeq, seq);
    if (access.isOlderThan(epoch, readers) || behind() || lastSeq > announcements.upTo()) {
      look();
    }
    newcomers.tellAgain();
  }

  /** Something may have changed: look. */
  synchronized void look() {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    lookAgain = false;
    long basis = access.epoch();
    // A room that is new here has been announced as far as it has come: nothing of it is missing.
    long after = access == Access.NONE ? NOTHING : subscribers.leastSent(announcements.upTo());
    context.look(roomId, after).onComplete(looked -> looked(basis, looked));
  }

  private synchronized void looked(long basis, AsyncResult<Snapshot> looked) {
    looking = false;
    if (looked.failed()) {
      // The next hint or the poller asks again; until then nothing doubtful goes out.
      LOG.lookFailed(looked.cause().getClass().getSimpleName());
      return;
    }
    var snapshot = looked.result();
    lastSeq = Math.max(lastSeq, snapshot.lastSeq());
    if (access == Access.NONE) {
      announcements.begin(lastSeq);
    }
    var read = snapshot.access();
    // Nobody's room has no epoch: believed only if nothing newer has been read meanwhile.
    if (read == null ? basis == access.epoch() : access.isOlderThan(read)) {
      change(read == null ? access.withdrawn() : read);
    }
    long told = announcements.upTo();
    boolean came = false;
    for (CommittedEntry committed : snapshot.messages()) {
      came |= hand(committed);
      announcements.tell(committed, access.readers());
    }
    boolean isFurther = announcements.upTo() > told && announcements.upTo() < lastSeq;
    if (lookAgain || isFurther || (came && behind())) {
      look();
    } else {
      announcements.tellRest(lastSeq, access.readers());
    }
  }

  /** Takes over what a person has just read of who may do what, if it is newer. */
  private void adopt(Access read) {
    if (access == Access.NONE) {
      access = read;
      announcements.begin(lastSeq);
    } else if (read.epoch() > access.epoch()) {
      change(read);
    }
  }

  private void change(Access next) {
    var before = access;
    access = next;
    tellOfChange(before, next);
  }

  private void tellOfChange(Access before, Access next) {
    // Who is asked about, or was declined, is told nothing of what goes on in the room.
    Set<UUID> concerned = new HashSet<>(before.readers());
    concerned.addAll(next.readers());
    subscribers.removeIf(subscription -> !next.mayRead(subscription.personId()));
    var changed = EncodedFrame.of(new ServerFrame.AccessChanged(roomId, next.epoch()));
    for (UUID person : concerned) {
      if (next.mayRead(person)) {
        // A right that a block has taken is told to the others with the epoch that its visit raises
        // (R9).
        if (next.epoch() > before.epoch()) {
          tell(person, changed);
        }
      } else {
        // Also where another page of the room is open than the conversation.
        tell(person, EncodedFrame.of(new ServerFrame.Closed(roomId, next.endOf(person).code())));
        context.seatLost(person);
      }
    }
    next.readers().stream().filter(it -> !before.mayRead(it)).forEach(newcomers::tell);
  }

  private void tell(UUID person, EncodedFrame frame) {
    context.sockets().of(person).forEach(socket -> socket.send(frame));
  }

  /** To one who came in after her socket had told her of her rooms, or comes back. */
  synchronized void tellPosition(UUID person, RoomPosition position) {
    if (access.mayRead(person)) {
      tell(person, EncodedFrame.of(new ServerFrame.Position(position)));
    }
  }

  /**
   * A person who could read the room has come to this instance, and was told of it: what has
   * changed since she is told here.
   *
   * @param read the access and how far the room had come, as she was told
   */
  synchronized void arrive(Socket socket, Access read, long seq) {
    catchUp(read, seq);
    UUID person = socket.personId();
    if (!access.mayRead(person)) {
      socket.send(new ServerFrame.Closed(roomId, access.endOf(person).code()));
    } else if (announcements.upTo() > seq) {
      newcomers.tell(person);
    }
  }

  /**
   * Lets a subscription begin: sends its opening and everything that was committed since.
   *
   * @param read the access that the opening was read under
   * @return whether it has begun; if not, the person may not read any more, and has been told why
   */
  synchronized boolean join(Subscription subscription, Access read, EncodedFrame opening) {
    catchUp(read, subscription.sent());
    UUID person = subscription.personId();
    if (erased || !access.mayRead(person)) {
      var end = erased ? RefusalCode.ROOM_ERASED : access.endOf(person);
      subscription.socket().send(new ServerFrame.Closed(roomId, end.code()));
      // Its opening did not go out, and she has seen nothing of it (R6).
      subscription.sent(subscription.fromSeq() - 1);
      return false;
    }
    subscribers.add(subscription, opening);
    if (behind()) {
      look();
    }
    return true;
  }

  private void catchUp(Access read, long seq) {
    lastSeq = Math.max(lastSeq, seq);
    adopt(read);
  }

  /**
   * Its key was destroyed: there is nothing left to look at. Told once, however often it is heard.
   */
  synchronized void erase() {
    if (erased) {
      return;
    }
    erased = true;
    var closed = EncodedFrame.of(new ServerFrame.Closed(roomId, RefusalCode.ROOM_ERASED.code()));
    subscribers.removeIf(all -> true);
    access.readers().forEach(person -> tell(person, closed));
  }

  /** Ends a subscription: nothing goes out through it any more. */
  synchronized void remove(Subscription subscription) {
    subscribers.remove(subscription);
  }

  /** Tells everybody who is looking, or everybody but one person. */
  synchronized void tell(ServerFrame frame, @Nullable UUID exceptPerson) {
    if (!subscribers.isEmpty()) {
      subscribers.send(EncodedFrame.of(frame), exceptPerson);
    }
  }

  /** Somebody has read: told to those who look, and to her own other windows and devices. */
  synchronized void read(MessagesRead read) {
    var frame =
        EncodedFrame.of(
            new ServerFrame.Marked(
                read.roomId(), read.personId(), read.first(), read.seq(), read.at()));
    subscribers.send(frame, null);
    context.sockets().of(read.personId()).stream()
        .filter(socket -> access.mayRead(read.personId()) && !subscribers.has(socket))
        .forEach(socket -> socket.send(frame));
  }

  /** False if a subscriber lacks what comes before it, or it cannot or must not go out yet. */
  private boolean hand(CommittedEntry committed) {
    if (committed.accessEpoch() > access.epoch() || !context.mayDeliver()) {
      return false;
    }
    return subscribers.hand(committed);
  }

  private boolean behind() {
    return subscribers.isBehind(lastSeq);
  }

  synchronized boolean hasSubscribers() {
    return !subscribers.isEmpty();
  }

  synchronized boolean mayRead(UUID personId) {
    return access.mayRead(personId);
  }

  synchronized boolean mayWrite(UUID personId) {
    return access.mayWrite(personId);
  }

  /** Whether nobody on this instance has to do with it. */
  synchronized boolean isIdle() {
    return subscribers.isEmpty()
        && !looking
        && access.rights().keySet().stream()
            .allMatch(person -> context.sockets().of(person).isEmpty());
  }
}
