package no.samsnakk.gateway.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.text.ParseException;
import no.samsnakk.platform.settings.ServiceSettings;

/**
 * The OpenID Connect provider. What asks it may block, for each connection and each answer as long
 * as {@link ClientConfig#patience} says and the first time for its metadata too, so call it on a
 * virtual thread, and not inside a transaction (R12). What it refuses, or cannot be asked, is an
 * {@link IssuerFailure}.
 */
@ApplicationScoped
public class Issuer {
  private static final Scope SCOPE = new Scope("openid");

  private final Discovery discovery;
  private final TokenEndpoint tokens;
  private final ClientConfig client;
  private final URI callback;

  Issuer(Discovery discovery, TokenEndpoint tokens, ClientConfig client, ServiceSettings settings) {
    this.discovery = discovery;
    this.tokens = tokens;
    this.client = client;
    this.callback = URI.create(settings.origin() + "/auth/callback");
  }

  /** Where the browser logs in and is sent back from. */
  public URI callback() {
    return callback;
  }

  /**
   * Where a browser goes to log in.
   *
   * @param fresh the person has to prove who she is, whatever session she has there
   */
  public URI loginAddress(LoginSecrets secrets, boolean fresh) {
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, SCOPE, new ClientID(client.id()), callback)
            .endpointURI(discovery.found().metadata().getAuthorizationEndpointURI())
            .state(new State(secrets.state()))
            .nonce(new Nonce(secrets.nonce()))
            .codeChallenge(new CodeVerifier(secrets.verifier()), CodeChallengeMethod.S256);
    client.identityProvider().ifPresent(idp -> request.customParameter("kc_idp_hint", idp));
    if (fresh) {
      request.prompt(Prompt.Type.LOGIN);
    }
    return request.build().toURI();
  }

  /** Exchanges the code that a browser came back with, and believes only a verified ID token. */
  public ProvenLogin exchange(String code, LoginSecrets secrets) {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), callback, new CodeVerifier(secrets.verifier()));
    var answer = (OIDCTokenResponse) tokens.ask(grant);
    var idToken = answer.getOIDCTokens().getIDToken();
    var claims = verified(idToken, new Nonce(secrets.nonce()));
    if (claims.getAuthenticationTime() == null) {
      throw IssuerFailure.refused("no auth_time");
    }
    var sid = claims.getSessionID();
    return new ProvenLogin(
        claims.getSubject().getValue(),
        sid == null ? null : sid.getValue(),
        claims.getAuthenticationTime().toInstant(),
        idToken.getParsedString(),
        tokens.tokensIn(answer));
  }

  /** New tokens for old. */
  public Tokens refresh(Tokens old) {
    var grant = new RefreshTokenGrant(new RefreshToken(old.refresh()));
    return tokens.tokensIn(tokens.ask(grant), old);
  }

  /**
   * Whether the issuer's own session behind these tokens lives. False only where it says so itself;
   * of an issuer that cannot be asked this, it is believed.
   */
  public boolean lives(Tokens held) {
    return tokens.isActive(held.refresh());
  }

  /** Ends the issuer's own session that these tokens belong to, without the browser. */
  public void end(Tokens ended) {
    tokens.end(ended.refresh());
  }

  /** What a logout token from the issuer ends, if it is one. */
  public EndedAtIssuer verifiedLogout(String logoutToken) {
    try {
      var token = JWTParser.parse(logoutToken);
      var claims = discovery.found().logoutTokens().validate(token);
      var sid = claims.getSessionID();
      var subject = claims.getSubject();
      return new EndedAtIssuer(
          sid == null ? null : sid.getValue(), subject == null ? null : subject.getValue());
    } catch (ParseException | BadJOSEException e) {
      throw IssuerFailure.refused(e.getClass().getSimpleName());
    } catch (JOSEException e) {
      throw IssuerFailure.unavailable(e);
    }
  }

  /** Signature, issuer, audience, expiry and nonce. */
  private IDTokenClaimsSet verified(JWT idToken, Nonce nonce) {
    try {
      return discovery.found().idTokens().validate(idToken, nonce);
    } catch (BadJOSEException e) {
      throw IssuerFailure.refused("ID token: " + e.getClass().getSimpleName());
    } catch (JOSEException e) {
      throw IssuerFailure.unavailable(e);
    }
  }
}
