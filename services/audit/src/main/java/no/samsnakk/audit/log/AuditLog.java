package no.samsnakk.audit.log;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What audit tells an operator. Ids 500 to 599. */
@MessageLogger(projectCode = "SAMS", length = 5)
public interface AuditLog {
  AuditLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), AuditLog.class, "no.samsnakk.audit");

  @LogMessage(level = ERROR)
  @Message(id = 502, value = "The log could not be written or read; answered log-unavailable")
  void logUnavailable(@Cause Throwable cause);

  @LogMessage(level = INFO)
  @Message(
      id = 520,
      value = "The log was verified. %s. Keep this line: the log has to hold its head")
  void logWhole(String verdict);

  @LogMessage(level = ERROR)
  @Message(
      id = 521,
      value =
          "The log was verified. %s. Somebody has changed it, or the database is damaged: see"
              + " docs/operations/access-log.md")
  void logBroken(String verdict);

  @LogMessage(level = WARN)
  @Message(id = 522, value = "The log could not be verified (%s); trying again")
  void notVerified(String cause);

  @LogMessage(level = ERROR)
  @Message(
      id = 523,
      value =
          "In room %s person %s has a seat that its patient has not approved, as far as the log"
              + " says: see docs/operations/access-log.md")
  void seatWithoutApproval(UUID roomId, UUID personId);

  @LogMessage(level = WARN)
  @Message(id = 524, value = "Seats could not be compared with the log (%s); trying again")
  void seatsNotChecked(String cause);

  @LogMessage(level = ERROR)
  @Message(
      id = 525,
      value =
          "The log was not verified for more than 36 hours, last: %s. Something keeps it from being"
              + " read: see docs/operations/access-log.md")
  void verificationOverdue(String last);

  @LogMessage(level = ERROR)
  @Message(
      id = 526,
      value =
          "Seats were not compared with the log for more than 36 hours, last: %s. Something keeps"
              + " them from it: see docs/operations/access-log.md")
  void seatCheckOverdue(String last);

  @LogMessage(level = ERROR)
  @Message(
      id = 527,
      value =
          "%d entries were told by a service that had told others under their ids, the last by %s"
              + " with id %s. One of the two is not what happened: somebody else may have the"
              + " service's key, see docs/operations/access-log.md")
  void contradicting(long entries, String teller, UUID entryId);

  @LogMessage(level = INFO)
  @Message(
      id = 528,
      value =
          "%d record(s) that an earlier version had kept unread could be read, and what they say is"
              + " in the log")
  void readAgain(long records);
}
