package no.samsnakk.platform.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.oidc.OIDCException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class OutageTest {
  @Test
  void aDatabaseThatIsNotThereIsAnOutageHoweverDeepItLies() {
    assertTrue(Outage.isBehind(new CompletionException(new ConnectException())));
    assertTrue(Outage.isBehind(new IllegalStateException(answer("57P01"))));
    assertTrue(Outage.isBehind(answer("08006")));
  }

  @Test
  void anIssuerWhoseKeysCannotBeHadIsOne() {
    assertTrue(Outage.isBehind(new OIDCException("OIDC Server is not available")));
  }

  @Test
  void whatADatabaseAnswersIsNone() {
    assertFalse(Outage.isBehind(answer("23505")));
    assertFalse(Outage.isBehind(new IllegalStateException()));
  }

  private static PgException answer(String sqlState) {
    return new PgException("", "FATAL", sqlState, "");
  }
}
