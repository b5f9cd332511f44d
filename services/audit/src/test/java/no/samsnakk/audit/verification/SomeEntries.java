package no.samsnakk.audit.verification;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import java.util.stream.Stream;
import no.samsnakk.audit.ledger.Head;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.id.Ids;

/** Entries for the end of the log; what they say does not matter. */
final class SomeEntries {
  private SomeEntries() {}

  static Head append(int number, Pool pool, Ledger ledger) {
    var all = Stream.generate(SomeEntries::entry).limit(number).toList();
    return pool.withTransaction(tx -> ledger.append(tx, all)).await().indefinitely();
  }

  private static AuditRecorded entry() {
    var at = Instant.parse("2026-11-26T20:00:00Z");
    return AuditRecorded.success(Ids.next(), at, AuditAction.SEAT_APPROVED, Ids.next(), Ids.next())
        .about(null, Ids.next());
  }
}
