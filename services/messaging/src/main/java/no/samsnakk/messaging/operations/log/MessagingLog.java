package no.samsnakk.messaging.operations.log;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/**
 * What messaging tells an operator. Ids 300 to 399, but for those of {@code KeysLog}. Never a text,
 * a name or a ticket (R9).
 */
@MessageLogger(projectCode = "SAMS", length = 5)
public interface MessagingLog extends BasicLogger {
  MessagingLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), MessagingLog.class, "no.samsnakk.messaging");

  @LogMessage(level = WARN)
  @Message(id = 300, value = "A batch of %d messages was not committed (%s); the senders try again")
  void batchFailed(int messages, String cause);

  @LogMessage(level = WARN)
  @Message(id = 301, value = "Read marks could not be kept (%s)")
  void marksFailed(String cause);

  @LogMessage(level = WARN)
  @Message(id = 302, value = "%d views could not be closed in the log (%s); trying again")
  void closingsFailed(int views, String cause);

  @LogMessage(level = WARN)
  @Message(
      id = 323,
      value = "What a dead instance left open could not be closed in the log (%s); trying again")
  void foundOpenFailed(String cause);

  @LogMessage(level = INFO)
  @Message(id = 303, value = "%d views were found open after an instance had gone, and closed")
  void foundOpen(int views);

  @LogMessage(level = WARN)
  @Message(id = 304, value = "The database cannot be asked who may read (%s); asking again")
  void lookFailed(String cause);

  @LogMessage(level = WARN)
  @Message(id = 305, value = "Kafka cannot be heard (%s); rooms are looked after by asking")
  void feedLost(String cause);

  @LogMessage(level = INFO)
  @Message(id = 306, value = "Kafka is heard")
  void feedHeard();

  @LogMessage(level = ERROR)
  @Message(id = 307, value = "An event on %s at partition %d, offset %d could not be used: %s")
  void badEvent(String topic, int partition, long offset, String cause);

  @LogMessage(level = WARN)
  @Message(
      id = 311,
      value = "This instance was out of touch with the database for too long; its views start anew")
  void leaseLost();

  @LogMessage(level = ERROR)
  @Message(id = 312, value = "A frame ended in a fault")
  void frameFault(@Cause Throwable cause);

  @LogMessage(level = WARN)
  @Message(id = 315, value = "A ticket could not be checked (%s); its client tries again")
  void ticketsUnchecked(String cause);

  @LogMessage(level = WARN)
  @Message(
      id = 322,
      value = "The database cannot be asked which sessions are over (%s); asking again")
  void sessionsUnchecked(String cause);

  @LogMessage(level = ERROR)
  @Message(id = 313, value = "A message in a room could not be decrypted with the room's key: %s")
  void undecipherable(String cause);

  @LogMessage(level = DEBUG)
  @Message(id = 314, value = "A message was accepted")
  void accepted();
}
