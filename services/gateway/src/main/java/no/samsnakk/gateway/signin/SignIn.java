package no.samsnakk.gateway.signin;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.issuer.Issuer;
import no.samsnakk.gateway.issuer.IssuerFailure;
import no.samsnakk.gateway.issuer.LoginSecrets;
import no.samsnakk.gateway.issuer.ProvenLogin;
import no.samsnakk.gateway.issuer.Tokens;
import no.samsnakk.gateway.people.People;
import no.samsnakk.gateway.session.BrowserSecret;
import no.samsnakk.gateway.session.Device;
import no.samsnakk.gateway.session.Login;
import no.samsnakk.gateway.session.Logins;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.gateway.signin.Outcome.Reason;
import no.samsnakk.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The code flow. Blocks: for virtual threads.
 *
 * <pre>
 *   begin ─ state, nonce, verifier kept for this browser ─▶ issuer
 *   issuer ─▶ finish ─ this browser's login? ─ code for tokens ─ rooms: who is it? ─▶ session
 * </pre>
 */
@ApplicationScoped
class SignIn {
  /** How far the issuer's clock may be behind ours. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private final Issuer issuer;
  private final Logins logins;
  private final Sessions sessions;
  private final People people;
  private final Clock clock;

  SignIn(Issuer issuer, Logins logins, Sessions sessions, People people, Clock clock) {
    this.issuer = issuer;
    this.logins = logins;
    this.sessions = sessions;
    this.people = people;
    this.clock = clock;
  }

  /** Where to send the browser, and the cookie it has to come back with. */
  record Begun(URI issuer, BrowserSecret secret) {}

  /**
   * Begins a login. A browser that we know keeps its cookie, so that an unfinished fresh login
   * costs nobody her session; any other gets one of ours.
   */
  Begun begin(Optional<BrowserSecret> shown, String returnTo, boolean fresh) {
    var login = new Login(LoginSecrets.random(), fresh ? clock.instant() : null, returnTo);
    var address = issuer.loginAddress(login.secrets(), fresh);
    var browser =
        shown
            .filter(secret -> logins.knows(secret).await().indefinitely())
            .orElseGet(BrowserSecret::random);
    logins.begin(browser, login).await().indefinitely();
    return new Begun(address, browser);
  }

  /** Finishes a login with what the issuer sent through the browser. */
  Outcome finish(Optional<BrowserSecret> shown, Map<String, List<String>> answered, Device device) {
    try {
      var answer = AuthenticationResponseParser.parse(issuer.callback(), answered);
      return answer.getState() == null || shown.isEmpty()
          ? stale(shown)
          : finish(shown.get(), answer, device);
    } catch (ParseException e) {
      return stale(shown);
    }
  }

  private Outcome finish(BrowserSecret browser, AuthenticationResponse answer, Device device) {
    var login = logins.take(browser, answer.getState().getValue()).await().indefinitely();
    if (login.isEmpty()) {
      return stale(Optional.of(browser));
    }
    return answer instanceof AuthenticationErrorResponse error
        ? new Outcome.Failed(reason(error), login.get().returnTo())
        : enterOrFail(browser, login.get(), answer, device);
  }

  private Outcome enterOrFail(
      BrowserSecret browser, Login login, AuthenticationResponse answer, Device device) {
    try {
      return enter(browser, login, answer, device);
    } catch (IssuerFailure failure) {
      LOG.signInFailed("" + failure.getMessage());
      return new Outcome.Failed(reason(failure), login.returnTo());
    } catch (Refusal refusal) {
      LOG.signInFailed(refusal.reason().code());
      return new Outcome.Failed(reason(refusal), login.returnTo());
    }
  }

  private Outcome enter(
      BrowserSecret browser, Login login, AuthenticationResponse answer, Device device) {
    var code = answer.toSuccessResponse().getAuthorizationCode();
    var proven = issuer.exchange(code == null ? "" : code.getValue(), login.secrets());
    requireFresh(login.freshSince(), proven);
    var person = person(proven);
    var begun = sessions.begin(person, proven, device, browser).await().indefinitely();
    begun.replaced().forEach(old -> endAtIssuer(old, proven));
    return new Outcome.SignedIn(begun.secret(), login.returnTo());
  }

  private static void requireFresh(@Nullable Instant since, ProvenLogin proven) {
    if (since != null && proven.authenticatedAt().isBefore(since.minus(SKEW))) {
      throw new Refusal(RefusalCode.FRESH_LOGIN_REQUIRED);
    }
  }

  /** Whoever is not let in shall not stay signed in at the issuer either. */
  private UUID person(ProvenLogin proven) {
    try {
      return people.signedIn(proven).await().indefinitely().personId();
    } catch (Refusal refusal) {
      endQuietly(proven.tokens());
      throw refusal;
    }
  }

  /** The old session's tokens, unless the issuer counts both as one session of its own. */
  private void endAtIssuer(Session old, ProvenLogin proven) {
    if (!Objects.equals(old.providerSid(), proven.providerSid())) {
      endQuietly(old.tokens());
    }
  }

  private void endQuietly(Tokens tokens) {
    try {
      issuer.end(tokens);
    } catch (IssuerFailure failure) {
      LOG.notEndedAtIssuer("" + failure.getMessage());
    }
  }

  /** Played again by a back button, opened in another browser, or too late. */
  private Outcome stale(Optional<BrowserSecret> shown) {
    return sessions.find(shown).await().indefinitely().isPresent()
        ? new Outcome.AlreadySignedIn()
        : new Outcome.Failed(Reason.EXPIRED, LocalPath.HOME);
  }

  private static Reason reason(AuthenticationErrorResponse answer) {
    var error = answer.getErrorObject();
    return switch (error == null ? "" : String.valueOf(error.getCode())) {
      case "access_denied" -> Reason.CANCELLED;
      case "temporarily_unavailable", "server_error" -> Reason.UNAVAILABLE;
      default -> Reason.FAILED;
    };
  }

  private static Reason reason(IssuerFailure failure) {
    return switch (failure.kind()) {
      case UNAVAILABLE -> Reason.UNAVAILABLE;
      case REFUSED -> Reason.FAILED;
    };
  }

  private static Reason reason(Refusal refusal) {
    if (refusal.reason().equals(RefusalCode.TEMPORARILY_UNAVAILABLE)) {
      return Reason.UNAVAILABLE;
    }
    return refusal.reason().equals(RefusalCode.NOT_ALLOWED) ? Reason.REFUSED : Reason.FAILED;
  }
}
