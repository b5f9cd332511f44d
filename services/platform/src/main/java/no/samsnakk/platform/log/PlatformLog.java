package no.samsnakk.platform.log;

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

/** What the shared parts tell an operator. Ids 100 to 199. */
@MessageLogger(projectCode = "SAMS", length = 5)
public interface PlatformLog extends BasicLogger {
  PlatformLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), PlatformLog.class, "no.samsnakk.platform");

  @LogMessage(level = INFO)
  @Message(id = 100, value = "The outbox of %s is relayed from this instance")
  void outboxLeads(String schema);

  @LogMessage(level = WARN)
  @Message(
      id = 101,
      value = "The outbox of %s could not be relayed (%s); nothing is lost, trying again")
  void outboxFailed(String schema, String cause);

  @LogMessage(level = WARN)
  @Message(
      id = 104,
      value =
          "Kafka's topic %s is another one than before: it was made anew, or Kafka has lost its"
              + " data. What the outbox of %s has kept is sent again")
  void topicLost(String topic, String schema);

  @LogMessage(level = ERROR)
  @Message(
      id = 110,
      value =
          "%d record(s) that cannot be read, or that PostgreSQL does not take, were set aside, the"
              + " last on %s, partition %s, offset %s (%s); their places are in set_aside. Look at"
              + " them before Kafka forgets them")
  void setAside(long records, String topic, int partition, long offset, String why);

  @LogMessage(level = ERROR)
  @Message(
      id = 111,
      value =
          "%d records were not believed and nothing was done about them, the last on %s, partition"
              + " %s, offset %s (%s). Somebody writes to Kafka who may not, or a key is missing")
  void forged(long records, String topic, int partition, long offset, String why);

  @LogMessage(level = WARN)
  @Message(
      id = 112,
      value = "It could not be seen where records without a seal end (%s); trying again")
  void borderNotDrawn(String cause);

  @LogMessage(level = ERROR)
  @Message(
      id = 113,
      value =
          "%d row(s) of the outbox of %s were not sent, the last with id %d (%s); they are in"
              + " outbox_refused. Somebody writes to the database who may not, or a key is missing")
  void outboxRefused(long since, String schema, long id, String why);

  @LogMessage(level = ERROR)
  @Message(
      id = 114,
      value =
          "The outbox of %s is said to hold rows from before they were sealed; nothing is sent. If"
              + " this is the first start after that version, start it once with"
              + " SAMSNAKK_OUTBOX_SEAL_OLD=true; if not, somebody writes to the database who may not")
  void outboxOldRows(String schema);

  @LogMessage(level = INFO)
  @Message(
      id = 115,
      value = "%d row(s) that the version before had appended to the outbox of %s are sealed now")
  void outboxSealed(long rows, String schema);

  @LogMessage(level = ERROR)
  @Message(
      id = 116,
      value =
          "%d count(s) of refusals or views of %s could not be told, the last because of %s; they"
              + " are in window_refused. Somebody writes to the database who may not, or a clock is"
              + " ahead")
  void windowRefused(long since, String schema, String why);

  @LogMessage(level = ERROR)
  @Message(
      id = 117,
      value =
          "%d row(s) of the outbox of %s are larger than an event may be (1 MiB) and were not"
              + " sent, the last with id %d; they are in outbox_refused. What they tell nobody has"
              + " heard")
  void outboxOversized(long since, String schema, long id);

  @LogMessage(level = ERROR)
  @Message(
      id = 118,
      value =
          "The database role %s has %d setting(s) that deploy/postgres/roles.sql does not give it"
              + " (\\drds shows them). Somebody else has its password, or administers the database:"
              + " run roles.sql with a new password")
  void roleSettings(String role, long settings);

  @LogMessage(level = WARN)
  @Message(id = 119, value = "%s could not take records in (%s); nothing is lost, trying again")
  void intakeFailed(String service, String cause);

  @LogMessage(level = DEBUG)
  @Message(id = 120, value = "Taken in: %s, partition %s, offset %s")
  void takenIn(String topic, int partition, long offset);

  @LogMessage(level = ERROR)
  @Message(id = 102, value = "A request ended in a fault")
  void fault(@Cause Throwable cause);

  /** Its trace would be one for each browser that grows tired of waiting. */
  @LogMessage(level = WARN)
  @Message(id = 108, value = "A request whose browser has left meanwhile ended in a fault: %s")
  void unheardFault(String failure);

  @LogMessage(level = ERROR)
  @Message(
      id = 109,
      value =
          "%d request(s) were turned away with temporarily-unavailable, the last for %s: the"
              + " database or the issuer cannot be reached")
  void unavailable(long requests, String failure);

  @LogMessage(level = ERROR)
  @Message(id = 103, value = "A refusal could not be written to the log; answered log-unavailable")
  void refusalNotLogged(@Cause Throwable cause);

  @LogMessage(level = WARN)
  @Message(
      id = 105,
      value = "Repeated refusals or views could not be written down (%s); they are counted on")
  void refusalsNotCounted(String cause);

  @LogMessage(level = WARN)
  @Message(
      id = 106,
      value = "%d request(s) without the operator's key were turned away at its door")
  void operatorRefused(long since);

  @Message(
      id = 107,
      value =
          "The tables of %s are not at the version that this program needs (%s). Run the"
              + " migrations first: ./samsnakk migrate")
  IllegalStateException schemaUnfit(String schema, String why);

  @LogMessage(level = WARN)
  @Message(id = 123, value = "PostgreSQL cannot be reached; %s starts when it can")
  void databaseAway(String schema);
}
