package no.samsnakk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.samsnakk.local.directory.Directory;
import no.samsnakk.local.directory.Directory.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalKeycloakTest {
  private static final String ORIGIN = "http://localhost:8080";
  private static final Directory DIRECTORY =
      Directory.read(Home.find().deploy("demo/directory.json"));

  private static LocalPostgres postgres;
  private static LocalKeycloak keycloak;

  private final Browser browser = new Browser(keycloak, ORIGIN);

  @BeforeAll
  static void start() {
    postgres = LocalPostgres.temporary();
    keycloak = LocalKeycloak.temporary(postgres, ORIGIN);
  }

  @AfterAll
  static void stop() {
    keycloak.close();
    postgres.close();
  }

  @Test
  void everyPersonOfTheDirectoryIsAButton_andSignsInWithOneClick() {
    String page = browser.standIn();
    assertTrue(page.contains("Dette er ikke BankID"), page);
    for (Person person : DIRECTORY.people()) {
      Browser own = new Browser(keycloak, ORIGIN);
      assertTrue(page.contains(person.name()), person.toString());
      assertTrue(page.contains(DIRECTORY.roleLine(person)), person.toString());
      JsonNode idToken = own.signIn(person.username()).id();
      assertEquals(person.name(), idToken.path("name").asText());
      assertEquals(person.identityNumber(), idToken.path("pid").asText());
    }
    assertEquals(DIRECTORY.people().size(), page.split("<button", -1).length - 1);
  }

  @Test
  void theIdentityNumberIsInTheIdTokenOnly_R9() {
    Browser.Tokens tokens = browser.signIn("are.nordmann");

    assertFalse(tokens.access().has("pid"));
    assertFalse(tokens.access().toString().contains("11858910082"), "in the access token");
    for (JsonNode token : List.of(tokens.id(), tokens.access())) {
      assertEquals("idporten-loa-high", token.path("idp_acr").asText());
      assertTrue(token.path("auth_time").asLong() > 0);
      assertFalse(token.path("sid").asText().isEmpty());
    }
    assertEquals("samsnakk", tokens.access().path("aud").asText());
    assertEquals("gateway", tokens.id().path("aud").asText());
    assertEquals(1800, tokens.access().path("exp").asLong() - tokens.access().path("iat").asLong());
  }

  @Test
  void noPageOfRealmSamsnakkIsEverShown() {
    browser.signIn("are.nordmann");

    assertEquals(List.of("bankid"), browser.realmsThatShowedAPage());
  }

  @Test
  void whoIsSignedInIsNotAskedAgain_butAFreshLoginAsks() {
    Browser.Tokens first = browser.signIn("are.nordmann");
    Browser.Tokens silent = browser.signIn("are.nordmann");
    assertEquals(1, browser.realmsThatShowedAPage().size());
    assertEquals(first.id().path("auth_time"), silent.id().path("auth_time"));

    browser.signIn("are.nordmann", Map.of("prompt", "login"));

    assertEquals(List.of("bankid", "bankid"), browser.realmsThatShowedAPage());
  }

  @Test
  void aWrongPasswordIsToldOnTheStandIn() {
    String page = browser.failToSignIn("are.nordmann");

    assertTrue(page.contains("role=\"alert\""), page);
    assertTrue(page.contains("Innloggingen gikk ikke"), page);
  }

  @Test
  void whatIsSentToTheBrowserNamesNoIdentityNumberAndNoOtherHost_R9() {
    String page = browser.standIn();

    assertFalse(page.matches("(?s).*\\b[0-9]{11}\\b.*"), page);
    assertFalse(page.contains("<script"), page);
    assertEquals(
        "", page.lines().filter(LocalKeycloakTest::isForeign).collect(Collectors.joining()));
  }

  private static boolean isForeign(String line) {
    return line.contains("//") && !line.contains("//localhost:");
  }
}
