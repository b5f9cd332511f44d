package no.samsnakk.bench.load;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one browser says that is no message of its own: she makes her newest message a question,
 * answers it, and answers somebody else's newest shortly, in turn. Each can be said, whatever the
 * others do, so that none is refused. Lives on the event loop.
 */
final class Amending {
  private static final long NOTHING = 0;

  private final UUID personId;
  private final Set<UUID> texts = new HashSet<>();
  private long own = NOTHING;
  private long others = NOTHING;
  private long asked = NOTHING;
  private long askedAt = NOTHING;
  private @Nullable UUID asking;

  Amending(UUID personId) {
    this.personId = personId;
  }

  /** She has written a message. */
  void wrote(UUID clientId) {
    texts.add(clientId);
  }

  /** What she has said is kept at that place. */
  void accepted(UUID clientId, long seq) {
    if (texts.remove(clientId)) {
      own = seq;
    } else if (clientId.equals(asking)) {
      asking = null;
      askedAt = seq;
    }
  }

  /** She has said what {@link #next} gave. */
  void said(UUID clientId, JsonObject what) {
    if ("OPEN".equals(what.getString("state"))) {
      asking = clientId;
    }
  }

  /** A message of the room has come. */
  void seen(UUID clientId, String kind, long seq, boolean isHers) {
    if (kind.equals("TEXT") && !isHers && !texts.contains(clientId)) {
      others = seq;
    }
  }

  /** Whether there is something to say it of. */
  boolean isPossible() {
    return askedAt != NOTHING || others != NOTHING || mayAsk();
  }

  /** What is said next, as the members of its frame. */
  JsonObject next() {
    if (askedAt != NOTHING) {
      var answer = question(asked, "ANSWERED").put("follows", askedAt);
      askedAt = NOTHING;
      asked = NOTHING;
      return answer;
    }
    if (mayAsk()) {
      asked = own;
      own = NOTHING;
      return question(asked, "OPEN");
    }
    var thanks =
        new JsonObject().put("kind", "ACKNOWLEDGEMENT").put("about", others).put("says", "THANKS");
    others = NOTHING;
    return thanks;
  }

  private boolean mayAsk() {
    return own != NOTHING && asked == NOTHING;
  }

  private JsonObject question(long about, String state) {
    return new JsonObject()
        .put("kind", "QUESTION")
        .put("about", about)
        .put("state", state)
        .put("askedById", personId.toString())
        .put("addresseeId", personId.toString());
  }
}
