package no.samsnakk.rooms.caller;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.rooms.identity.RefusedRows;
import no.samsnakk.rooms.identity.RowSeal;

/**
 * The issuer's subjects that have signed in here. A row is believed only with its seal: one that
 * was changed by somebody without the person key leads to nobody, and the operator is told.
 */
@ApplicationScoped
public class Subjects implements PanacheRepositoryBase<Subject, String> {
  private static final String REMEMBER =
      """
      insert into subject (subject, person_id, seal) values (?1, ?2, ?3)
      on conflict (subject) do nothing returning 1""";
  private static final String MEND =
      "update subject set person_id = ?2, seal = ?3 where subject = ?1 returning 1";

  private final RowSeal seals;
  private final RefusedRows refused;

  Subjects(RowSeal seals, RefusedRows refused) {
    this.seals = seals;
    this.refused = refused;
  }

  /** Whom a subject means; nobody if it has not signed in, or its row is not as it was written. */
  public Uni<Optional<UUID>> personOf(String subject) {
    // By its id Hibernate would take whichever row is found for the one that was asked for.
    return find("subject", subject)
        .firstResult()
        .map(found -> Optional.ofNullable(found).flatMap(row -> proven(subject, row)));
  }

  /**
   * Remembers whom a subject means; answers whom it has meant ever since the first time. Where that
   * cannot be known, because somebody has changed the row, it is whom it means now.
   */
  public Uni<UUID> remember(String subject, UUID personId) {
    return write(REMEMBER, subject, personId)
        .chain(() -> personOf(subject))
        .chain(
            known ->
                known
                    .map(person -> Uni.createFrom().item(person))
                    .orElseGet(() -> write(MEND, subject, personId).replaceWith(personId)));
  }

  private Uni<?> write(String statement, String subject, UUID personId) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(statement, Integer.class)
                    .setParameter(1, subject)
                    .setParameter(2, personId)
                    .setParameter(3, Subject.seal(seals, subject, personId))
                    .getResultList());
  }

  private Optional<UUID> proven(String asked, Subject found) {
    if (!found.isProven(seals)) {
      refused.subject(asked);
      return Optional.empty();
    }
    return refused.isAsked(found.isOf(asked), "subject", found.subject())
        ? Optional.of(found.personId())
        : Optional.empty();
  }
}
