package no.samsnakk.audit.people;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.RoomChanged.SeatStatus;
import no.samsnakk.contracts.event.RoomEvent;

/** Takes in what rooms tells. Old news is recognised by its number and does no harm (R12). */
@ApplicationScoped
public class Projection {
  private static final String PERSON =
      """
      insert into person (person_id, version, name) values ($1, $2, $3)
      on conflict (person_id) do update set version = excluded.version, name = excluded.name
      where person.version < excluded.version
      returning person_id""";
  private static final String ROLES_ARE_OVER =
      "update role set held_now = false where person_id = $1 and held_now";
  private static final String ROLE =
      """
      insert into role (role_id, person_id, title, organisation_id, organisation_name, held_now)
      values ($1, $2, $3, $4, $5, true)
      on conflict (role_id) do update set title = excluded.title, held_now = true,
        organisation_id = excluded.organisation_id, organisation_name = excluded.organisation_name""";
  private static final String ROOM =
      """
      insert into room (room_id, access_epoch, patient_id, retracted) values ($1, $2, $3, $4)
      on conflict (room_id) do update
      set access_epoch = excluded.access_epoch, patient_id = excluded.patient_id,
        retracted = excluded.retracted
      where room.access_epoch < excluded.access_epoch""";
  private static final String ROOM_ORGANISATION =
      """
      insert into room_organisation (organisation_id, room_id)
      select unnest($1::uuid[]), $2 on conflict do nothing""";

  /** Takes in one event, in the caller's transaction. */
  public Uni<Void> take(SqlConnection transaction, RoomEvent event) {
    return switch (event) {
      case PersonChanged person -> person(transaction, person);
      case RoomChanged room -> room(transaction, room);
    };
  }

  private static Uni<Void> person(SqlConnection transaction, PersonChanged person) {
    return transaction
        .preparedQuery(PERSON)
        .execute(Tuple.of(person.personId(), person.version(), person.name()))
        .chain(
            news ->
                news.rowCount() == 0
                    ? Uni.createFrom().voidItem()
                    : roles(transaction, person.personId(), person.roles()));
  }

  private static Uni<Void> roles(
      SqlConnection transaction, UUID personId, List<PersonChanged.Role> roles) {
    var over = transaction.preparedQuery(ROLES_ARE_OVER).execute(Tuple.of(personId));
    if (roles.isEmpty()) {
      return over.replaceWithVoid();
    }
    var rows = roles.stream().map(role -> row(personId, role)).toList();
    return over.chain(() -> transaction.preparedQuery(ROLE).executeBatch(rows)).replaceWithVoid();
  }

  private static Tuple row(UUID personId, PersonChanged.Role role) {
    return Tuple.of(
        role.roleId(), personId, role.title(), role.organisationId(), role.organisationName());
  }

  private static Uni<Void> room(SqlConnection transaction, RoomChanged room) {
    return transaction
        .preparedQuery(ROOM)
        .execute(
            Tuple.of(
                room.roomId(),
                room.accessEpoch(),
                room.patientId(),
                room.status() == RoomChanged.Status.RETRACTED))
        .chain(() -> organisations(transaction, room))
        .replaceWithVoid();
  }

  /** A seat that was never approved gives an organisation no business in the room (R1). */
  private static Uni<Void> organisations(SqlConnection transaction, RoomChanged room) {
    var seated =
        room.seats().stream()
            .filter(seat -> seat.status() == SeatStatus.ACTIVE && seat.organisationId() != null)
            .map(RoomChanged.Seat::organisationId)
            .distinct()
            .toArray(UUID[]::new);
    return seated.length == 0
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(ROOM_ORGANISATION)
            .execute(Tuple.of(seated, room.roomId()))
            .replaceWithVoid();
  }
}
