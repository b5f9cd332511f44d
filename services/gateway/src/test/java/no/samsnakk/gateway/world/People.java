package no.samsnakk.gateway.world;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import no.samsnakk.gateway.issuer.ProvenLogin;
import no.samsnakk.gateway.issuer.Tokens;
import no.samsnakk.gateway.session.Device;
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
    return signedIn(Duration.ofHours(2));
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
    return signedIn(Ids.next(), tokens, Device.of(null), "sid-" + Ids.next());
  }

  /** The same person once more, on another device. */
  public Person signedInAgain(UUID personId, String userAgent) {
    var now = clock.instant();
    var tokens =
        new Tokens(
            "access-" + Ids.next(),
            now.plus(Duration.ofMinutes(5)),
            "refresh-" + Ids.next(),
            now.plus(Duration.ofHours(2)));
    return signedIn(personId, tokens, Device.of(userAgent), "sid-" + Ids.next());
  }

  /** Somebody whose session shares one at the issuer with all that are given the same. */
  public Person signedInWith(String providerSid) {
    var now = clock.instant();
    var expires = now.plus(Duration.ofHours(2));
    var tokens = new Tokens("access-" + Ids.next(), expires, "refresh-" + Ids.next(), expires);
    return signedIn(Ids.next(), tokens, Device.of(null), providerSid);
  }

  private Person signedIn(UUID personId, Tokens tokens, Device device, String providerSid) {
    var now = clock.instant();
    var login = new ProvenLogin("subject-" + personId, providerSid, now, "id-token", tokens);
    var begun = sessions.begin(personId, login, device, null).await().indefinitely();
    return new Person(personId, Browser.with(begun.secret()), tokens);
  }
}
