package no.samsnakk.contracts.entry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a room, as the people in it see it. In JSON the payload's members stand beside the
 * envelope's, so that {@code kind} tells which there are.
 *
 * @param payload what it says, of its kind and format, also of one that this version does not know;
 *     none where what is stored does not open: the entry keeps its place and its sender
 */
@JsonSerialize(using = EntryJson.Writer.class)
@JsonDeserialize(using = EntryJson.Reader.class)
public record Entry(Envelope envelope, @Nullable ObjectNode payload) {

  /** Its place in the room. */
  public long seq() {
    return envelope.seq();
  }

  /** Never the payload (R9). */
  @Override
  public String toString() {
    return "Entry[roomId=" + envelope.roomId() + ", seq=" + envelope.seq() + "]";
  }
}
