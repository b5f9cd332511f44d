package no.samsnakk.audit.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import no.samsnakk.platform.audittrail.TraceBudget;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Searches the log and writes that it was searched, both or neither: an entry of the search itself,
 * and one in each room of which an entry is shown, so that its patient sees it whatever the auditor
 * searched by (R8). They are as many as there are rooms on the page, at most as many as its lines.
 */
@ApplicationScoped
class Search {
  private final LogTransaction transactions;
  private final People people;
  private final Ledger ledger;
  private final LogReader reader;
  private final TraceBudget budget;
  private final Clock clock;

  Search(
      LogTransaction transactions,
      People people,
      Ledger ledger,
      LogReader reader,
      TraceBudget budget,
      Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.ledger = ledger;
    this.reader = reader;
    this.budget = budget;
    this.clock = clock;
  }

  /**
   * What was found. As many entries as there can be rooms on the page are spent before it is
   * looked, so that a refusal tells nothing of what there is; what was not needed is given back.
   */
  Uni<Findings> run(Auditor auditor, LogSearch search) {
    var asked = Asked.of(search, clock.instant());
    int spent = budget.require(auditor.personId(), search.page());
    return find(auditor, asked)
        .invoke(found -> budget.giveBack(auditor.personId(), spent - shown(asked, found).size()))
        .onFailure()
        .invoke(() -> budget.giveBack(auditor.personId(), spent));
  }

  private Uni<Findings> find(Auditor auditor, Asked asked) {
    var search = asked.search();
    return transactions.run(
        transaction ->
            Scope.of(people, transaction, auditor, search)
                // From here on everyone waits: what could be looked up before has been.
                .chain(
                    scope ->
                        ledger
                            .append(transaction, List.of(searched(auditor, asked)))
                            .chain(head -> find(transaction, scope, asked, head))
                            .call(found -> tellRooms(transaction, auditor, asked, found))));
  }

  private AuditRecorded searched(Auditor auditor, Asked asked) {
    return searched(asked, asked.search().roomId(), auditor.personId(), auditor.organisation());
  }

  /** The rooms that have an entry of their own for it. */
  private static List<UUID> shown(Asked asked, Findings found) {
    return found.rooms().filter(room -> !room.equals(asked.search().roomId())).toList();
  }

  /** Whoever appends waits already: the head of the answer stays the search's own entry. */
  private Uni<Void> tellRooms(
      SqlConnection transaction, Auditor auditor, Asked asked, Findings found) {
    var shown = shown(asked, found);
    if (shown.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return people
        .organisationsIn(transaction, auditor.scope(), shown)
        .map(seated -> shown.stream().map(room -> searched(auditor, asked, room, seated)).toList())
        .chain(entries -> ledger.append(transaction, entries))
        .replaceWithVoid();
  }

  /** On behalf of the organisation that has a seat there, where there is one of hers. */
  private AuditRecorded searched(Auditor auditor, Asked asked, UUID room, Map<UUID, UUID> seated) {
    var organisation = seated.getOrDefault(room, auditor.organisation());
    return searched(asked, room, auditor.personId(), organisation);
  }

  /** Without whose room it is, which she may not know (R9). */
  private AuditRecorded searched(
      Asked asked, @Nullable UUID room, UUID auditor, UUID organisation) {
    return AuditRecorded.act(Ids.next(), asked.at(), AuditAction.LOG_SEARCHED, auditor)
        .onBehalfOf(organisation)
        .in(room)
        .joinedBy(asked.line())
        .until(asked.until())
        .because(asked.search().reason())
        .build();
  }

  /** The first page begins with the search itself, whatever was looked for. */
  private Uni<Findings> find(SqlConnection transaction, Scope scope, Asked asked, Head head) {
    var search = asked.search();
    var before = search.before();
    if (before != null) {
      return found(transaction, scope, before, search.page())
          .map(found -> findings(LogPage.of(found, search.page()), asked, head));
    }
    return reader
        .read(transaction, "e.seq = $1", "e.room_id = any($2)", 1, scope.itself(head.seq()))
        .chain(
            itself ->
                found(transaction, scope, head.seq(), search.page() - 1)
                    .map(found -> Stream.of(itself, found).flatMap(List::stream).toList()))
        .map(all -> findings(LogPage.of(all, search.page()), asked, head));
  }

  private Uni<List<LogEntry>> found(
      SqlConnection transaction, Scope scope, long before, int limit) {
    return reader.read(
        transaction, Scope.CONDITION, Scope.KNOWS, limit + 1, scope.parameters(before));
  }

  private static Findings findings(LogPage page, Asked asked, Head head) {
    return new Findings(
        page.items(), page.nextBefore(), asked.first(), new Findings.Head(head.seq(), head.hex()));
  }
}
