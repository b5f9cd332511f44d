package no.samsnakk.local.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** What a client needs to be the administrator. */
  public static Map<String, Object> admin(String servers, String password) {
    return client(servers, "PLAIN", PLAIN.formatted(ADMIN, quotable(password)) + ";");
  }

  /** What a client needs to be a service. */
  public static Map<String, Object> service(String servers, String service, String password) {
    String jaas = SCRAM.formatted(nameOf(service), quotable(password));
    return client(servers, "SCRAM-SHA-512", jaas);
  }

  private static Map<String, Object> client(String servers, String mechanism, String jaas) {
    return Map.of(
        "bootstrap.servers", servers,
        "security.protocol", "SASL_PLAINTEXT",
        "sasl.mechanism", mechanism,
        "sasl.jaas.config", jaas);
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
