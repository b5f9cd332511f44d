package no.samsnakk.rooms.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.OutboxRecord;
import no.samsnakk.rooms.outbox.SessionOutbox;
import no.samsnakk.rooms.person.Person;

/** Tells the other services how a person now is called, reached and employed. */
@ApplicationScoped
public class PersonTelling {
  private final Roles roles;
  private final SessionOutbox outbox;

  PersonTelling(Roles roles, SessionOutbox outbox) {
    this.roles = roles;
    this.outbox = outbox;
  }

  /** Tells it in the current transaction; nothing of somebody who has no name of her own yet. */
  public Uni<Void> tell(Person person) {
    return person.name().map(name -> tell(person, name)).orElseGet(Uni.createFrom()::voidItem);
  }

  private Uni<Void> tell(Person person, String name) {
    return roles
        .of(person.personId())
        .chain(now -> outbox.append(List.of(record(person, name, now))));
  }

  private static OutboxRecord record(Person person, String name, List<RoleView> roles) {
    var told =
        new PersonChanged(
            person.personId(),
            person.version(),
            name,
            person.email(),
            roles.stream().map(RoleView::told).toList());
    return OutboxRecord.of(Ids.next(), Topics.ROOMS, person.personId(), told);
  }
}
