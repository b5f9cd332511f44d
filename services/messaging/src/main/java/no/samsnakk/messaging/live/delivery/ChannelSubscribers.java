package no.samsnakk.messaging.live.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import no.samsnakk.messaging.wire.connection.EncodedFrame;
import no.samsnakk.messaging.wire.connection.Socket;
import org.jspecify.annotations.Nullable;

/** The subscriptions of one {@link RoomChannel}; guarded by its lock. */
final class ChannelSubscribers {
  private final Runnable delivered;
  private final List<Subscription> subscriptions = new ArrayList<>(2);

  /**
   * @param delivered runs for each entry that was handed to a socket
   */
  ChannelSubscribers(Runnable delivered) {
    this.delivered = delivered;
  }

  boolean isEmpty() {
    return subscriptions.isEmpty();
  }

  boolean has(Socket socket) {
    for (Subscription subscription : subscriptions) {
      if (subscription.socket() == socket) {
        return true;
      }
    }
    return false;
  }

  /** Its opening goes out before anything else does. */
  void add(Subscription subscription, EncodedFrame opening) {
    subscriptions.add(subscription);
    subscription.socket().send(opening);
  }

  /** Nothing goes out through it any more. */
  void remove(Subscription subscription) {
    subscriptions.remove(subscription);
    subscription.end();
  }

  /** Nothing goes out through these any more. */
  void removeIf(Predicate<Subscription> which) {
    for (Subscription subscription : List.copyOf(subscriptions)) {
      if (which.test(subscription)) {
        remove(subscription);
      }
    }
  }

  /** Tells all, or all but one person. */
  void send(EncodedFrame frame, @Nullable UUID exceptPerson) {
    for (Subscription subscription : subscriptions) {
      if (!subscription.personId().equals(exceptPerson)) {
        subscription.socket().send(frame);
      }
    }
  }

  /**
   * Hands an entry to those whose next one it is. Those whose socket is full are passed over.
   *
   * @return false if one lacks what comes before it, or it cannot be shown from here
   */
  boolean hand(CommittedEntry committed) {
    @Nullable EncodedFrame frame = null;
    boolean fits = true;
    for (Subscription subscription : subscriptions) {
      if (!subscription.isReady()) {
        continue;
      }
      if (subscription.sent() + 1 == committed.seq()) {
        frame = frame == null ? committed.frame().get() : frame;
        if (frame == null) {
          return false;
        }
        subscription.sent(committed.seq());
        subscription.socket().send(frame);
        delivered.run();
      } else {
        fits &= committed.seq() <= subscription.sent();
      }
    }
    return fits;
  }

  /** Whether one that could take more has not had everything up to here. */
  boolean isBehind(long lastSeq) {
    return subscriptions.stream()
        .anyMatch(subscription -> subscription.isReady() && subscription.sent() < lastSeq);
  }

  /** The least that one which could take more has had, and not more than {@code most}. */
  long leastSent(long most) {
    return subscriptions.stream()
        .filter(Subscription::isReady)
        .mapToLong(Subscription::sent)
        .reduce(most, Math::min);
  }
}
