package no.samsnakk.audit.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.samsnakk.audit.accesslog.LogEntry;
import no.samsnakk.audit.accesslog.LogPage;
import no.samsnakk.audit.accesslog.LogReader;
import no.samsnakk.audit.accesslog.LogTransaction;
import no.samsnakk.audit.ledger.Head;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.people.People;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.id.Ids;

/** Searches the log and writes that it was searched, both or neither. */
@ApplicationScoped
class Search {
  private final LogTransaction transactions;
  private final People people;
  private final Ledger ledger;
  private final LogReader reader;
  private final Clock clock;

  Search(LogTransaction transactions, People people, Ledger ledger, LogReader reader, Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.ledger = ledger;
    this.reader = reader;
    this.clock = clock;
  }

  Uni<Findings> run(Auditor auditor, LogSearch search) {
    return transactions.run(
        transaction ->
            Scope.of(people, transaction, auditor, search)
                // From here on everyone waits: what could be looked up before has been.
                .chain(
                    scope ->
                        ledger
                            .append(transaction, List.of(searched(auditor, search)))
                            .chain(head -> find(transaction, scope, search, head))));
  }

  private AuditRecorded searched(Auditor auditor, LogSearch search) {
    return new AuditRecorded(
        Ids.next(),
        clock.instant(),
        AuditAction.LOG_SEARCHED,
        AuditRecorded.Outcome.SUCCESS,
        auditor.personId(),
        auditor.organisations().getFirst(),
        search.roomId(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        search.reason());
  }

  /** The first page begins with the search itself, whatever was looked for. */
  private Uni<Findings> find(SqlConnection transaction, Scope scope, LogSearch search, Head head) {
    var before = search.before();
    if (before != null) {
      return found(transaction, scope, before, search.page())
          .map(found -> findings(LogPage.of(found, search.page()), head));
    }
    return reader
        .read(transaction, "e.seq = $1", "e.room_id = any($2)", 1, scope.itself(head.seq()))
        .chain(
            itself ->
                found(transaction, scope, head.seq(), search.page() - 1)
                    .map(found -> Stream.of(itself, found).flatMap(List::stream).toList()))
        .map(all -> findings(LogPage.of(all, search.page()), head));
  }

  private Uni<List<LogEntry>> found(
      SqlConnection transaction, Scope scope, long before, int limit) {
    return reader.read(
        transaction, Scope.CONDITION, Scope.KNOWS, limit + 1, scope.parameters(before));
  }

  private static Findings findings(LogPage page, Head head) {
    return new Findings(page.items(), page.nextBefore(), new Findings.Head(head.seq(), head.hex()));
  }
}
