package no.samsnakk.rooms.caller;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The issuer's subjects that have signed in here. */
@ApplicationScoped
public class Subjects implements PanacheRepositoryBase<Subject, String> {
  private static final String REMEMBER =
      """
      insert into subject (subject, person_id) values (?1, ?2)
      on conflict (subject) do nothing returning 1""";

  /** Remembers whom a subject means; answers whom it has meant ever since the first time. */
  public Uni<UUID> remember(String subject, UUID personId) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(REMEMBER, Integer.class)
                    .setParameter(1, subject)
                    .setParameter(2, personId)
                    .getResultList())
        .chain(() -> findById(subject))
        .map(Subject::personId);
  }
}
