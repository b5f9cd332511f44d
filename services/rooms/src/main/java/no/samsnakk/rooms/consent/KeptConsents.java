package no.samsnakk.rooms.consent;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.rooms.access.Access;
import no.samsnakk.rooms.overview.RoomDetails;
import no.samsnakk.rooms.overview.SeatView;
import no.samsnakk.rooms.room.IfYes;
import no.samsnakk.rooms.room.Rooms;
import no.samsnakk.rooms.room.Seat;
import org.jspecify.annotations.Nullable;

/** What patients have said yes to, kept as it was. */
@ApplicationScoped
class KeptConsents implements PanacheRepositoryBase<KeptConsent, UUID> {
  private static final int MOST = 50;

  private final Rooms rooms;
  private final ConsentTexts texts;

  KeptConsents(Rooms rooms, ConsentTexts texts) {
    this.rooms = rooms;
    this.texts = texts;
  }

  /**
   * Keeps a yes, in the transaction that makes it one.
   *
   * @param room as he sees it after his yes
   * @param ifYes what it did, and what he was shown
   */
  Uni<KeptConsent> keep(RoomDetails room, IfYes ifYes, ConsentRequest request) {
    var givenAt = Objects.requireNonNull(Objects.requireNonNull(room.consent()).givenAt());
    return persist(
        new KeptConsent(
            room.roomId(), request.textVersion(), request.language(), givenAt, named(room, ifYes)));
  }

  private static List<GivenConsents.Named> named(RoomDetails room, IfYes ifYes) {
    return Stream.concat(
            ifYes.joins().stream().map(seat -> named(room, seat, true)),
            ifYes.asked().stream().map(seat -> named(room, seat, false)))
        .toList();
  }

  private static GivenConsents.Named named(RoomDetails room, Seat seat, boolean joins) {
    var shown =
        room.seats().stream()
            .filter(it -> it.seatId().equals(seat.seatId()))
            .findFirst()
            .orElseThrow();
    return new GivenConsents.Named(
        shown.person().name(), orNothing(shown.title()), organisation(shown), joins);
  }

  private static String organisation(SeatView seat) {
    return seat.organisation() == null ? "" : seat.organisation().name();
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** His own alone: refuses whoever is not the room's patient. */
  Uni<GivenConsents> of(UUID roomId, Caller caller) {
    return Panache.withTransaction(
        () ->
            rooms
                .forView(roomId)
                .invoke(state -> Access.require(state, caller).requirePatient())
                .chain(() -> find("roomId = ?1 order by givenAt desc", roomId).page(0, MOST).list())
                .map(this::shown));
  }

  private GivenConsents shown(List<KeptConsent> kept) {
    var items = kept.stream().map(KeptConsent::shown).toList();
    var versions = items.stream().map(GivenConsents.GivenConsent::textVersion).distinct();
    return new GivenConsents(items, versions.map(texts::of).toList());
  }
}
