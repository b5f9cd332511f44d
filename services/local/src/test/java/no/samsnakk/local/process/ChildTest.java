package no.samsnakk.local.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator gives the all-in-one by its environment. */
class ChildTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SAMSNAKK_DB_ROOMS_PASSWORD",
        "SAMSNAKK_PERSON_KEY",
        "SAMSNAKK_CLIENT_SECRET",
        "SAMSNAKK_OPERATOR_KEY_AUDIT",
        "SAMSNAKK_EVENT_KEY_ROOMS",
        "SAMSNAKK_EVENT_KEY_ROOMS_SAMSNAKK_AUDIT_V1",
        "PGPASSWORD"
      })
  void nobodyInheritsASecret(String name) {
    assertTrue(Child.isSecret(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAMSNAKK_KAFKA", "SAMSNAKK_ROOM_KEY_FILE", "JAVA_HOME"})
  void theRestIsInherited(String name) {
    assertFalse(Child.isSecret(name));
  }
}
