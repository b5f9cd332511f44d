package no.samsnakk.notifications.log;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What notifications tells an operator. Ids 400 to 499. No addresses, no endpoints (R9). */
@MessageLogger(projectCode = "SAMS", length = 5)
public interface NotificationsLog {
  NotificationsLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), NotificationsLog.class, "no.samsnakk.notifications");

  @LogMessage(level = WARN)
  @Message(id = 402, value = "%s %s could not be sent (%s), attempt %s; trying again later")
  void sendingFailed(String channel, UUID deliveryId, String cause, int attempt);

  @LogMessage(level = ERROR)
  @Message(
      id = 403,
      value =
          "%s %s could not be sent (%s) and is given up after %s attempts; whom it has not reached"
              + " by another channel is told again later")
  void givenUp(String channel, UUID deliveryId, String cause, int attempts);

  @LogMessage(level = WARN)
  @Message(id = 404, value = "What is due could not be looked for (%s); trying again")
  void lookingFailed(String cause);

  @LogMessage(level = INFO)
  @Message(id = 405, value = "Made new VAPID keys in %s: keep the file, browsers subscribe to it")
  void vapidKeysMade(Path file);
}
