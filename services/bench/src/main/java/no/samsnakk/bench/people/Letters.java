package no.samsnakk.bench.people;

import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.Predicate;
import no.samsnakk.bench.history.Note;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What one person has written and not heard of yet. One at a time is on its way, so that they
 * arrive in the order they were written; it goes again under the same id until it is answered (R2).
 */
final class Letters {
  private static final int MOST = 5;
  private static final String TEXT =
      "Hei! Henvisningen er sendt, og vi møtes hos NAV på torsdag klokka ti. Passer det for deg?";

  private final UUID roomId;
  private final Diary diary;
  private final Predicate<JsonObject> say;
  private final Deque<UUID> waiting = new ArrayDeque<>();
  private @Nullable UUID first;
  private int attempts;
  private boolean onItsWay;

  /**
   * @param say hands a frame to the socket; false if there is none
   */
  Letters(UUID roomId, Diary diary, Predicate<JsonObject> say) {
    this.roomId = roomId;
    this.diary = diary;
    this.say = say;
  }

  void write() {
    if (waiting.size() < MOST) {
      waiting.add(Ids.next());
    }
  }

  boolean isEmpty() {
    return first == null && waiting.isEmpty();
  }

  /** The one that is on its way, if it still is the same after a while: then it goes again. */
  @Nullable UUID onItsWay() {
    return onItsWay ? first : null;
  }

  /** Hands over the next one; false if there is none, or no way. */
  boolean flush() {
    if (onItsWay) {
      return false;
    }
    if (first == null) {
      first = waiting.poll();
      attempts = 0;
    }
    if (first == null) {
      return false;
    }
    // Noted before it leaves: the answer may be here before we are back.
    diary.note(new Note.Invoked(roomId, first));
    onItsWay = say.test(frame(first));
    attempts += onItsWay ? 1 : 0;
    return onItsWay;
  }

  /** Nobody knows what became of the one that was on its way. */
  void unanswered() {
    if (onItsWay && first != null) {
      diary.note(new Note.Unknown(first));
    }
    onItsWay = false;
  }

  void accepted(UUID id, long seq) {
    diary.note(new Note.Acknowledged(id, seq));
    if (id.equals(first)) {
      done();
    }
  }

  /** No, for good. Of one that was sent before, an earlier attempt may have been kept. */
  void refused(UUID id) {
    if (id.equals(first)) {
      diary.note(attempts == 1 ? new Note.Refused(id) : new Note.Unknown(id));
      done();
    }
  }

  /** Not now. */
  void refusedForNow(UUID id) {
    if (id.equals(first)) {
      unanswered();
    }
  }

  /** R4: who may no longer read the room sends nothing there either. */
  void forget() {
    unanswered();
    done();
    waiting.clear();
  }

  private void done() {
    first = null;
    onItsWay = false;
  }

  private JsonObject frame(UUID id) {
    return new JsonObject()
        .put("type", "send")
        .put("roomId", roomId.toString())
        .put("clientId", id.toString())
        .put("body", TEXT);
  }
}
