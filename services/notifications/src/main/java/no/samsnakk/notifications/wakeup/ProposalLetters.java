package no.samsnakk.notifications.wakeup;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.RoomChanged.Status;
import no.samsnakk.notifications.NotificationsConfig;

/**
 * The letter that a proposal asks for, to the address that the proposer typed. It goes whoever the
 * patient is and however else he is told, so that a letter tells nobody whether his number is
 * known; and nothing of the address stays when it has gone, or when the question is no longer open.
 */
@ApplicationScoped
public class ProposalLetters {
  private static final String ASK =
      """
      insert into proposal_letter (room_id, patient_id, email, due_at) values ($1, $2, $3, $4)
      on conflict do nothing""";
  private static final String FORGET = "delete from proposal_letter where room_id = $1";

  /** To an address that is the patient's own as well he has his own letter, and no second one. */
  private static final String PLAN =
      """
      with due as (
        select l.room_id, l.patient_id,
          exists (select from person p
            where p.person_id = l.patient_id and lower(p.email) = lower(l.email)) as is_his
        from proposal_letter l where l.planned_at is null and l.due_at <= $1
        order by l.due_at limit 500 for update of l skip locked),
      his as (
        delete from proposal_letter l using due d where l.room_id = d.room_id and d.is_his),
      planned as (
        update proposal_letter l set planned_at = $1 from due d
        where l.room_id = d.room_id and not d.is_his)
      insert into delivery
        (person_id, channel, subscription_id, room_id, is_request, wakeup_ids, next_attempt_at)
      select patient_id, 'EMAIL', null, room_id, true, '{}', $1 from due where not is_his
      on conflict do nothing""";

  private final NotificationsConfig config;
  private final Clock clock;

  ProposalLetters(NotificationsConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** Takes in, in the caller's transaction, what has become of the rooms. */
  public Uni<Void> changed(SqlConnection transaction, List<RoomChanged> rooms) {
    return Multi.createFrom()
        .iterable(rooms)
        .onItem()
        .transformToUniAndConcatenate(room -> changed(transaction, room))
        .collect()
        .last();
  }

  private Uni<Void> changed(SqlConnection transaction, RoomChanged room) {
    var address = room.letterTo();
    if (room.status() != Status.PROPOSED) {
      return transaction.preparedQuery(FORGET).execute(Tuple.of(room.roomId())).replaceWithVoid();
    }
    if (address == null) {
      return Uni.createFrom().voidItem();
    }
    var due = clock.instant().plus(config.delay()).atOffset(ZoneOffset.UTC);
    return transaction
        .preparedQuery(ASK)
        .execute(Tuple.of(room.roomId(), room.patientId(), address, due))
        .replaceWithVoid();
  }

  /** Turns what is due into deliveries, in the caller's transaction. */
  Uni<Void> plan(SqlConnection transaction) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return transaction.preparedQuery(PLAN).execute(Tuple.of(now)).replaceWithVoid();
  }
}
