package no.samsnakk.rooms.person;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.rooms.identity.IdentityNumber;
import no.samsnakk.rooms.identity.NumberVault;
import org.hibernate.reactive.mutiny.Mutiny;

/** The people known here. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {
  private static final String ENTER =
      """
      insert into person
        (person_id, number_key, number_sealed, name, name_source, version, created_at, changed_at)
      values (?1, ?2, ?3, ?4, ?5, 1, ?6, ?6)
      on conflict (number_key) do nothing
      returning 1""";

  private final NumberVault vault;
  private final Clock clock;

  People(NumberVault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * The person with this number. One who is new gets the name given; one who is known keeps hers.
   * Two at once get the same person.
   */
  public Uni<Entered> enter(IdentityNumber number, String name, NameSource source) {
    var key = vault.lookupKey(number);
    return getSession()
        .chain(
            session ->
                insert(session, number, name, source)
                    .chain(
                        inserted ->
                            byKey(session, key)
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

  private static Uni<UUID> byKey(Mutiny.Session session, byte[] key) {
    return session
        .createNativeQuery("select person_id from person where number_key = ?1", UUID.class)
        .setParameter(1, key)
        .getSingleResult();
  }
}
