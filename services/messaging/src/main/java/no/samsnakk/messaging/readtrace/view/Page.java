package no.samsnakk.messaging.readtrace.view;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.conversation.Mark;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.access.Right;

/**
 * What one person is about to see of one room, read at one moment.
 *
 * @param right hers; she may read
 * @param lastSeq how far the room had come
 * @param more whether there are messages between what she had and the first of these
 * @param read by whom, and which; {@code received} likewise
 * @param mine what of it is hers
 */
record Page(
    UUID roomId,
    Access access,
    Right right,
    long lastSeq,
    List<Entry> messages,
    boolean more,
    List<Mark> read,
    List<Mark> received,
    OwnEntries mine) {

  /** The same with no more than so many bytes of text, the newest first to stay. */
  Page within(long bytes) {
    long left = bytes;
    int first = messages.size();
    while (first > 0 && left > 0) {
      left -= bytes(messages.get(first - 1));
      if (left > 0) {
        first--;
      }
    }
    return first == 0
        ? this
        : new Page(
            roomId,
            access,
            right,
            lastSeq,
            new ArrayList<>(messages.subList(first, messages.size())),
            true,
            read,
            received,
            mine);
  }

  private static long bytes(Entry entry) {
    var payload = entry.payload();
    return payload == null ? 0 : payload.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  /** The first message of the view, or the one that will be. */
  long fromSeq() {
    return messages.isEmpty() ? lastSeq + 1 : messages.getFirst().envelope().seq();
  }
}
