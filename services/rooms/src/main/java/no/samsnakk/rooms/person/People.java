package no.samsnakk.rooms.person;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.identity.IdentityNumber;
import no.samsnakk.rooms.identity.NumberVault;
import no.samsnakk.rooms.identity.RefusedRows;
import org.hibernate.reactive.mutiny.Mutiny;

/** The people known here. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {
  private static final String MEET =
      """
      insert into person (person_id, number_key, number_sealed, version, created_at, changed_at)
      values (?1, ?2, ?3, 1, ?4, ?4)
      on conflict (number_key) do nothing
      returning 1""";
  private static final String ENTER =
      """
      insert into person
        (person_id, number_key, number_sealed, name, name_source, version, created_at, changed_at)
      values (?1, ?2, ?3, ?4, ?5, 1, ?6, ?6)
      on conflict (number_key) do nothing
      returning 1""";

  /** Not FOR UPDATE: a seat for her may be made meanwhile, which refers to her row. */
  private static final String LOCK =
      "select person_id from person where person_id = ?1 for no key update";

  private static final String LOCK_ALL =
      """
      select person_id from person where person_id = any(cast(?1 as uuid[]))
      order by person_id for no key update""";

  private static final String LOCK_BY_NUMBER =
      "select " + NumberRow.COLUMNS + " from person where number_key = ?1 for no key update";
  private static final String NUMBERS =
      "select " + NumberRow.COLUMNS + " from person where person_id = any(cast(?1 as uuid[]))";

  private final NumberVault vault;
  private final RefusedRows refused;
  private final Clock clock;

  People(NumberVault vault, RefusedRows refused, Clock clock) {
    this.vault = vault;
    this.refused = refused;
    this.clock = clock;
  }

  /**
   * The person with this number, locked until the transaction ends. One who is new has no name:
   * what others say about her is not hers. Two at once get the same person, one after the other.
   * Fails with {@code not-allowed} where the row that this number finds is not believed.
   */
  public Uni<UUID> meet(IdentityNumber number) {
    var id = Ids.next();
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(MEET, Integer.class)
                    .setParameter(1, id)
                    .setParameter(2, vault.lookupKey(number))
                    .setParameter(3, vault.seal(number, id))
                    .setParameter(4, clock.instant())
                    .getResultList()
                    .chain(() -> lock(session, number)));
  }

  /**
   * The person, locked until the transaction ends, so that no change of her is lost. Fails with
   * {@code not-allowed} where another's row is found.
   */
  public Uni<Person> forChange(UUID personId) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LOCK, UUID.class)
                    .setParameter(1, personId)
                    .getSingleResult()
                    .chain(() -> one(personId)));
  }

  /** The person. Fails with {@code not-allowed} where another's row is found. */
  public Uni<Person> one(UUID personId) {
    // By her id Hibernate would take whichever row is found for hers.
    return find("personId", personId)
        .singleResult()
        .invoke(person -> requireSame(personId, person.personId()));
  }

  /** The database finds; that it is what was asked for is not left to it. */
  private void requireSame(UUID asked, UUID found) {
    if (!isAsked(found.equals(asked), found)) {
      throw new Refusal(RefusalCode.NOT_ALLOWED);
    }
  }

  /**
   * The person with this number, locked until the transaction ends. One who is new gets the name
   * given; one who is known keeps hers. Two at once get the same person. Fails with {@code
   * not-allowed} where the row that this number finds is not believed.
   */
  public Uni<Entered> enter(IdentityNumber number, String name, NameSource source) {
    return getSession()
        .chain(
            session ->
                insert(session, number, name, source)
                    .chain(
                        inserted ->
                            lock(session, number)
                                .chain(this::one)
                                .map(person -> new Entered(person, inserted))));
  }

  /** These people by their ids. */
  public Uni<Map<UUID, Person>> byIds(Collection<UUID> ids) {
    return list("personId in ?1", ids)
        .map(
            people ->
                people.stream()
                    .filter(one -> isAsked(ids.contains(one.personId()), one.personId()))
                    .collect(Collectors.toMap(Person::personId, Function.identity())));
  }

  /** The same, locked until the transaction ends. */
  public Uni<Map<UUID, Person>> byIdsForChange(Collection<UUID> ids) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LOCK_ALL, UUID.class)
                    .setParameter(1, ids.toArray(UUID[]::new))
                    .getResultList())
        .chain(() -> byIds(ids));
  }

  /** Of these people, those whose rows are not believed; the operator is told of each. */
  public Uni<ChangedRows> changedAmong(Collection<UUID> ids) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(NUMBERS, Object[].class)
                    .setParameter(1, ids.toArray(UUID[]::new))
                    .getResultList())
        .map(rows -> changed(rows.stream().map(NumberRow::of).toList()));
  }

  private ChangedRows changed(List<NumberRow> rows) {
    var changed = rows.stream().filter(row -> !row.isProven(vault)).toList();
    changed.forEach(row -> refused.person(row.personId()));
    return new ChangedRows(
        changed.stream().map(NumberRow::personId).collect(Collectors.toSet()),
        changed.stream()
            .map(row -> row.number(vault))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()));
  }

  private Uni<Boolean> insert(
      Mutiny.Session session, IdentityNumber number, String name, NameSource source) {
    var id = Ids.next();
    return session
        .createNativeQuery(ENTER, Integer.class)
        .setParameter(1, id)
        .setParameter(2, vault.lookupKey(number))
        .setParameter(3, vault.seal(number, id))
        .setParameter(4, name)
        .setParameter(5, source.name())
        .setParameter(6, clock.instant())
        .getResultList()
        .map(inserted -> !inserted.isEmpty());
  }

  /** The lock comes first, and what is read after it is what the one before has committed. */
  private Uni<UUID> lock(Mutiny.Session session, IdentityNumber number) {
    return session
        .createNativeQuery(LOCK_BY_NUMBER, Object[].class)
        .setParameter(1, vault.lookupKey(number))
        .getSingleResult()
        .map(NumberRow::of)
        .invoke(row -> requireOf(number, row))
        .map(NumberRow::personId);
  }

  private void requireOf(IdentityNumber number, NumberRow row) {
    if (!row.isProven(vault)) {
      refused.person(row.personId());
      throw new Refusal(RefusalCode.NOT_ALLOWED);
    }
    if (!isAsked(row.isOf(number, vault), row.personId())) {
      throw new Refusal(RefusalCode.NOT_ALLOWED);
    }
  }

  private boolean isAsked(boolean same, UUID found) {
    return refused.isAsked(same, "person", found);
  }
}
