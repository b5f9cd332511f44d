package no.samsnakk.local.tls;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import no.samsnakk.local.postgres.Security;

/**
 * Whether everything here talks by TLS and nothing in the clear: the one place that knows which
 * scheme addresses have, which certificate a part shows, and whom a client believes.
 *
 * @param certificates whose they are; none: all talk in the clear, over the loopback
 */
public record Tls(Optional<Certificates> certificates) {
  /** In the clear. */
  public static final Tls OFF = new Tls(Optional.empty());

  public boolean on() {
    return certificates.isPresent();
  }

  /** Of addresses: {@code http} or {@code https}. */
  public String scheme() {
    return on() ? "https" : "http";
  }

  /** PEM file with a part's key and certificate. */
  public Optional<Path> of(String part) {
    return certificates.map(it -> it.of(part));
  }

  /** PEM file with whom clients believe. */
  public Optional<Path> authority() {
    return certificates.map(Certificates::authority);
  }

  /** How our PostgreSQL is connected to. */
  public Security postgres() {
    return authority().map(Security::verified).orElse(Security.NONE);
  }

  /** A client that believes our authority, and with TLS nobody else. */
  public HttpClient.Builder http() {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2));
    certificates.ifPresent(it -> client.sslContext(it.trust()));
    return client;
  }
}
