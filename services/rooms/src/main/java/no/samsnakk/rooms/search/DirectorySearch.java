package no.samsnakk.rooms.search;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
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

  /** Shorter parts of a word the index does not know. */
  private static final int TRIGRAM = 3;

  private static final String SHAPES =
      """
      select plain, folded
        from unnest(cast(?1 as text[])) with ordinality as each (word, place),
          plain(word) as plain, folded(plain) as folded
       where plain <> ''
       order by place
       limit 10
      """;

  /**
   * Those of whom a word is begun come before all others but who is near. So only where they are
   * too few is everybody else looked at.
   */
  private static final String SEARCH =
      """
      with shared as materialized (
        select distinct other.person_id
          from access_v1 own
          join access_v1 other on other.room_id = own.room_id
          join room on room.room_id = own.room_id
         where own.person_id = ?1 and own.may_read and other.may_read
           and other.person_id <> room.patient_id
      ), professional as not materialized (
        select * from role
         where kind = 'PROFESSIONAL' and ended_at is null and person_id <> ?1
      ), begun as materialized (
        select r.role_id from professional r
         where %1$s
         order by r.words, r.role_id limit %3$d
      ), found as (
        select role_id from begun
        union
        select r.role_id from professional r
         where r.person_id in (select person_id from shared) and %2$s
        union
        (select r.role_id from professional r
          where (select count(*) from begun) < %3$d and %2$s
          order by r.words, r.role_id limit %3$d)
      )
      select r.role_id, p.person_id, p.name, r.title, o.organisation_id, o.name as organisation_name
        from found
        join role r using (role_id)
        join person p using (person_id)
        join organisation o on o.organisation_id = r.organisation_id
       order by r.person_id in (select person_id from shared) desc, (%1$s) desc, r.words, r.role_id
       limit %3$d
      """;

  private static final String FITS = "r.words like any (cast(?%d as text[]))";

  /** Two letters are in every third name, where the index only costs. */
  private static final String FITS_UNINDEXED = FITS.replace("r.words", "(r.words || '')");

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
  private record Typed(String plain, String folded) {
    /** What the words of a role are like that this begins one of. */
    String[] beginning() {
      return patterns("% ");
    }

    /** What those are like that it stands in. */
    String[] anywhere() {
      return patterns("%");
    }

    /** Of either shape; neither has a sign that means something here. */
    private String[] patterns(String before) {
      return Stream.of(plain, folded)
          .distinct()
          .map(it -> before + it + "%")
          .toArray(String[]::new);
    }

    boolean isShort() {
      return Math.min(plain.length(), folded.length()) < TRIGRAM;
    }
  }

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
    var search =
        SEARCH.formatted(
            each(words, DirectorySearch::begins), each(words, DirectorySearch::stands), MOST);
    var found = session.createNativeQuery(search, Object[].class).setParameter(1, searcher);
    for (int i = 0; i < words.size(); i++) {
      found
          .setParameter(place(i), words.get(i).beginning())
          .setParameter(place(i) + 1, words.get(i).anywhere());
    }
    return found.getResultList().map(rows -> rows.stream().map(DirectorySearch::item).toList());
  }

  private static String begins(Typed word, int place) {
    return FITS.formatted(place);
  }

  private static String stands(Typed word, int place) {
    return (word.isShort() ? FITS_UNINDEXED : FITS).formatted(place + 1);
  }

  /** That this is so of each of these words. */
  private static String each(List<Typed> words, BiFunction<Typed, Integer, String> condition) {
    return IntStream.range(0, words.size())
        .mapToObj(i -> condition.apply(words.get(i), place(i)))
        .collect(Collectors.joining(" and ", "(", ")"));
  }

  /** Of a word's first parameter. */
  private static int place(int word) {
    return 2 + 2 * word;
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
