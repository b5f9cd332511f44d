package no.samsnakk.rooms.signin;

import static no.samsnakk.rooms.log.RoomsLog.LOG;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.caller.Subjects;
import no.samsnakk.rooms.directory.PersonPublisher;
import no.samsnakk.rooms.directory.Roles;
import no.samsnakk.rooms.identity.IdentityNumber;
import no.samsnakk.rooms.identity.IdentityNumbers;
import no.samsnakk.rooms.outbox.SessionOutbox;
import no.samsnakk.rooms.person.Entered;
import no.samsnakk.rooms.person.NameSource;
import no.samsnakk.rooms.person.People;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Makes a subject a person, known by her identity number, and leaves the trace of it (R6). */
@ApplicationScoped
class SignIn {
  private final IdentityNumbers numbers;
  private final People people;
  private final Subjects subjects;
  private final Roles roles;
  private final PersonPublisher publisher;
  private final SessionOutbox outbox;
  private final Clock clock;

  SignIn(
      IdentityNumbers numbers,
      People people,
      Subjects subjects,
      Roles roles,
      PersonPublisher publisher,
      SessionOutbox outbox,
      Clock clock) {
    this.numbers = numbers;
    this.people = people;
    this.subjects = subjects;
    this.roles = roles;
    this.publisher = publisher;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Carries out what a verified ID token says.
   *
   * @param bearer the subject of the access token that came with it
   */
  Uni<Void> carryOut(JsonWebToken idToken, String bearer) {
    String pid = idToken.getClaim("pid");
    String name = idToken.getClaim("name");
    if (pid == null || name == null || name.isBlank() || !bearer.equals(idToken.getSubject())) {
      return Uni.createFrom().failure(new Refusal(RefusalCode.NOT_SIGNED_IN));
    }
    var number = numbers.read(pid);
    return Panache.withTransaction(() -> signIn(number, name.strip(), bearer));
  }

  private Uni<Void> signIn(IdentityNumber number, String name, String subject) {
    return people
        .enter(number, name, NameSource.BANKID)
        .call(entered -> bind(subject, entered.person().personId()))
        .call(entered -> takeName(entered, name))
        .chain(entered -> leaveTrace(entered.person().personId()));
  }

  private Uni<Void> bind(String subject, UUID personId) {
    return subjects
        .remember(subject, personId)
        .invoke(known -> requireSame(known, personId))
        .replaceWithVoid();
  }

  private static void requireSame(UUID known, UUID personId) {
    if (!known.equals(personId)) {
      LOG.subjectIsAnother();
      throw new Refusal(RefusalCode.NOT_ALLOWED);
    }
  }

  /** A professional is called what the directory calls her (design, part 6). */
  private Uni<Void> takeName(Entered entered, String name) {
    var person = entered.person();
    return roles
        .of(person.personId())
        .map(
            now ->
                entered.isNew()
                    || (now.isEmpty() && person.called(name, NameSource.BANKID, clock.instant())))
        .chain(news -> news ? publisher.tell(person) : Uni.createFrom().voidItem());
  }

  private Uni<Void> leaveTrace(UUID personId) {
    var entry =
        AuditRecorded.success(Ids.next(), clock.instant(), AuditAction.SIGNED_IN, personId, null);
    return outbox.append(List.of(AuditTrail.record(entry)));
  }
}
