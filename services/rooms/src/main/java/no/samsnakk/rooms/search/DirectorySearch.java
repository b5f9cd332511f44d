package no.samsnakk.rooms.search;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * Finds professionals. Every word has to stand somewhere in the name, the title or the
 * organisation, however it is spelled there ({@code plain} and {@code folded} in V19). Those whom
 * the searcher shares a room with come first, then those of whom a word is what each of hers
 * begins.
 */
@ApplicationScoped
public class DirectorySearch {
  private static final int MOST = 20;

  private static final String SHAPES =
      """
      select plain, folded
        from unnest(cast(?1 as text[])) with ordinality as each (word, place),
          plain(word) as plain, folded(plain) as folded
       where plain <> ''
       order by place
       limit 10
      """;

  private static final String SEARCH =
      """
      with shared as materialized (
        select distinct other.person_id
          from access_v1 own
          join access_v1 other on other.room_id = own.room_id
          join room on room.room_id = own.room_id
         where own.person_id = ?1 and own.may_read and other.may_read
           and other.person_id <> room.patient_id
      ), found as (
        select r.role_id, r.person_id, r.organisation_id, r.title, r.words, %s as begins,
               r.person_id in (select person_id from shared) as shares
          from role r
         where r.kind = 'PROFESSIONAL' and r.ended_at is null and r.person_id <> ?1 and %s
         order by shares desc, begins desc, r.words, r.role_id
         limit ?2
      )
      select f.role_id, p.person_id, p.name, f.title, o.organisation_id, o.name as organisation_name
        from found f
        join person p on p.person_id = f.person_id
        join organisation o on o.organisation_id = f.organisation_id
       order by f.shares desc, f.begins desc, f.words, f.role_id
      """;

  private static final String ANYWHERE =
      """
      (strpos(r.words, cast(?%1$d as text)) > 0
        or cast(?%2$d as boolean) and strpos(r.words, cast(?%3$d as text)) > 0)""";
  private static final String AT_A_BEGINNING =
      ANYWHERE.replace("cast(?%1", "' ' || cast(?%1").replace("cast(?%3", "' ' || cast(?%3");

  private final SessionOutbox outbox;
  private final Clock clock;

  DirectorySearch(SessionOutbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Everybody but the searcher herself; the search is in the log before it is answered (R6). */
  public Uni<Found> find(String query, Caller searcher) {
    var words = Text.trimmed(query).split("[\\s\\p{Z}]+");
    return Panache.withTransaction(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        shapes(session, words)
                            .chain(typed -> items(session, typed, searcher.personId())))
                .call(() -> leaveTrace(searcher))
                .map(Found::new));
  }

  /** A word as it was typed, and what it sounds like, which may be the same. */
  private record Typed(String plain, String folded) {}

  /** Of these words; one of signs alone is none. */
  private static Uni<List<Typed>> shapes(Mutiny.Session session, String[] words) {
    return session
        .createNativeQuery(SHAPES, Object[].class)
        .setParameter(1, words)
        .getResultList()
        .map(rows -> rows.stream().map(it -> new Typed((String) it[0], (String) it[1])).toList());
  }

  private static Uni<List<Found.Item>> items(
      Mutiny.Session session, List<Typed> words, UUID searcher) {
    if (words.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    var search = SEARCH.formatted(each(words, AT_A_BEGINNING), each(words, ANYWHERE));
    var found =
        session
            .createNativeQuery(search, Object[].class)
            .setParameter(1, searcher)
            .setParameter(2, MOST);
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      int at = place(i);
      found
          .setParameter(at, word.plain())
          .setParameter(at + 1, !word.folded().equals(word.plain()))
          .setParameter(at + 2, word.folded());
    }
    return found.getResultList().map(rows -> rows.stream().map(DirectorySearch::item).toList());
  }

  /** That each of these words stands there, in either shape. */
  private static String each(List<Typed> words, String condition) {
    return IntStream.range(0, words.size())
        .map(DirectorySearch::place)
        .mapToObj(at -> condition.formatted(at, at + 1, at + 2))
        .collect(Collectors.joining(" and ", "(", ")"));
  }

  /** Of a word's first parameter. */
  private static int place(int word) {
    return 3 + 3 * word;
  }

  private static Found.Item item(Object[] row) {
    return new Found.Item(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (String) row[3],
        new Me.Organisation((UUID) row[4], (String) row[5]));
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

  /** The organisation a searcher searches for, where she has but one. */
  private static @Nullable UUID onlyOrganisation(List<Me.Role> roles) {
    var ids = roles.stream().map(role -> role.organisation().organisationId()).distinct().toList();
    return ids.size() == 1 ? ids.getFirst() : null;
  }
}
