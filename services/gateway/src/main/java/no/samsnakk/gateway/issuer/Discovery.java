package no.samsnakk.gateway.issuer;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.MalformedURLException;
import no.samsnakk.gateway.trust.Trust;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the issuer says of itself, asked for when first needed: the gateway starts without it, and
 * those who are signed in do not notice that it is away.
 */
@ApplicationScoped
class Discovery {
  private static final int LARGEST_KEY_SET = 64 * 1024;

  /** The issuer's addresses, and what verifies its tokens with its current keys. */
  record Found(
      OIDCProviderMetadata metadata,
      IDTokenValidator idTokens,
      LogoutTokenValidator logoutTokens) {}

  private final com.nimbusds.oauth2.sdk.id.Issuer issuer;
  private final ClientConfig client;
  private final Trust trust;
  private volatile @Nullable Found known;

  Discovery(
      @ConfigProperty(name = "samsnakk.issuer") String issuer, ClientConfig client, Trust trust) {
    this.issuer = new com.nimbusds.oauth2.sdk.id.Issuer(issuer);
    this.client = client;
    this.trust = trust;
  }

  /** Blocks while the issuer is asked for the first time; {@link IssuerFailure} if it is away. */
  Found found() {
    var already = known;
    return already == null ? ask() : already;
  }

  private Found ask() {
    try {
      var metadata = OIDCProviderMetadata.resolve(issuer, this::prepare);
      var found = found(metadata);
      LOG.issuerFound(issuer.getValue());
      known = found;
      return found;
    } catch (GeneralException | IOException e) {
      LOG.issuerUnavailable(e.getClass().getSimpleName());
      throw IssuerFailure.unavailable(e);
    }
  }

  /** For how long it may take, and whom to believe. */
  void prepare(HTTPRequest request) {
    int patience = (int) client.patience().toMillis();
    request.setConnectTimeout(patience);
    request.setReadTimeout(patience);
    trust.sockets().ifPresent(request::setSSLSocketFactory);
  }

  private Found found(OIDCProviderMetadata metadata) throws MalformedURLException {
    int patience = (int) client.patience().toMillis();
    var id = new ClientID(client.id());
    var keys = metadata.getJWKSetURI().toURL();
    var sockets = trust.sockets().orElse(null);
    var retriever =
        new DefaultResourceRetriever(patience, patience, LARGEST_KEY_SET, false, sockets);
    return new Found(
        metadata,
        new IDTokenValidator(issuer, id, JWSAlgorithm.RS256, keys, retriever),
        new LogoutTokenValidator(issuer, id, JWSAlgorithm.RS256, keys, retriever));
  }
}
