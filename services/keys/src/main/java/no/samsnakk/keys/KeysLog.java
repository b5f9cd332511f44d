package no.samsnakk.keys;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/**
 * What keys tell an operator, under the numbers that they had in messaging: of its 300 to 399 these
 * are 308 to 310, 316 to 319, 321 and 324. Never a key (R9).
 */
@MessageLogger(projectCode = "SAMS", length = 5)
public interface KeysLog extends BasicLogger {
  KeysLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), KeysLog.class, "no.samsnakk.keys");

  @LogMessage(level = INFO)
  @Message(id = 308, value = "A key that wraps the rooms' keys was made in %s; keep a copy")
  void roomKeyFileMade(Path file);

  @Message(
      id = 309,
      value =
          "There is no key file %s, but the database has rooms whose keys it wraps."
              + " Restore it, or set SAMSNAKK_ROOM_KEY_FILE")
  IllegalStateException roomKeyFileMissing(Path file);

  @Message(id = 310, value = "The key file %s cannot be used")
  IllegalStateException roomKeyFileUnusable(Path file, @Cause Throwable cause);

  @LogMessage(level = ERROR)
  @Message(id = 316, value = "The keys of %d rooms do not open with the keys of this instance")
  void roomKeyLocked(int rooms);

  @LogMessage(level = INFO)
  @Message(id = 317, value = "The key file has changed; %s wraps the rooms' keys from now on")
  void roomKeyFileTakenOver(String name);

  @LogMessage(level = WARN)
  @Message(id = 318, value = "The key file %s could not be read again (%s); the old keys go on")
  void roomKeyFileUnread(Path file, String cause);

  @LogMessage(level = WARN)
  @Message(id = 319, value = "It cannot be asked which rooms' keys have changed (%s)")
  void keyChangesUnknown(String cause);

  @LogMessage(level = ERROR)
  @Message(id = 321, value = "Keys were not changed, or not all of them (%s); it can be repeated")
  void keyWorkFailed(String cause);

  @LogMessage(level = WARN)
  @Message(id = 324, value = "The key service cannot be reached; messaging starts when it can")
  void keyServiceAway();
}
