package no.samsnakk.rooms.log;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/**
 * What rooms tells an operator. Ids 200 to 299. What returns an exception keeps it from starting.
 */
@MessageLogger(projectCode = "SAMS", length = 5)
public interface RoomsLog {
  RoomsLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), RoomsLog.class, "no.samsnakk.rooms");

  @LogMessage(level = INFO)
  @Message(
      id = 200,
      value =
          "The directory was read: %d people, %d roles; %d roles have ended since the last time")
  void directoryRead(int people, int roles, int ended);

  @LogMessage(level = INFO)
  @Message(id = 201, value = "Seats whose role has ended were emptied: %d")
  void endedSeatsEmptied(int seats);

  @LogMessage(level = WARN)
  @Message(id = 202, value = "Somebody without the internal key tried to report a sign-in")
  void internalKeyWrong();

  @LogMessage(level = WARN)
  @Message(
      id = 203,
      value = "The issuer now calls another person by a subject it has used before; refused")
  void subjectIsAnother();

  @LogMessage(level = INFO)
  @Message(
      id = 204,
      value =
          "Addresses of unknown source were let go: %d; who has none now is asked where her letters"
              + " are to go")
  void unsourcedAddressesDropped(int people);

  @LogMessage(level = WARN)
  @Message(
      id = 205,
      value =
          "The directory file %s: the e-mail address of %s is none and is left out; whoever has no"
              + " other is asked where the letters are to go")
  void directoryAddressLeftOut(String file, String where);

  @LogMessage(level = ERROR)
  @Message(
      id = 206,
      value =
          "Rows of rooms.subject were refused: %d, the last of subject %s. Somebody without"
              + " SAMSNAKK_PERSON_KEY has changed it, or this is another key; whose it is has to"
              + " sign in again")
  void subjectRefused(long rows, String subject);

  @LogMessage(level = ERROR)
  @Message(
      id = 207,
      value =
          "Rows of rooms.person were refused: %d, the last of person %s. The number that finds it"
              + " is not the one sealed in it: somebody without SAMSNAKK_PERSON_KEY has changed"
              + " it")
  void personRefused(long rows, UUID personId);

  @LogMessage(level = ERROR)
  @Message(
      id = 208,
      value =
          "Rows of rooms.role were refused: %d, the last of role %s. Somebody without"
              + " SAMSNAKK_PERSON_KEY has changed it, or no directory has been read since roles"
              + " are sealed; reading the directory makes it right")
  void roleRefused(long rows, UUID roleId);

  @LogMessage(level = ERROR)
  @Message(
      id = 209,
      value =
          "Rows were found that had not been asked for: %d, the last in rooms.%s is %s. Somebody has"
              + " changed what the database takes for equal, or it is broken")
  void rowUnasked(long rows, String table, Object found);

  @LogMessage(level = INFO)
  @Message(
      id = 214,
      value = "Rooms that a block, or its end, had not reached, put right at start: %d")
  void blocksSettled(int rooms);

  @LogMessage(level = WARN)
  @Message(
      id = 215,
      value =
          "What blocks have still to do could not be looked for, or not all be done (%s); it is tried"
              + " again in a second")
  void settlingFailed(String failure);

  @LogMessage(level = WARN)
  @Message(
      id = 216,
      value =
          "Room %s could not be brought in line with its patient's blocks (%s); it is tried again in"
              + " some seconds")
  void roomNotSettled(UUID roomId, String failure);

  @Message(id = 210, value = "%s must be 32 bytes in base64; rooms does not start without it")
  IllegalStateException keyUnusable(String variable);

  @Message(
      id = 211,
      value =
          "The demo profile (SAMSNAKK_DEMO=true) accepts people who do not exist and so works only"
              + " with an issuer on this machine; SAMSNAKK_ISSUER is at %s")
  IllegalStateException demoIssuerElsewhere(String host);

  @Message(id = 212, value = "The directory file %s cannot be read as JSON (%s)")
  IllegalStateException directoryUnreadable(String file, String cause);

  @Message(id = 213, value = "The directory file %s is not used: %s: %s")
  IllegalStateException directoryInvalid(String file, String where, String what);
}
