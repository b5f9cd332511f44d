package no.samsnakk.rooms.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import no.samsnakk.rooms.room.IfYes;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.Seat;
import org.jspecify.annotations.Nullable;

/**
 * The patient's answer, and the version of the text he has read.
 *
 * @param language in which he has read it; an older browser does not say
 * @param shown what else stood on the page that he answered; an older browser does not say, and
 *     cannot say yes
 */
public record ConsentRequest(
    @NotBlank @Size(max = 20) String textVersion,
    @NotNull Decision decision,
    @Nullable @Pattern(regexp = "nb|nn|en") String language,
    @Nullable @Valid Shown shown) {

  /** Yes or no. */
  public enum Decision {
    GIVEN,
    DECLINED
  }

  /**
   * The room as it was on the page.
   *
   * @param accessEpoch of the room that was shown
   * @param joins the seats of those named as coming with a yes
   * @param asked the seats of those named as asked about after it
   */
  public record Shown(
      @NotNull @Min(0) Long accessEpoch,
      @NotNull @Size(max = 100) List<@NotNull UUID> joins,
      @NotNull @Size(max = 100) List<@NotNull UUID> asked) {
    boolean is(RoomState state, IfYes ifYes) {
      return accessEpoch == state.room().accessEpoch()
          && areSeats(joins, ifYes.joins())
          && areSeats(asked, ifYes.asked());
    }

    private static boolean areSeats(List<UUID> shown, List<Seat> seats) {
      return new HashSet<>(shown).equals(new HashSet<>(seats.stream().map(Seat::seatId).toList()));
    }
  }
}
