package no.samsnakk.bench.people;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.samsnakk.bench.history.Note;

/** A room as one person has it before her: built from openings, live messages and resumes (R3). */
final class Screen {
  private final int viewer;
  private final UUID roomId;
  private final Diary diary;
  private final SortedMap<Long, UUID> built = new TreeMap<>();
  private boolean begun;

  Screen(int viewer, UUID roomId, Diary diary) {
    this.viewer = viewer;
    this.roomId = roomId;
    this.diary = diary;
  }

  /** Whether there is something to go on with. */
  boolean hasBegun() {
    return begun;
  }

  /** The last message that she has. */
  long last() {
    return built.isEmpty() ? 0 : built.lastKey();
  }

  /** The view has begun, or goes on. */
  void opened(JsonObject frame) {
    if (frame.getBoolean("more")) {
      // More than an opening holds: the rest would be history's. She begins again from these.
      forget();
    }
    begun = true;
    frame.getJsonArray("messages").stream().map(JsonObject.class::cast).forEach(this::add);
  }

  /** A message, live; false if it is not the next one, and so has to be asked for. */
  boolean heard(JsonObject message) {
    if (!begun || message.getLong("seq") > last() + 1) {
      return false;
    }
    add(message);
    return true;
  }

  /** R4: what is on it goes. */
  void forget() {
    begun = false;
    built.clear();
    diary.note(new Note.Forgotten(viewer, roomId));
  }

  SortedMap<Long, UUID> built() {
    return new TreeMap<>(built);
  }

  private void add(JsonObject message) {
    diary.note(
        new Note.Seen(
            viewer,
            roomId,
            message.getLong("seq"),
            UUID.fromString(message.getString("clientId")),
            message.getLong("accessEpoch")));
    built.put(message.getLong("seq"), fingerprint(message));
  }

  /** Tells messages apart, by everything that is in them. */
  static UUID fingerprint(JsonObject message) {
    return UUID.nameUUIDFromBytes(message.encode().getBytes(StandardCharsets.UTF_8));
  }
}
