package no.samsnakk.platform.schema;

import static java.util.concurrent.TimeUnit.SECONDS;
import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import no.samsnakk.contracts.database.BentRole;
import no.samsnakk.local.Home;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import no.samsnakk.platform.log.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody has a service's database password, and sets the service's role as he likes. */
class RoleSettingsTest {
  private static final LocalPostgres POSTGRES = LocalPostgres.temporary();
  private static final Vertx VERTX = Vertx.vertx();
  private static final String SAID = "quarkus.datasource.reactive.additional-properties";

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  @AfterAll
  static void stop() {
    VERTX.close();
    POSTGRES.close();
  }

  @ParameterizedTest
  @EnumSource
  void R2_what_he_sets_does_not_reach_the_connections_of_the_service(Service service)
      throws Exception {
    var pool = pool(service);
    try (var bent = BentRole.of(POSTGRES.superuserJdbcUrl(), service.label())) {
      assertThat(text(pool, BentRole.asked())).isEqualTo(BentRole.right(own(service)));
    } finally {
      pool.close();
    }
  }

  @Test
  void that_he_does_is_told_once_and_counted_until_it_is_taken_back() throws Exception {
    var pool = pool(Service.GATEWAY);
    var settings = new RoleSettings(VERTX, pool, "gateway", metrics);
    try (var log = new Told()) {
      settings.start(new StartupEvent());
      look(settings);
      assertThat(log.lines()).noneMatch(line -> line.startsWith("SAMS00118"));
      assertThat(found()).isZero();

      try (var bent = BentRole.of(POSTGRES.superuserJdbcUrl(), "gateway")) {
        look(settings);
        look(settings);
        assertThat(log.lines())
            .filteredOn(
                line -> line.startsWith("SAMS00118: The database role samsnakk_gateway has"))
            .hasSize(1);
        assertThat(found()).isGreaterThan(10);
      }

      look(settings);
      assertThat(found()).isZero();
    } finally {
      pool.close();
    }
  }

  /** His connections have been ended: the first question may find one that is none any more. */
  private static void look(RoleSettings settings) {
    await()
        .ignoreExceptions()
        .until(
            () ->
                settings.look().toCompletionStage().toCompletableFuture().get(20, SECONDS) != null);
  }

  private double found() {
    return metrics.get("samsnakk.gateway.role.settings").gauge().value();
  }

  private static Map<String, String> own(Service service) {
    var own = new HashMap<>(Map.of("search_path", service.label()));
    if (service == Service.MESSAGING) {
      own.put("idle_in_transaction_session_timeout", "3s");
      own.put("statement_timeout", "10s");
    }
    return own;
  }

  /** One that connects as the service's configuration says. */
  private static Pool pool(Service service) {
    var password = POSTGRES.configuration().get("SAMSNAKK_DB_" + service.name() + "_PASSWORD");
    var options =
        PgConnectOptions.fromUri("postgresql://" + POSTGRES.address())
            .setUser("samsnakk_" + service.label())
            .setPassword(password);
    said(service).forEach(options::addProperty);
    return PgBuilder.pool().connectingTo(options).using(VERTX).build();
  }

  private static Map<String, String> said(Service service) {
    var folder = Home.find().root().resolve("services");
    var every =
        folder.resolve("platform/src/main/resources/META-INF/microprofile-config.properties");
    var own = folder.resolve(service.label() + "/src/main/resources/application.properties");
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(source(every, 100), source(own, 250))
        .build()
        .getValues(SAID, String.class, String.class);
  }

  private static PropertiesConfigSource source(Path file, int ordinal) {
    try {
      return new PropertiesConfigSource(file.toUri().toURL(), ordinal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Pool pool, String question) throws Exception {
    return pool.query(question)
        .execute()
        .map(rows -> rows.iterator().next().getString(0))
        .toCompletionStage()
        .toCompletableFuture()
        .get(60, SECONDS);
  }
}
