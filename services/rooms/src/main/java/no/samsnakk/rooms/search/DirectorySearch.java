package no.samsnakk.rooms.search;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.text.Text;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.rooms.outbox.SessionOutbox;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Finds professionals. Every word has to begin a word of the name, the title or the organisation.
 */
@ApplicationScoped
public class DirectorySearch {
  private static final int MOST = 20;

  private static final String SELECT =
      """
      select new no.samsnakk.rooms.search.Found$Item(
        r.roleId, p.personId, p.name, r.title,
        new no.samsnakk.platform.caller.Me$Organisation(o.organisationId, o.name))
      from Role r
        join Person p on p.personId = r.personId
        join Organisation o on o.organisationId = r.organisationId
      where r.kind = PROFESSIONAL and r.endedAt is null and p.personId <> :searcher
      """;

  private static final String WORD =
      " and lower(' ' || p.name || ' ' || r.title || ' ' || o.name) like :word%d escape '\\'";

  private final SessionOutbox outbox;
  private final Clock clock;

  DirectorySearch(SessionOutbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Everybody but the searcher herself; the search is in the log before it is answered (R6). */
  public Uni<Found> find(String query, Caller searcher) {
    var words = Stream.of(Text.trimmed(query).split("[\\s\\p{Z}]+")).limit(10).toList();
    return Panache.withTransaction(
        () ->
            Panache.getSession()
                .chain(session -> items(session, words, searcher.personId()))
                .call(() -> leaveTrace(searcher))
                .map(Found::new));
  }

  private static Uni<List<Found.Item>> items(
      Mutiny.Session session, List<String> words, UUID searcher) {
    var conditions =
        IntStream.range(0, words.size()).mapToObj(WORD::formatted).collect(Collectors.joining());
    var found =
        session
            .createQuery(
                SELECT + conditions + " order by p.name, o.name, r.title", Found.Item.class)
            .setParameter("searcher", searcher)
            .setMaxResults(MOST);
    for (int i = 0; i < words.size(); i++) {
      found.setParameter("word" + i, "% " + literal(words.get(i)) + "%");
    }
    return found.getResultList();
  }

  private Uni<Void> leaveTrace(Caller searcher) {
    var entry =
        AuditRecorded.success(
                Ids.next(),
                clock.instant(),
                AuditAction.DIRECTORY_SEARCHED,
                searcher.personId(),
                null)
            .onBehalfOf(onlyOrganisation(searcher.roles()));
    return outbox.append(List.of(AuditTrail.record(entry)));
  }

  private static String literal(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
  }

  /** The organisation a searcher searches for, where she has but one. */
  private static @Nullable UUID onlyOrganisation(List<Me.Role> roles) {
    var ids = roles.stream().map(role -> role.organisation().organisationId()).distinct().toList();
    return ids.size() == 1 ? ids.getFirst() : null;
  }
}
