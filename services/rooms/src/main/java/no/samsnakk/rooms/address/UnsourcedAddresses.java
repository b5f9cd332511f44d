package no.samsnakk.rooms.address;

import static no.samsnakk.rooms.log.RoomsLog.LOG;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.samsnakk.rooms.directory.DirectoryStart;
import no.samsnakk.rooms.directory.PersonPublisher;
import no.samsnakk.rooms.person.People;
import no.samsnakk.rooms.person.Person;

/**
 * Lets go of the addresses from before addresses had a source. Some were the directory's: those it
 * has just said again, so that nobody loses one by this. The rest somebody typed about somebody
 * else. Notifications has let go of all it knew when it was migrated, also of those of people who
 * have no name to be told of yet; it is told anew how each of the others is reached. Done once;
 * finds nothing later.
 */
@ApplicationScoped
public class UnsourcedAddresses {
  private static final int TOGETHER = 100;
  private static final String TAKE =
      """
      select person_id from person where email is not null
      order by person_id limit ?1 for no key update skip locked""";

  private final People people;
  private final PersonPublisher publisher;
  private final DirectoryStart directory;
  private final Clock clock;

  UnsourcedAddresses(
      People people, PersonPublisher publisher, DirectoryStart directory, Clock clock) {
    this.people = people;
    this.publisher = publisher;
    this.directory = directory;
    this.clock = clock;
  }

  void start(@Observes @Priority(DirectoryStart.PRIORITY + 1) StartupEvent started)
      throws Throwable {
    // Without a directory nothing has said again which addresses are its own.
    if (directory.hasRead()) {
      drop();
    }
  }

  /** Lets go of all there are, some in each transaction. */
  public void drop() throws Throwable {
    int dropped = 0;
    int some;
    do {
      some = VertxContextSupport.subscribeAndAwait(this::some);
      dropped += some;
    } while (some == TOGETHER);
    if (dropped > 0) {
      LOG.unsourcedAddressesDropped(dropped);
    }
  }

  private Uni<Integer> some() {
    return Panache.withTransaction(() -> take().chain(ids -> dropAll(ids).replaceWith(ids.size())));
  }

  private static Uni<List<UUID>> take() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(TAKE, UUID.class)
                    .setParameter(1, TOGETHER)
                    .getResultList());
  }

  private Uni<List<Void>> dropAll(List<UUID> ids) {
    return people
        .byIds(ids)
        .onItem()
        .transformToMulti(found -> Multi.createFrom().iterable(found.values()))
        .onItem()
        .transformToUniAndConcatenate(this::drop)
        .collect()
        .asList();
  }

  private Uni<Void> drop(Person person) {
    return person.dropUnsourced(clock.instant())
        ? publisher.tell(person)
        : Uni.createFrom().voidItem();
  }
}
