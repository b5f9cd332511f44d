package no.samsnakk.gateway.world;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import no.samsnakk.gateway.issuer.ProvenLogin;
import no.samsnakk.gateway.issuer.Tokens;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.platform.id.Ids;

/**
 * People who are signed in already; how one signs in is told in {@code SignInThroughKeycloakTest}.
 */
@ApplicationScoped
public class People {
  private final Sessions sessions;
  private final Clock clock;

  People(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Somebody and her browser. */
  public record Person(UUID personId, Browser browser, Tokens tokens) {}

  public Person signedIn() {
    return signedIn(Duration.ofHours(1));
  }

  /** Somebody whose session lives for so long. */
  public Person signedIn(Duration refreshLife) {
    var now = clock.instant();
    var tokens =
        new Tokens(
            "access-" + Ids.next(),
            now.plus(Duration.ofMinutes(5)),
            "refresh-" + Ids.next(),
            now.plus(refreshLife));
    var personId = Ids.next();
    var login = new ProvenLogin("subject-" + personId, "sid-" + personId, now, "id-token", tokens);
    var begun = sessions.begin(personId, login, null).await().indefinitely();
    return new Person(personId, Browser.with(begun.secret()), tokens);
  }
}
