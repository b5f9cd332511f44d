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
import org.jspecify.annotations.Nullable;

/** Tells the other services how a person now is called, reached and employed. */
@ApplicationScoped
public class PersonPublisher {
  private final Roles roles;
  private final SessionOutbox outbox;

  PersonPublisher(Roles roles, SessionOutbox outbox) {
    this.roles = roles;
    this.outbox = outbox;
  }

  /** Tells it in the current transaction; nothing of somebody who has no name of her own yet. */
  public Uni<Void> tell(Person person) {
    return tell(person, null);
  }

  /** The same, and where her letters went until she changed it herself. */
  public Uni<Void> tell(Person person, @Nullable String formerEmail) {
    return person
        .name()
        .map(name -> tell(person, name, formerEmail))
        .orElseGet(Uni.createFrom()::voidItem);
  }

  private Uni<Void> tell(Person person, String name, @Nullable String formerEmail) {
    return roles
        .of(person.personId())
        .chain(now -> outbox.append(List.of(record(person, name, now, formerEmail))));
  }

  private static OutboxRecord record(
      Person person, String name, List<RoleView> roles, @Nullable String formerEmail) {
    var told =
        new PersonChanged(
            person.personId(),
            person.version(),
            name,
            person.email(),
            roles.stream().map(RoleView::told).toList(),
            formerEmail);
    return OutboxRecord.of(Ids.next(), Topics.ROOMS, person.personId(), told);
  }
}
