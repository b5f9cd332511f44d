package no.samsnakk.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.samsnakk.local.kafka.Acls;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;

/**
 * What each service needs for the seals of events (decision 41): its own key, and for each topic
 * that it may read what is made from the keys of those who may write there. So nobody but a teller
 * has a teller's own key.
 */
final class EventKeys {
  private static final String ALGORITHM = "HmacSHA256";

  private final Secrets secrets;
  private final Set<AclBinding> rights;

  EventKeys(Home home, Secrets secrets) {
    this.secrets = secrets;
    this.rights = Acls.read(home.deploy("kafka/acls.properties"));
  }

  /** By the names of the variables that carry them. */
  Map<String, String> of(Service service) {
    Map<String, String> keys = new TreeMap<>();
    keys.put(name(service), secrets.get(name(service)));
    topics(service, AclOperation.READ)
        .forEach(
            topic ->
                tellers(topic, service).forEach(it -> keys.put(name(it, topic), on(topic, it))));
    return keys;
  }

  /** {@code ./samsnakk event-keys <service>}: the same as lines of an environment file. */
  static String lines(Home home, Settings settings, String label) {
    Service service =
        Stream.of(Service.values())
            .filter(it -> it.label().equals(label))
            .findAny()
            .orElseThrow(() -> Refusal.SETTING_WRONG.with("service", label, "one of the services"));
    Secrets secrets = new Secrets(home.state().resolve("secrets"), settings.environment());
    return new EventKeys(home, secrets)
        .of(service).entrySet().stream()
            .map(key -> key.getKey() + "=" + key.getValue())
            .collect(Collectors.joining("\n"));
  }

  private Stream<Service> tellers(String topic, Service hearer) {
    return Stream.of(Service.values())
        .filter(it -> it != hearer && topics(it, AclOperation.WRITE).anyMatch(topic::equals));
  }

  private Stream<String> topics(Service service, AclOperation operation) {
    return Acls.topics(rights, service.label(), operation);
  }

  private static String name(Service teller) {
    return Secrets.EVENT_KEY + teller.name();
  }

  private static String name(Service teller, String topic) {
    return name(teller) + "_" + topic.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  private String on(String topic, Service teller) {
    String name = name(teller, topic);
    return secrets
        .given(name)
        .orElseGet(
            () ->
                Stream.of(secrets.get(name(teller)).split(","))
                    .map(key -> made(key.strip(), topic))
                    .collect(Collectors.joining(",")));
  }

  private static String made(String key, String topic) {
    try {
      Mac hmac = Mac.getInstance(ALGORITHM);
      hmac.init(new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM));
      return Base64.getEncoder().encodeToString(hmac.doFinal(topic.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
