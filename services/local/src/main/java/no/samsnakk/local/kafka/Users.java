package no.samsnakk.local.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.samsnakk.local.tls.Tls;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * The users of Kafka. A service has a SCRAM user, kept by Kafka. The administrator is known by the
 * broker's own settings (PLAIN), so that there is somebody who can make the others, also in a Kafka
 * from before there were any.
 */
public final class Users {
  /** May do everything; the broker itself too. */
  public static final String ADMIN = "samsnakk-admin";

  private static final ScramCredentialInfo KIND =
      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"%1$s\" password=\"%2$s\"";
  private static final String SCRAM =
      "org.apache.kafka.common.security.scram.ScramLoginModule required"
          + " username=\"%s\" password=\"%s\";";

  private Users() {}

  /** A service's. */
  public static String nameOf(String service) {
    return "samsnakk-" + service;
  }

  /** Everybody says who he is; with TLS nobody else hears it. */
  public static String protocol(Tls tls) {
    return tls.on() ? "SASL_SSL" : "SASL_PLAINTEXT";
  }

  /** Whom a client believes, in Kafka's own settings. */
  static Map<String, String> truststore(Tls tls) {
    return tls.authority()
        .map(
            authority ->
                Map.of(
                    "ssl.truststore.type", "PEM", "ssl.truststore.location", authority.toString()))
        .orElse(Map.of());
  }

  /** What a client needs to be the administrator, in the clear. */
  public static Map<String, Object> admin(String servers, String password) {
    return admin(servers, Tls.OFF, password);
  }

  /** What a client needs to be a service, in the clear. */
  public static Map<String, Object> service(String servers, String service, String password) {
    return service(servers, Tls.OFF, service, password);
  }

  /** What a client needs to be the administrator. */
  public static Map<String, Object> admin(String servers, Tls tls, String password) {
    return client(servers, tls, "PLAIN", PLAIN.formatted(ADMIN, quotable(password)) + ";");
  }

  /** What a client needs to be a service. */
  public static Map<String, Object> service(
      String servers, Tls tls, String service, String password) {
    String jaas = SCRAM.formatted(nameOf(service), quotable(password));
    return client(servers, tls, "SCRAM-SHA-512", jaas);
  }

  private static Map<String, Object> client(
      String servers, Tls tls, String mechanism, String jaas) {
    Map<String, Object> client = new HashMap<>(truststore(tls));
    client.put("bootstrap.servers", servers);
    client.put("security.protocol", protocol(tls));
    client.put("sasl.mechanism", mechanism);
    client.put("sasl.jaas.config", jaas);
    return Map.copyOf(client);
  }

  /** How the broker and its controller know the administrator, and say who they are themselves. */
  public static String adminLogin(String password) {
    String quoted = quotable(password);
    return PLAIN.formatted(ADMIN, quoted) + " user_%s=\"%s\";".formatted(ADMIN, quoted);
  }

  private static String quotable(String password) {
    return password.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /**
   * Makes the services' users, or gives them these passwords.
   *
   * @param passwords by the service's name
   */
  public static void set(Admin admin, Map<String, String> passwords)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<UserScramCredentialAlteration> users =
        passwords.entrySet().stream()
            .<UserScramCredentialAlteration>map(
                user ->
                    new UserScramCredentialUpsertion(nameOf(user.getKey()), KIND, user.getValue()))
            .toList();
    admin.alterUserScramCredentials(users).all().get(20, TimeUnit.SECONDS);
  }
}
