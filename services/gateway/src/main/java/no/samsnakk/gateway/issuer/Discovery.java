package no.samsnakk.gateway.issuer;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import no.samsnakk.gateway.trust.Trust;
import no.samsnakk.platform.log.Warnings;
import no.samsnakk.platform.settings.ServiceSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the issuer says of itself, asked for when first needed: the gateway starts without it, and
 * those who are signed in do not notice that it is away.
 */
@ApplicationScoped
class Discovery {
  private static final int LARGEST_KEY_SET = 64 * 1024;

  /** How long its keys are believed without being asked for again. */
  private static final Duration KEYS_LAST = Duration.ofMinutes(5);

  /**
   * In so long its keys are asked for twice at most, for each of the two kinds of tokens: anybody
   * can send logout tokens that name keys which do not exist. A new key is believed when this is
   * over, and a key that is known at once.
   */
  private static final Duration TWO_ASKINGS = Duration.ofSeconds(10);

  /** The issuer's addresses, and what verifies its tokens with its current keys. */
  record Found(
      OIDCProviderMetadata metadata,
      IDTokenValidator idTokens,
      LogoutTokenValidator logoutTokens) {}

  private final com.nimbusds.oauth2.sdk.id.Issuer issuer;
  private final ClientConfig client;
  private final Trust trust;
  private final Warnings unavailable;
  private volatile @Nullable Found known;

  Discovery(ServiceSettings settings, ClientConfig client, Trust trust, MeterRegistry metrics) {
    this.issuer = new com.nimbusds.oauth2.sdk.id.Issuer(settings.issuer());
    this.client = client;
    this.trust = trust;
    this.unavailable = new Warnings(metrics.counter("samsnakk.gateway.issuer.unavailable"));
  }

  /** Blocks while the issuer is asked for the first time; {@link IssuerFailure} if it is away. */
  Found found() {
    var already = known;
    return already == null ? ask() : already;
  }

  private Found ask() {
    try {
      var metadata = OIDCProviderMetadata.resolve(issuer, this::prepare);
      return kept(found(metadata));
    } catch (GeneralException | IOException e) {
      var cause = e.getClass().getSimpleName();
      unavailable.tell(since -> LOG.issuerUnavailable(since, cause));
      throw IssuerFailure.unavailable(e);
    }
  }

  /** The first of those who asked at once: with it goes the bound on asking for keys. */
  private synchronized Found kept(Found found) {
    var already = known;
    if (already != null) {
      return already;
    }
    LOG.issuerFound(issuer.getValue());
    known = found;
    return found;
  }

  /** For how long it may take, and whom to believe. */
  void prepare(HTTPRequest request) {
    int patience = (int) client.patience().toMillis();
    request.setConnectTimeout(patience);
    request.setReadTimeout(patience);
    trust.sockets().ifPresent(request::setSSLSocketFactory);
  }

  private Found found(OIDCProviderMetadata metadata) throws MalformedURLException {
    var id = new ClientID(client.id());
    var keys = metadata.getJWKSetURI().toURL();
    return new Found(
        metadata,
        new IDTokenValidator(issuer, id, keysAt(keys), null),
        new LogoutTokenValidator(issuer, id, keysAt(keys), null));
  }

  /** For one kind of tokens, so that who sends forged ones of the other does not use up its own. */
  private JWSKeySelector<SecurityContext> keysAt(URL address) {
    int patience = (int) client.patience().toMillis();
    var sockets = trust.sockets().orElse(null);
    var retriever =
        new DefaultResourceRetriever(patience, patience, LARGEST_KEY_SET, false, sockets);
    var keys =
        JWKSourceBuilder.create(address, retriever)
            .cache(KEYS_LAST.toMillis(), patience)
            .refreshAheadCache(false)
            .rateLimited(TWO_ASKINGS.toMillis())
            .build();
    return new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys);
  }
}
