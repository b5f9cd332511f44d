package no.samsnakk.rooms.proposal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.identity.IdentityNumber;
import no.samsnakk.rooms.identity.IdentityNumbers;
import no.samsnakk.rooms.person.People;

/** The people whom rooms are proposed for. */
@ApplicationScoped
class Patients {
  private final IdentityNumbers numbers;
  private final People people;

  Patients(IdentityNumbers numbers, People people) {
    this.numbers = numbers;
    this.people = people;
  }

  /** The number that was typed; refuses what is none. */
  IdentityNumber number(ProposalRequest.Patient typed) {
    return numbers.read(typed.identityNumber());
  }

  /**
   * The person it belongs to, whoever she is. Nothing of what was typed becomes hers: whether she
   * is known makes no difference to what happens here or to what anybody is told.
   */
  Uni<UUID> meet(IdentityNumber number, UUID proposer) {
    return people.meet(number).invoke(patient -> refuseSelf(patient, proposer));
  }

  private static void refuseSelf(UUID patient, UUID proposer) {
    if (patient.equals(proposer)) {
      throw new Refusal(RefusalCode.CANNOT_PROPOSE_FOR_SELF);
    }
  }
}
