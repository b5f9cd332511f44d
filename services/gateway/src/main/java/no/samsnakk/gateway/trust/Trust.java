package no.samsnakk.gateway.trust;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * How the gateway tells by TLS whether services and issuer are who they say: by the authorities of
 * {@code SAMSNAKK_TLS_TRUSTSTORE}, or those that Java knows where none is given.
 */
@ApplicationScoped
public class Trust {
  private final Optional<TlsConfiguration> given;
  private final Optional<SSLSocketFactory> sockets;

  Trust(TlsConfigurationRegistry registry) {
    this.given = registry.get("samsnakk");
    this.sockets = given.map(Trust::sockets);
  }

  /** These options for a client that asks by TLS where the address says so. */
  public HttpClientOptions in(HttpClientOptions options) {
    given.map(TlsConfiguration::getTrustStoreOptions).ifPresent(options::setTrustOptions);
    return options;
  }

  /** What connections to the issuer are made with; nothing: with Java's own. */
  public Optional<SSLSocketFactory> sockets() {
    return sockets;
  }

  private static SSLSocketFactory sockets(TlsConfiguration given) {
    try {
      return given.createSSLContext().getSocketFactory();
    } catch (Exception e) {
      throw new IllegalStateException("the trust store cannot be used", e);
    }
  }
}
