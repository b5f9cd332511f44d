package no.samsnakk.gateway.log;

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

/** What the gateway tells an operator. Ids 600 to 699. Never a token, a name or a cookie (R9). */
@MessageLogger(projectCode = "SAMS", length = 5)
public interface GatewayLog {
  GatewayLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), GatewayLog.class, "no.samsnakk.gateway");

  @LogMessage(level = INFO)
  @Message(id = 600, value = "The issuer %s has been found")
  void issuerFound(String issuer);

  @LogMessage(level = WARN)
  @Message(
      id = 601,
      value =
          "The issuer could not be asked %d time(s), the last: %s; nobody new gets in until it can")
  void issuerUnavailable(long since, String last);

  @LogMessage(level = WARN)
  @Message(id = 602, value = "A sign-in did not succeed: %s")
  void signInFailed(String why);

  @LogMessage(level = WARN)
  @Message(id = 603, value = "A session has ended here but not at the issuer (%s)")
  void notEndedAtIssuer(String cause);

  @LogMessage(level = WARN)
  @Message(id = 604, value = "%s did not answer (%s)")
  void upstreamUnavailable(String service, String cause);

  @LogMessage(level = WARN)
  @Message(id = 605, value = "Expired sessions could not be cleared away (%s); trying again")
  void notCleared(String cause);

  @LogMessage(level = WARN)
  @Message(id = 606, value = "There is no built web app in %s; only the API is served")
  void webAppMissing(Path root);

  @LogMessage(level = WARN)
  @Message(id = 607, value = "%d back-channel logout(s) were refused, the last: %s")
  void logoutTokensRefused(long since, String last);

  @LogMessage(level = INFO)
  @Message(id = 608, value = "The issuer has ended %d session(s)")
  void endedByIssuer(int sessions);

  @LogMessage(level = WARN)
  @Message(
      id = 609,
      value = "A sign-in under way was sealed with another SAMSNAKK_SESSION_KEY, or was changed")
  void loginRefused();

  @LogMessage(level = WARN)
  @Message(
      id = 610,
      value = "The issuer does not say which sessions live there (%s); they go on, asking again")
  void issuerNotAsked(String cause);

  @LogMessage(level = ERROR)
  @Message(
      id = 611,
      value =
          "%d session(s) were refused, the last is %s: either the operator has replaced"
              + " SAMSNAKK_SESSION_KEY since its row was written, or somebody without the key has"
              + " changed the row; its person has to sign in again")
  void sessionRefused(long since, UUID last);

  @LogMessage(level = ERROR)
  @Message(
      id = 612,
      value =
          "%d session(s) were found that had not been asked for, the last is %s. Somebody has changed"
              + " what the database takes for equal, or it is broken")
  void sessionUnasked(long since, UUID last);
}
