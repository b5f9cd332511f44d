package no.samsnakk.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import no.samsnakk.local.postgres.Security;
import no.samsnakk.local.tls.Tls;

/**
 * What the environment asks for. All of it is described in {@code docs/operations/own-servers.md}.
 *
 * @param environment usually the process's own
 */
public record Settings(Map<String, String> environment) {
  private static final String PORT_BASE = "SAMSNAKK_PORT_BASE";

  Optional<String> given(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  public int port(Port port) {
    return given(port.variable())
        .map(value -> number(port.variable(), value))
        .orElseGet(
            () ->
                given(PORT_BASE)
                    .map(base -> port.above(number(PORT_BASE, base)))
                    .orElse(port.usual()));
  }

  private static int number(String name, String value) {
    try {
      int number = Integer.parseInt(value);
      if (number > 0 && number < 65536) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw Refusal.SETTING_WRONG.with(name, value, "a port number");
  }

  /** The one address. */
  public String origin() {
    return given("SAMSNAKK_ORIGIN").orElseGet(() -> local(Port.GATEWAY));
  }

  String local(Port port) {
    return (tls() ? "https" : "http") + "://localhost:" + port(port);
  }

  /** Whether what we run talks by TLS alone. */
  boolean tls() {
    return given("SAMSNAKK_TLS").map(Boolean::parseBoolean).orElse(false);
  }

  /** Where a service is, be it ours or someone else's. */
  String url(Service service) {
    return given(service.urlVariable()).orElseGet(() -> local(service.port()));
  }

  Path directory(Home home) {
    return given("SAMSNAKK_DIRECTORY_FILE")
        .map(Path::of)
        .orElseGet(() -> home.deploy("demo/directory.json"));
  }

  long minimumFreeMebibytes() {
    return given("SAMSNAKK_MIN_FREE_MIB").map(Long::parseLong).orElse(1024L);
  }

  /** Whether JVMs may keep archives of their classes. */
  boolean archives() {
    return given("SAMSNAKK_ARCHIVES").map(Boolean::parseBoolean).orElse(true);
  }

  /** Host, port and name of the services' database. */
  String database() {
    return given("SAMSNAKK_DATABASE")
        .orElseGet(() -> "localhost:" + port(Port.POSTGRES) + "/samsnakk");
  }

  boolean ownDatabase() {
    return given("SAMSNAKK_DATABASE").isEmpty();
  }

  /** How the services' database is connected to: our own as we run it, someone else's by TLS. */
  Security databaseSecurity(Tls tls) {
    Security usual = ownDatabase() ? tls.postgres() : new Security(Security.VERIFIED, "");
    return new Security(
        given("SAMSNAKK_DATABASE_SECURITY").orElse(usual.mode()),
        given("SAMSNAKK_DATABASE_TRUSTSTORE").orElse(usual.truststore()));
  }

  boolean ownKafka() {
    return given("SAMSNAKK_KAFKA").isEmpty();
  }

  /** Someone else's Kafka does, unless we are told that it is an open one. */
  boolean kafkaAsksForPasswords() {
    return given("SAMSNAKK_KAFKA_SECURITY").orElse("SASL_SSL").startsWith("SASL");
  }

  boolean ownKeycloak() {
    return given("SAMSNAKK_ISSUER").isEmpty();
  }

  boolean ownMail() {
    return given("SAMSNAKK_SMTP_HOST").isEmpty();
  }

  /** The demo profile is on as long as the stand-in for BankID is ours. */
  String demo() {
    return given("SAMSNAKK_DEMO").orElse(Boolean.toString(ownKeycloak()));
  }

  /**
   * Whether the demo's story is told: in a demo that is ours in all its parts, with the people that
   * come with it, at the address that we know to be this machine's.
   */
  boolean story() {
    boolean wanted = given("SAMSNAKK_STORY").map(Boolean::parseBoolean).orElse(true);
    return wanted
        && Boolean.parseBoolean(demo())
        && ownKeycloak()
        && ownDatabase()
        && ownKafka()
        && ownMail()
        && given("SAMSNAKK_DIRECTORY_FILE").isEmpty()
        && given("SAMSNAKK_ORIGIN").isEmpty()
        && Arrays.stream(Service.values()).allMatch(it -> given(it.urlVariable()).isEmpty());
  }
}
