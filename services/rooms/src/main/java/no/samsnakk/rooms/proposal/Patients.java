package no.samsnakk.rooms.proposal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.problem.RefusalCode;
import no.samsnakk.rooms.directory.PersonTelling;
import no.samsnakk.rooms.identity.IdentityNumber;
import no.samsnakk.rooms.identity.IdentityNumbers;
import no.samsnakk.rooms.person.Entered;
import no.samsnakk.rooms.person.NameSource;
import no.samsnakk.rooms.person.People;

/** The people whom rooms are proposed for. */
@ApplicationScoped
class Patients {
  private static final RefusalCode FOR_SELF = new RefusalCode(422, "cannot-propose-for-self");

  private final IdentityNumbers numbers;
  private final People people;
  private final PersonTelling telling;
  private final Clock clock;

  Patients(IdentityNumbers numbers, People people, PersonTelling telling, Clock clock) {
    this.numbers = numbers;
    this.people = people;
    this.telling = telling;
    this.clock = clock;
  }

  /** The number that was typed; refuses what is none. */
  IdentityNumber number(ProposalRequest.Patient typed) {
    return numbers.read(typed.identityNumber());
  }

  /** The person it belongs to, whoever she is; only a stranger takes over what was typed. */
  Uni<UUID> enter(IdentityNumber number, ProposalRequest.Patient typed, UUID proposer) {
    return people
        .enter(number, typed.name().strip(), NameSource.TYPED)
        .invoke(entered -> refuseSelf(entered, proposer))
        .call(entered -> takeAddress(entered, typed))
        .map(entered -> entered.person().personId());
  }

  private static void refuseSelf(Entered entered, UUID proposer) {
    if (entered.person().personId().equals(proposer)) {
      throw new Refusal(FOR_SELF);
    }
  }

  /** One who is reached somewhere already goes on being reached there. */
  private Uni<Void> takeAddress(Entered entered, ProposalRequest.Patient typed) {
    var person = entered.person();
    var email = typed.email();
    boolean news =
        email != null && person.email() == null && person.reachedAt(email, clock.instant());
    return news || entered.isNew() ? telling.tell(person) : Uni.createFrom().voidItem();
  }
}
