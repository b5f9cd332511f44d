package no.samsnakk.audit.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.audit.accesslog.LogReader;
import no.samsnakk.audit.people.People;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor may see of what she looks for. She may see
 *
 * <ol>
 *   <li>what was done for her organisation, by the entry's own word; where the entry has none, what
 *       was done by somebody who never belonged to another, other than as a patient,
 *   <li>everything in rooms in which her organisation has or had an approved seat,
 *   <li>what she did herself.
 * </ol>
 *
 * <p>Whom a patient has blocked is of the second kind alone, and never for herself to see; nor that
 * he was refused for it, which does not say whom it was about (decision 79).
 *
 * @param rooms those with a seat of hers
 * @param people those who only ever belonged to her organisation
 * @param named whom she looks for by name; everyone, where she does not
 */
record Scope(
    Auditor auditor, LogSearch search, UUID[] rooms, UUID[] people, Optional<UUID[]> named) {

  /** On an entry {@code e}; see {@link #parameters} for the numbers. */
  static final String CONDITION =
      """
      (e.agent_organisation_id = any($1)
       or (e.agent_organisation_id is null and e.agent_id = any($2) and %s)
       or e.room_id = any($3)
       or e.agent_id = $4)
      and (e.action not in ('PERSON_BLOCKED', 'PERSON_UNBLOCKED')
       or e.agent_id = $4
       or (e.room_id = any($3) and e.concerns <> $4))
      and (e.code is distinct from 'person-blocked' or e.agent_id = $4)
      and ($5::timestamptz is null or e.at >= $5)
      and ($6::timestamptz is null or e.at < $6)
      and ($7::text is null or e.action = $7)
      and ($8::uuid is null or e.room_id = $8)
      and ($9::uuid[] is null
        or e.agent_id = any($9) or e.concerns = any($9)
        or (e.patient_id = any($9) and e.room_id = any($3))
        or e.room_id in (
          select n.room_id from room n where n.patient_id = any($9) and n.room_id = any($3)))
      and e.seq < $10"""
          .formatted(LogReader.MAY_BE_AS_PROFESSIONAL);

  /** An entry in a room with a seat of hers: of the others she learns not whose they are (R9). */
  static final String KNOWS = "e.room_id = any($3)";

  static Uni<Scope> of(People people, SqlConnection connection, Auditor auditor, LogSearch search) {
    return people
        .roomsOf(connection, auditor.scope())
        .chain(
            rooms ->
                people
                    .onlyIn(connection, auditor.scope())
                    .chain(
                        own ->
                            named(people, connection, search.name())
                                .map(named -> new Scope(auditor, search, rooms, own, named))));
  }

  private static Uni<Optional<UUID[]>> named(
      People people, SqlConnection connection, @Nullable String name) {
    return name == null
        ? Uni.createFrom().item(Optional.empty())
        : people.named(connection, name).map(Optional::of);
  }

  Tuple parameters(long before) {
    var action = search.action();
    var values =
        new Object[] {
          auditor.scope(),
          people,
          rooms,
          auditor.personId(),
          utc(search.from()),
          utc(search.to()),
          action == null ? null : action.name(),
          search.roomId(),
          named.orElse(null),
          before
        };
    return Tuple.newInstance(io.vertx.sqlclient.Tuple.from(values));
  }

  /** For the search's own entry. */
  Tuple itself(long seq) {
    return Tuple.of(seq, rooms);
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
