package no.samsnakk.audit.accesslog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.people.People;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.problem.RefusalCode;

/** The patient looks at everything that was done in his room (R8), which is an entry too (R6). */
@ApplicationScoped
class PatientsLog {
  private static final String NOT_HIS_OWN_LOOKS =
      """
      ($3 or e.agent_id <> $4 or e.outcome <> 'SUCCESS' or e.action not in
        ('ROOM_VIEWED', 'ROOM_REFRESHED', 'MESSAGES_VIEWED', 'LOG_VIEWED'))""";

  private final LogTransaction transactions;
  private final People people;
  private final Ledger ledger;
  private final LogReader reader;
  private final Clock clock;

  PatientsLog(
      LogTransaction transactions, People people, Ledger ledger, LogReader reader, Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.ledger = ledger;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * What of it he wants to see.
   *
   * @param before only entries older than this number
   * @param own his own looks at room and log too, which else would push the others off the page
   */
  record Page(long before, int limit, boolean own) {}

  Uni<LogPage> read(Caller caller, UUID roomId, Page page) {
    return transactions.run(
        transaction ->
            requirePatient(transaction, caller, roomId)
                .chain(() -> ledger.append(transaction, List.of(viewed(caller, roomId))))
                .chain(() -> page(transaction, caller, roomId, page)));
  }

  /** The same answer for everyone else, whether the room is there or not. */
  private Uni<Void> requirePatient(SqlConnection transaction, Caller caller, UUID roomId) {
    return people
        .patientOf(transaction, roomId)
        .invoke(
            patient -> {
              if (!patient.equals(Optional.of(caller.personId()))) {
                throw new Refusal(RefusalCode.ROOM_UNKNOWN, roomId);
              }
            })
        .replaceWithVoid();
  }

  private AuditRecorded viewed(Caller caller, UUID roomId) {
    var patient = caller.personId();
    return AuditRecorded.success(
            Ids.next(), clock.instant(), AuditAction.LOG_VIEWED, patient, roomId)
        .about(patient, null);
  }

  private Uni<LogPage> page(SqlConnection transaction, Caller caller, UUID roomId, Page page) {
    return reader
        .read(
            transaction,
            "e.room_id = $1 and e.seq < $2 and " + NOT_HIS_OWN_LOOKS,
            "true",
            page.limit() + 1,
            Tuple.of(roomId, page.before(), page.own(), caller.personId()))
        .map(found -> LogPage.of(found, page.limit()));
  }
}
