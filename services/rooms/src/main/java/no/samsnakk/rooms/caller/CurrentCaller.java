package no.samsnakk.rooms.caller;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.audittrail.TraceBudget;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.caller.Level;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.directory.RoleView;
import no.samsnakk.rooms.directory.Roles;
import no.samsnakk.rooms.person.People;
import no.samsnakk.rooms.person.Person;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind the request. */
@ApplicationScoped
public class CurrentCaller {
  private final JsonWebToken token;
  private final Subjects subjects;
  private final People people;
  private final Roles roles;
  private final TraceBudget budget;

  CurrentCaller(
      JsonWebToken token, Subjects subjects, People people, Roles roles, TraceBudget budget) {
    this.token = token;
    this.subjects = subjects;
    this.people = people;
    this.roles = roles;
    this.budget = budget;
  }

  /** Who she is and what she may be; fails with {@code not-signed-in} if she never signed in. */
  public Uni<Caller> get() {
    return me().map(me -> new Caller(me.personId(), me.level(), me.signedInAt(), me.roles()));
  }

  /**
   * The same for what leaves an entry in the log: fails with {@code too-many-requests} if she has
   * left too many. Not asked where somebody takes access away or answers for himself: no is no
   * (R4).
   */
  public Uni<Caller> acting() {
    return get().invoke(who -> budget.require(who.personId()));
  }

  /** The same, as she sees herself. */
  public Uni<Me> me() {
    var subject = token.getSubject();
    if (subject == null) {
      return Uni.createFrom().failure(new Refusal(RefusalCode.NOT_SIGNED_IN));
    }
    return Panache.withSession(
        () ->
            subjects
                .personOf(subject)
                .map(found -> found.orElseThrow(() -> new Refusal(RefusalCode.NOT_SIGNED_IN)))
                .chain(this::of));
  }

  private Uni<Me> of(UUID personId) {
    return people
        .one(personId)
        .chain(person -> roles.of(personId).map(now -> describe(personId, person, now)));
  }

  /** Who she is the subject has proven; of her row only her name is taken. */
  private Me describe(UUID personId, Person person, List<RoleView> now) {
    return new Me(
        personId,
        person.name().orElseThrow(() -> new IllegalStateException("somebody nameless signed in")),
        Level.ofAcr(token.getClaim("idp_acr")),
        TokenTimes.signedInAt(token),
        now.stream().map(RoleView::mine).toList());
  }
}
