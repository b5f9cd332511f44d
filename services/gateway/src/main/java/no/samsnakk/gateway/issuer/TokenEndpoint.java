package no.samsnakk.gateway.issuer;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the gateway asks of the issuer in its own name, without the browser. */
@ApplicationScoped
class TokenEndpoint {
  /** For an issuer that does not say how long a refresh token lives. */
  private static final Duration UNTOLD = Duration.ofHours(10);

  private final Discovery discovery;
  private final ClientAuthentication client;
  private final Clock clock;

  TokenEndpoint(Discovery discovery, ClientConfig config, Clock clock) {
    this.discovery = discovery;
    this.client = new ClientSecretBasic(new ClientID(config.id()), new Secret(config.secret()));
    this.clock = clock;
  }

  AccessTokenResponse ask(AuthorizationGrant grant) {
    var endpoint = discovery.found().metadata().getTokenEndpointURI();
    var answer = send(new TokenRequest.Builder(endpoint, client, grant).build().toHTTPRequest());
    try {
      var parsed = OIDCTokenResponseParser.parse(answer);
      if (!parsed.indicatesSuccess()) {
        throw failure(parsed.toErrorResponse().getErrorObject(), answer.getStatusCode());
      }
      return (AccessTokenResponse) parsed;
    } catch (ParseException e) {
      throw IssuerFailure.unavailable(e);
    }
  }

  /** Those of a new session. */
  Tokens tokensIn(AccessTokenResponse answer) {
    if (answer.getTokens().getRefreshToken() == null) {
      throw IssuerFailure.refused("no refresh token");
    }
    return tokensIn(answer, "", clock.instant());
  }

  /** Those that follow: an issuer that gives no new refresh token honours the old one still. */
  Tokens tokensIn(AccessTokenResponse answer, Tokens old) {
    return tokensIn(answer, old.refresh(), old.refreshExpiresAt());
  }

  private Tokens tokensIn(AccessTokenResponse answer, String before, Instant beforeExpiresAt) {
    var now = clock.instant();
    var access = answer.getTokens().getAccessToken();
    var expiresAt = now.plusSeconds(access.getLifetime());
    var refresh = answer.getTokens().getRefreshToken();
    return refresh == null
        ? new Tokens(access.getValue(), expiresAt, before, beforeExpiresAt)
        : new Tokens(access.getValue(), expiresAt, refresh.getValue(), refreshExpiry(answer, now));
  }

  /**
   * Keycloak ends its session when it is shown a refresh token of it at its end-session address; an
   * issuer without such an address is asked to revoke the token (RFC 7009).
   */
  void end(String refreshToken) {
    var metadata = discovery.found().metadata();
    var endSession = metadata.getEndSessionEndpointURI();
    var request =
        endSession == null
            ? post(metadata.getRevocationEndpointURI(), "token", refreshToken)
            : post(endSession, "refresh_token", refreshToken);
    var answer = send(request);
    if (!answer.indicatesSuccess()) {
      throw IssuerFailure.refused("status " + answer.getStatusCode());
    }
  }

  /** RFC 7662. Whatever is not a plain answer is none: then the issuer could not be asked. */
  boolean isActive(String refreshToken) {
    var endpoint = discovery.found().metadata().getIntrospectionEndpointURI();
    if (endpoint == null) {
      return true;
    }
    var question = new TokenIntrospectionRequest(endpoint, client, new RefreshToken(refreshToken));
    try {
      var answer = TokenIntrospectionResponse.parse(send(question.toHTTPRequest()));
      if (!answer.indicatesSuccess()) {
        throw IssuerFailure.unavailable("no plain answer");
      }
      return answer.toSuccessResponse().isActive();
    } catch (ParseException e) {
      throw IssuerFailure.unavailable(e);
    }
  }

  private HTTPRequest post(URI address, String name, String value) {
    var request = new HTTPRequest(HTTPRequest.Method.POST, address);
    request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
    request.setBody(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    client.applyTo(request);
    return request;
  }

  private HTTPResponse send(HTTPRequest request) {
    discovery.prepare(request);
    request.setFollowRedirects(false);
    try {
      return request.send();
    } catch (IOException e) {
      throw IssuerFailure.unavailable(e);
    }
  }

  /** A grant is over when the issuer says that (RFC 6749, section 5.2), and by nothing else. */
  private static IssuerFailure failure(@Nullable ErrorObject error, int status) {
    var code = error == null ? "no reason given" : "" + error.getCode();
    return status == 400 && code.equals(OAuth2Error.INVALID_GRANT.getCode())
        ? IssuerFailure.refused(code)
        : IssuerFailure.unavailable("status " + status);
  }

  private static Instant refreshExpiry(AccessTokenResponse answer, Instant now) {
    return answer.getCustomParameters().get("refresh_expires_in") instanceof Number seconds
            && seconds.longValue() > 0
        ? now.plusSeconds(seconds.longValue())
        : now.plus(UNTOLD);
  }
}
