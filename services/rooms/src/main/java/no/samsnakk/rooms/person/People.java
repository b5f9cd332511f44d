package no.samsnakk.rooms.person;

import static no.samsnakk.rooms.log.RoomsLog.LOG;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.problem.RefusalCode;
import no.samsnakk.rooms.identity.IdentityNumber;
import no.samsnakk.rooms.identity.NumberVault;
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
      """
      select person_id, encode(number_sealed, 'hex') from person where number_key = ?1
      for no key update""";

  private final NumberVault vault;
  private final Clock clock;

  People(NumberVault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * The person with this number, locked until the transaction ends. One who is new has no name:
   * what others say about her is not hers. Two at once get the same person, one after the other.
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

  /** The person, locked until the transaction ends, so that no change of her is lost. */
  public Uni<Person> forChange(UUID personId) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LOCK, UUID.class)
                    .setParameter(1, personId)
                    .getSingleResult()
                    .chain(id -> session.find(Person.class, id)));
  }

  /**
   * The person with this number, locked until the transaction ends. One who is new gets the name
   * given; one who is known keeps hers. Two at once get the same person.
   */
  public Uni<Entered> enter(IdentityNumber number, String name, NameSource source) {
    return getSession()
        .chain(
            session ->
                insert(session, number, name, source)
                    .chain(
                        inserted ->
                            lock(session, number)
                                .chain(id -> session.find(Person.class, id))
                                .map(person -> new Entered(person, inserted))));
  }

  /** These people by their ids. */
  public Uni<Map<UUID, Person>> byIds(Collection<UUID> ids) {
    return list("personId in ?1", ids)
        .map(
            people ->
                people.stream().collect(Collectors.toMap(Person::personId, Function.identity())));
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
        .map(
            found ->
                requireSealed(number, (UUID) found[0], HexFormat.of().parseHex((String) found[1])));
  }

  /** What finds her can be moved to another row; the number that is sealed for her cannot. */
  private UUID requireSealed(IdentityNumber number, UUID personId, byte[] sealed) {
    if (!vault.holds(sealed, number, personId)) {
      LOG.personChanged();
      throw new Refusal(RefusalCode.NOT_ALLOWED);
    }
    return personId;
  }
}
