package no.samsnakk.rooms.block;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows that say who has blocked whom; each in the current session. */
@ApplicationScoped
class Blocks {
  private static final String ADD =
      """
      insert into block (patient_id, person_id, blocked_at) values (?1, ?2, ?3)
      on conflict do nothing returning 1""";
  private static final String TAKE_BACK =
      "delete from block where patient_id = ?1 and person_id = ?2 returning 1";
  private static final String COUNT = "select count(*) from block where patient_id = ?1";
  private static final String TAKEN_BACK =
      "select blocks_taken_back from person where person_id = ?1";
  private static final String OF =
      """
      select person_id, blocked_at from block where patient_id = ?1
      order by blocked_at desc, person_id""";
  private static final String OF_WHOM_ANY_IS_UNSETTLED =
      "select distinct patient_id from block where settled_at is null";
  private static final String UNSETTLED =
      """
      select person_id, blocked_at from block where patient_id = ?1 and settled_at is null
      order by blocked_at desc, person_id""";
  private static final String SETTLED =
      """
      update block set settled_at = ?4
      where patient_id = ?1 and person_id = ?2 and blocked_at = ?3 and settled_at is null""";

  /** Whether it is a new one. */
  Uni<Boolean> add(UUID patient, UUID person, Instant at) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(ADD, Integer.class)
                    .setParameter(1, patient)
                    .setParameter(2, person)
                    .setParameter(3, at)
                    .getResultList())
        .map(added -> !added.isEmpty());
  }

  /** Whether there was one. */
  Uni<Boolean> takeBack(UUID patient, UUID person) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(TAKE_BACK, Integer.class)
                    .setParameter(1, patient)
                    .setParameter(2, person)
                    .getResultList())
        .map(taken -> !taken.isEmpty());
  }

  Uni<Long> count(UUID patient) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(COUNT, Long.class)
                    .setParameter(1, patient)
                    .getSingleResult());
  }

  /** How many he has taken back, ever; the row itself counts. */
  Uni<Long> takenBack(UUID patient) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(TAKEN_BACK, Long.class)
                    .setParameter(1, patient)
                    .getSingleResult());
  }

  /** Since when each of them is, the last one first. */
  Uni<Map<UUID, Instant>> of(UUID patient) {
    return since(OF, patient);
  }

  /** Patients of whose blocks one has perhaps not visited every room yet. */
  Uni<List<UUID>> ofWhomAnyIsUnsettled() {
    return Panache.getSession()
        .chain(
            session ->
                session.createNativeQuery(OF_WHOM_ANY_IS_UNSETTLED, UUID.class).getResultList());
  }

  /** Those of his that have perhaps not visited every room yet, as {@link #of}. */
  Uni<Map<UUID, Instant>> unsettled(UUID patient) {
    return since(UNSETTLED, patient);
  }

  /** This one has visited every room; not one of the same person that was made later. */
  Uni<Void> settled(UUID patient, UUID person, Instant since, Instant at) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(SETTLED)
                    .setParameter(1, patient)
                    .setParameter(2, person)
                    .setParameter(3, since)
                    .setParameter(4, at)
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static Uni<Map<UUID, Instant>> since(String query, UUID patient) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(query, Object[].class)
                    .setParameter(1, patient)
                    .getResultList())
        .map(Blocks::inOrder);
  }

  private static Map<UUID, Instant> inOrder(List<Object[]> rows) {
    var since = new LinkedHashMap<UUID, Instant>();
    rows.forEach(row -> since.put((UUID) row[0], ((OffsetDateTime) row[1]).toInstant()));
    return since;
  }
}
