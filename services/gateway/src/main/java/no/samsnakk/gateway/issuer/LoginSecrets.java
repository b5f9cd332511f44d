package no.samsnakk.gateway.issuer;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

/** What binds an answer of the issuer to the question: state, nonce and the PKCE verifier. */
public record LoginSecrets(String state, String nonce, String verifier) {

  /** New ones, each with at least 256 random bits. */
  public static LoginSecrets random() {
    return new LoginSecrets(
        new State(32).getValue(), new Nonce(32).getValue(), new CodeVerifier().getValue());
  }

  @Override
  public String toString() {
    return "LoginSecrets[***]";
  }
}
