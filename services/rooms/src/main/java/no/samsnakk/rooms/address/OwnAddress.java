package no.samsnakk.rooms.address;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.caller.Level;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.directory.PersonPublisher;
import no.samsnakk.rooms.letter.Letters;
import no.samsnakk.rooms.outbox.SessionOutbox;
import no.samsnakk.rooms.person.People;
import no.samsnakk.rooms.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * A person sees and changes where her own letters go. That she did is logged (R6), not where; and
 * the address before is told that it no longer is hers, in case it was somebody with her phone.
 */
@ApplicationScoped
class OwnAddress {
  private final People people;
  private final PersonPublisher publisher;
  private final Letters letters;
  private final SessionOutbox outbox;
  private final Clock clock;

  OwnAddress(
      People people,
      PersonPublisher publisher,
      Letters letters,
      SessionOutbox outbox,
      Clock clock) {
    this.people = people;
    this.publisher = publisher;
    this.letters = letters;
    this.outbox = outbox;
    this.clock = clock;
  }

  Uni<Address> see(Caller caller) {
    return Panache.withSession(() -> people.one(caller.personId()).map(Address::of));
  }

  /** The row is locked first: of two changes that name the same version one is refused. */
  Uni<Address> change(AddressRequest request, Caller caller) {
    caller.requireLevel(Level.HIGH);
    return Panache.withTransaction(
        () ->
            people
                .forChange(caller.personId())
                .invoke(person -> requireVersion(person, request.version()))
                .call(person -> change(person, request))
                .map(Address::of));
  }

  private static void requireVersion(Person person, long shown) {
    if (person.version() != shown) {
      throw new Refusal(RefusalCode.ADDRESS_CHANGED_MEANWHILE);
    }
  }

  /** What changes nothing, to the letter, is no change; anything else counts, and is told. */
  private Uni<Void> change(Person person, AddressRequest request) {
    var before = person.email();
    return person.wantsLettersAt(request.email(), clock.instant())
        ? count(person).chain(() -> tell(person, before)).chain(() -> leaveTrace(person))
        : Uni.createFrom().voidItem();
  }

  /**
   * Whoever typed a stranger's address can always take it out again; then it is the directory's.
   */
  private Uni<Void> count(Person person) {
    return person.saidWhere()
        ? letters.countChange(person.personId())
        : letters.countLettingGo(person.personId());
  }

  /** To the address before, where her letters still go to it, nothing is told. */
  private Uni<Void> tell(Person person, @Nullable String before) {
    boolean same = before == null || before.equalsIgnoreCase(person.email());
    return publisher.tell(person, same ? null : before);
  }

  private Uni<Void> leaveTrace(Person person) {
    var entry =
        AuditRecorded.success(
            Ids.next(), clock.instant(), AuditAction.ADDRESS_CHANGED, person.personId(), null);
    return outbox.append(List.of(AuditTrail.record(entry)));
  }
}
