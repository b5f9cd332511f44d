package no.samsnakk.notifications.story;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import no.samsnakk.contracts.openapi.RoomsStandIn;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL, a real Kafka, a mail server, a push service that keeps what it gets, somebody
 * who answers in rooms' place, and a key for tokens.
 */
public final class World implements QuarkusTestResourceLifecycleManager {
  static final String SUPERUSER = "test.superuser";

  /** Before each of the settings of a client that may do everything. */
  static final String KAFKA = "test.kafka.";

  static final String POP3 = "test.pop3";
  static final String PUSH_SERVICE = "test.push-service";
  static final String SIGNING_KEY = "test.signing-key";

  private final LocalPostgres postgres = LocalPostgres.temporary().migrated(Service.NOTIFICATIONS);
  private final LocalKafka kafka = kafka();
  private final RoomsStandIn rooms = new RoomsStandIn();
  private final PushServiceStandIn pushService = pushService();
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.POP3.dynamicPort()});
  private @Nullable MailGate gate;

  @Override
  public Map<String, String> start() {
    var keys = keys();
    var settings = new HashMap<String, String>();
    postgres.configuration().forEach((name, value) -> settings.put(property(name), value));
    kafka.configuration().forEach((name, value) -> settings.put(property(name), value));
    kafka.administrator().forEach((name, value) -> settings.put(KAFKA + name, value.toString()));
    settings.put("samsnakk.rooms.url", rooms.url());
    settings.put("quarkus.oidc.auth-server-url", "");
    settings.put("quarkus.oidc.public-key", base64(keys.getPublic().getEncoded()));
    settings.put(SIGNING_KEY, base64(keys.getPrivate().getEncoded()));
    settings.put(SUPERUSER, postgres.superuserJdbcUrl());
    mail.start();
    mail.getUserManager().setMessageDeliveryHandler(this::deliver);
    settings.put("samsnakk.smtp.host", "127.0.0.1");
    settings.put("samsnakk.smtp.port", "" + gate(mail.getSmtp().getPort()));
    settings.put(POP3, "" + mail.getPop3().getPort());
    settings.put("samsnakk.notifications.push-hosts", "*.push.example," + pushService.origin());
    settings.put(PUSH_SERVICE, pushService.origin());
    settings.put("samsnakk.notifications.delay", "1s");
    settings.put("samsnakk.notifications.look-every", "1s");
    settings.put("samsnakk.notifications.retry.first", "0.2s");
    settings.put("samsnakk.notifications.retry.attempts", "3");
    settings.put("samsnakk.notifications.retry.rest", "2s");
    settings.put("samsnakk.notifications.retry.rests", "2");
    settings.put("samsnakk.vapid.file", vapidFile().toString());
    return settings;
  }

  /** Into whose mailbox it goes, if that takes it. */
  private GreenMailUser deliver(MovingMessage message, MailAddress to)
      throws MessagingException, UserException {
    var address = to.getEmail();
    if (Held.isRefused(address)) {
      throw new MessagingException("not now");
    }
    var users = mail.getUserManager();
    var user = users.getUserByEmail(address);
    return user == null ? users.createUser(address, address, address) : user;
  }

  /** The name that an environment variable is known by: SAMSNAKK_KAFKA is samsnakk.kafka. */
  private static String property(String variable) {
    return variable.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
  }

  @Override
  public void stop() {
    if (gate != null) {
      gate.close();
    }
    mail.stop();
    pushService.close();
    rooms.close();
    kafka.close();
    postgres.close();
  }

  /** Kafka's client finds its own classes through the thread, which Quarkus has given another. */
  private static LocalKafka kafka() {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(LocalKafka.class.getClassLoader());
    try {
      return LocalKafka.temporary();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private int gate(int port) {
    try {
      gate = new MailGate(port);
      return gate.port();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PushServiceStandIn pushService() {
    try {
      return new PushServiceStandIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path vapidFile() {
    try {
      return Files.createTempDirectory("samsnakk-vapid").resolve("vapid.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
