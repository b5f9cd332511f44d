package no.samsnakk.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import no.samsnakk.local.kafka.Users;
import no.samsnakk.local.postgres.Security;
import no.samsnakk.local.tls.Tls;

/** What each service is told, and nothing that only another one has to know. */
public record ServiceEnvironment(Home home, Settings settings, Secrets secrets) {
  private static final String TRANSIT_KEY = "SAMSNAKK_ROOM_KEY_TRANSIT_KEY";

  /** Of one of them, by name. */
  public Map<String, String> of(Service service) {
    Map<String, String> environment = new HashMap<>(shared());
    environment.put(service.password(), secrets.get(service.password()));
    service.secrets().forEach(name -> environment.put(name, secrets.get(name)));
    environment.putAll(new EventKeys(home, secrets).of(service));
    environment.put(service.kafkaPassword(), secrets.get(service.kafkaPassword()));
    environment.put("QUARKUS_HTTP_PORT", "" + settings.port(service.port()));
    environment.put("QUARKUS_MANAGEMENT_PORT", "" + settings.port(service.managementPort()));
    file(environment, "SAMSNAKK_WEB_ROOT", home.root().resolve("services/web/dist"));
    environment.putAll(encryption(service));
    switch (service) {
      case MESSAGING -> {
        file(environment, "SAMSNAKK_ROOM_KEY_FILE", secrets.file("room-keys.json"));
        // The name of a key, not a key: but what is called so is not inherited.
        settings.given(TRANSIT_KEY).ifPresent(name -> environment.put(TRANSIT_KEY, name));
      }
      case NOTIFICATIONS -> file(environment, "SAMSNAKK_VAPID_FILE", secrets.file("vapid.json"));
      case ROOMS, AUDIT, GATEWAY -> {}
    }
    return environment;
  }

  /** What makes it talk by TLS alone; empty: in the clear, as far as we have a say in it. */
  private Map<String, String> encryption(Service service) {
    Map<String, String> encryption = new HashMap<>();
    Tls tls = secrets.tls(settings);
    if (tls.on()) {
      encryption.put("QUARKUS_PROFILE", "prod,tls");
      String own = tls.of(service.label()).orElseThrow().toString();
      given(encryption, "SAMSNAKK_TLS_CERTIFICATE_FILE", own);
      given(encryption, "SAMSNAKK_TLS_KEY_FILE", own);
      given(encryption, "SAMSNAKK_TLS_TRUSTSTORE", tls.authority().orElseThrow().toString());
    }
    return encryption;
  }

  private Map<String, String> shared() {
    Map<String, String> shared = new HashMap<>();
    shared.put("SAMSNAKK_ORIGIN", settings.origin());
    for (Service service : Service.values()) {
      shared.put(service.urlVariable(), settings.url(service));
    }
    Tls tls = secrets.tls(settings);
    String authority = tls.authority().map(Path::toString).orElse("");
    Security database = settings.databaseSecurity(tls);
    shared.put("SAMSNAKK_DATABASE", settings.database());
    shared.put("SAMSNAKK_DATABASE_SECURITY", database.mode());
    shared.put("SAMSNAKK_DATABASE_TRUSTSTORE", database.truststore());
    given(shared, "SAMSNAKK_OUTBOX_SEAL_OLD", "" + settings.ownDatabase());
    given(shared, "SAMSNAKK_KAFKA", "localhost:" + settings.port(Port.KAFKA));
    given(
        shared, "SAMSNAKK_KAFKA_SECURITY", settings.ownKafka() ? Users.protocol(tls) : "SASL_SSL");
    given(shared, "SAMSNAKK_KAFKA_TRUSTSTORE", settings.ownKafka() ? authority : "");
    given(shared, "SAMSNAKK_ISSUER", settings.local(Port.KEYCLOAK) + "/realms/samsnakk");
    given(shared, "SAMSNAKK_SMTP_HOST", "localhost");
    given(shared, "SAMSNAKK_SMTP_PORT", "" + settings.port(Port.SMTP));
    given(shared, "SAMSNAKK_SMTP_TLS", "" + (settings.ownMail() && tls.on()));
    given(shared, "SAMSNAKK_SMTP_START_TLS", "OPTIONAL");
    shared.put("SAMSNAKK_DEMO", settings.demo());
    shared.put("SAMSNAKK_DIRECTORY_FILE", settings.directory(home).toString());
    return shared;
  }

  private void given(Map<String, String> environment, String name, String otherwise) {
    environment.put(name, settings.given(name).orElse(otherwise));
  }

  private void file(Map<String, String> environment, String name, Path otherwise) {
    given(environment, name, otherwise.toString());
  }
}
