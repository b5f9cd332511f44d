package no.samsnakk.rooms.search;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
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
 * Finds professionals. Every word has to stand somewhere in the name, the title or the
 * organisation, however it is spelled there ({@code plain} and {@code folded} in V19). Those whom
 * the searcher shares a room with come first, then those of whom a word is what each of hers
 * begins.
 */
@ApplicationScoped
public class DirectorySearch {
  private static final int MOST = 20;

  private static final String SEARCH =
      """
      with typed as materialized (
        select array_agg(plain order by place) as plain,
               array_agg(' ' || plain order by place) as at_plain,
               array_agg(folded order by place) as folded,
               array_agg(' ' || folded order by place) as at_folded,
               array_agg(folded <> plain order by place) as is_other
          from unnest(cast(?1 as text[])) with ordinality as each (word, place),
            nullif(plain(word), '') as plain, folded(plain) as folded
      ), shared as materialized (
        select distinct other.person_id
          from access_v1 own
          join access_v1 other on other.room_id = own.room_id
          join room on room.room_id = own.room_id
         where own.person_id = ?2 and own.may_read and other.may_read
           and other.person_id <> room.patient_id
      ), found as (
        select r.*, shared.person_id is not null as shares, %s as begins
          from role r
         cross join typed
          left join shared on shared.person_id = r.person_id
         where r.kind = 'PROFESSIONAL' and r.ended_at is null and r.person_id <> ?2 and %s
         order by shares desc, begins desc, r.words, r.role_id
         limit ?3
      )
      select f.role_id, p.person_id, p.name, f.title, o.organisation_id, o.name as organisation_name
        from found f
        join person p on p.person_id = f.person_id
        join organisation o on o.organisation_id = f.organisation_id
       order by f.shares desc, f.begins desc, f.words, f.role_id
      """;

  private static final String WORD =
      "(strpos(r.words, typed.%2$splain[%1$d]) > 0"
          + " or typed.is_other[%1$d] and strpos(r.words, typed.%2$sfolded[%1$d]) > 0)";

  private final SessionOutbox outbox;
  private final Clock clock;

  DirectorySearch(SessionOutbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Everybody but the searcher herself; the search is in the log before it is answered (R6). */
  public Uni<Found> find(String query, Caller searcher) {
    var words =
        Stream.of(Text.trimmed(query).split("[\\s\\p{Z}]+"))
            .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
            .limit(10)
            .toArray(String[]::new);
    return Panache.withTransaction(
        () ->
            Panache.getSession()
                .chain(session -> items(session, words, searcher.personId()))
                .call(() -> leaveTrace(searcher))
                .map(Found::new));
  }

  private static Uni<List<Found.Item>> items(
      Mutiny.Session session, String[] words, UUID searcher) {
    if (words.length == 0) {
      return Uni.createFrom().item(List.of());
    }
    var search = SEARCH.formatted(each(words, "at_"), each(words, ""));
    return session
        .createNativeQuery(search, Object[].class)
        .setParameter(1, words)
        .setParameter(2, searcher)
        .setParameter(3, MOST)
        .getResultList()
        .map(rows -> rows.stream().map(DirectorySearch::item).toList());
  }

  /** That each of these words stands there in either shape: anywhere, or at a word's beginning. */
  private static String each(String[] words, String where) {
    return IntStream.rangeClosed(1, words.length)
        .mapToObj(i -> WORD.formatted(i, where))
        .collect(Collectors.joining(" and ", "(", ")"));
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
