package no.samsnakk.audit.accesslog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.people.People;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The patient looks at everything that was done in his room (R8), which is an entry too (R6). */
@ApplicationScoped
class PatientsLog {
  private static final String NOT_HIS_OWN_LOOKS = notHisOwnLooks("$3", "$4");

  private final LogTransaction transactions;
  private final People people;
  private final Ledger ledger;
  private final LogReader reader;
  private final Days days;
  private final Clock clock;

  PatientsLog(
      LogTransaction transactions,
      People people,
      Ledger ledger,
      LogReader reader,
      Days days,
      Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.ledger = ledger;
    this.reader = reader;
    this.days = days;
    this.clock = clock;
  }

  /**
   * What of it he wants to see.
   *
   * @param before only entries older than this number
   * @param own his own looks at room and log too, which else would push the others off the page
   * @param zone where he is: there his days begin
   * @param reading the reading that he goes on with
   */
  record Page(long before, int limit, boolean own, ZoneId zone, @Nullable UUID reading) {
    static final long NEWEST = 9007199254740991L;

    boolean isNewest() {
      return before == NEWEST;
    }
  }

  /** True of an entry {@code e} unless the patient's own looks are not wanted and it is one. */
  static String notHisOwnLooks(String own, String patient) {
    return """
    (%s or e.agent_id <> %s or e.outcome <> 'SUCCESS' or e.action not in
      ('ROOM_VIEWED', 'ROOM_REFRESHED', 'MESSAGES_VIEWED', 'LOG_VIEWED'))"""
        .formatted(own, patient);
  }

  /**
   * Writes that he looks, then answers. Whoever appends waits for the page; the sums are made after
   * that, of what was in the log when the page was read.
   */
  Uni<RoomLog> read(Caller caller, UUID roomId, Page page) {
    var look = viewed(caller, roomId, page.reading());
    return transactions
        .run(
            transaction ->
                requirePatient(transaction, caller, roomId)
                    .chain(() -> ledger.append(transaction, List.of(look)))
                    .chain(
                        head ->
                            page(transaction, caller, roomId, page)
                                .map(read -> new Read(read, head.seq()))))
        .chain(
            read ->
                transactions.run(
                    connection -> answer(connection, caller, roomId, page, look, read)));
  }

  /** A page, and the newest entry that there was then. */
  private record Read(LogPage page, long head) {}

  private Uni<RoomLog> answer(
      SqlConnection connection,
      Caller caller,
      UUID roomId,
      Page page,
      AuditRecorded look,
      Read read) {
    var of = new Looks.Of(roomId, caller.personId(), page.own(), read.head());
    return days.around(connection, of, read.page(), page.zone(), look.at(), page.isNewest())
        .map(
            around ->
                new RoomLog(
                    read.page().items(),
                    read.page().nextBefore(),
                    Objects.requireNonNull(look.viewId()),
                    look.at(),
                    around.now(),
                    around.days()));
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

  private AuditRecorded viewed(Caller caller, UUID roomId, @Nullable UUID reading) {
    var patient = caller.personId();
    var now = clock.instant();
    var look =
        AuditRecorded.success(Ids.next(), now, AuditAction.LOG_VIEWED, patient, roomId)
            .about(patient, null);
    return Reading.goneOnWith(reading, now).map(look::partOf).orElseGet(look::first);
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
