package no.samsnakk.gateway.trust;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import no.samsnakk.local.tls.Certificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway hands a person's token to nobody who cannot prove that he is the service. */
class TrustTest {
  private static final Vertx VERTX = Vertx.vertx();

  @TempDir static Path ours;
  @TempDir static Path theirs;
  private static Certificates known;
  private static HttpServer server;

  @BeforeAll
  static void aServiceWithACertificate() throws Exception {
    known = new Certificates(ours, "a-password-of-some-length", Clock.systemUTC());
    String rooms = known.of("rooms").toString();
    var shown = new PemKeyCertOptions().setCertPath(rooms).setKeyPath(rooms);
    server =
        VERTX
            .createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(shown))
            .requestHandler(request -> request.response().end())
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(30, SECONDS);
  }

  @AfterAll
  static void stop() throws Exception {
    VERTX.close().toCompletionStage().toCompletableFuture().get(30, SECONDS);
  }

  @Test
  void who_has_a_certificate_of_the_authority_is_asked() throws Exception {
    assertThat(asks("localhost", new Given(known))).isEqualTo(200);
  }

  @Test
  void who_has_one_of_another_is_not() {
    var another = new Certificates(theirs, "another-password", Clock.systemUTC());

    assertThatThrownBy(() -> asks("localhost", new Given(another))).hasStackTraceContaining("PKIX");
  }

  @Test
  void nor_who_has_one_for_another_name() {
    assertThatThrownBy(() -> asks("rooms.example", new Given(known)))
        .hasStackTraceContaining("rooms.example");
  }

  @Test
  void the_issuer_is_believed_by_the_same_authority() {
    assertThat(new Trust(new Registry(Optional.of(new Given(known)))).sockets()).isPresent();
    assertThat(new Trust(new Registry(Optional.empty())).sockets()).isEmpty();
  }

  private static int asks(String name, TlsConfiguration given) throws Exception {
    var trust = new Trust(new Registry(Optional.of(given)));
    var client = VERTX.createHttpClient(trust.in(new HttpClientOptions()));
    var address =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(server.actualPort(), "127.0.0.1"))
            .setHost(name)
            .setPort(server.actualPort())
            .setSsl(true);
    return client
        .request(address)
        .compose(request -> request.send())
        .map(answer -> answer.statusCode())
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, SECONDS);
  }

  private static final class Given extends BaseTlsConfiguration {
    private final Certificates believed;

    Given(Certificates believed) {
      this.believed = believed;
    }

    @Override
    public TrustOptions getTrustStoreOptions() {
      return new PemTrustOptions().addCertPath(believed.authority().toString());
    }

    @Override
    public SSLContext createSSLContext() {
      return believed.trust();
    }
  }

  private record Registry(Optional<TlsConfiguration> samsnakk) implements TlsConfigurationRegistry {
    @Override
    public Optional<TlsConfiguration> get(String name) {
      return name.equals("samsnakk") ? samsnakk : Optional.empty();
    }

    @Override
    public Optional<TlsConfiguration> getDefault() {
      return Optional.empty();
    }

    @Override
    public void register(String name, TlsConfiguration configuration) {
      throw new UnsupportedOperationException();
    }
  }
}
