package no.samsnakk.rooms.block;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.platform.caller.Me;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody has blocked, the last one first.
 *
 * @param takenBack how many blocks he has taken back, ever: where it is another than before, one
 *     that is missing here may have been made and taken back since
 */
public record BlockedPeople(List<BlockedPerson> items, long takenBack) {

  /**
   * One of them.
   *
   * @param title what she is by her organisation's directory; none, if she is nothing there now
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BlockedPerson(
      UUID personId,
      String name,
      @Nullable String title,
      Me.@Nullable Organisation organisation,
      Instant since) {
    /** Not the name (R9). */
    @Override
    public String toString() {
      return "BlockedPerson[" + personId + "]";
    }
  }
}
