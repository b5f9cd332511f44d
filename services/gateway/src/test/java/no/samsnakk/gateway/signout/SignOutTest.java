package no.samsnakk.gateway.signout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.SessionEnded.Cause;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.Told;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Here the issuer is away: signing out works all the same. */
@QuarkusTest
@WithTestResource(World.class)
class SignOutTest {
  @Inject People people;

  @Test
  void ends_the_session_at_once_and_takes_the_cookie_away() {
    var kari = people.signedIn();
    var stolen = kari.browser().cookie();
    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(200);

    var answer = kari.browser().changes("POST", "/auth/logout", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"next\":\"/\"}");
    assertThat(Browser.cookies(answer))
        .singleElement()
        .asString()
        .startsWith("__Host-samsnakk=;")
        .contains("Max-Age=0", "Path=/", "Secure", "HTTPOnly", "SameSite=Lax");
    assertThat(kari.browser().cookie()).isNull();
    var thief = Browser.with(new no.samsnakk.gateway.session.BrowserSecret(stolen));
    assertThat(thief.gets("/api/rooms").statusCode()).isEqualTo(401);
    assertThat(thief.gets("/auth/session").body()).isEqualTo("{\"signedIn\":false}");
  }

  @Test
  void is_told_to_those_who_hold_sockets_and_leaves_a_trace_R6() {
    var kari = people.signedIn();

    kari.browser().changes("POST", "/auth/logout", "");

    var ended =
        Told.on(Topics.SESSIONS, SessionEnded.class, it -> it.personId().equals(kari.personId()));
    assertThat(ended.cause()).isEqualTo(Cause.LOGOUT);
    var trace =
        Told.on(Topics.AUDIT, AuditRecorded.class, it -> it.agentId().equals(kari.personId()));
    assertThat(trace.action()).isEqualTo(AuditAction.SIGNED_OUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "logout_token=", "logout_token=x.y.z", "other=1"})
  void is_not_believed_of_just_anybody(String form) {
    var kari = people.signedIn();

    var answer =
        Browser.ofNobody()
            .sends(
                "POST",
                "/auth/back-channel-logout",
                form,
                "Content-Type",
                "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isBetween(400, 503);
    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(200);
  }
}
