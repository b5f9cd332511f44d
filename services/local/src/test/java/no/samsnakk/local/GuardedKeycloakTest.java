package no.samsnakk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Keycloak keeps of those who are signed in, and what it does for nobody. */
class GuardedKeycloakTest {
  private static final String ORIGIN = "http://localhost:8080";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static LocalPostgres postgres;
  private static LocalKeycloak keycloak;
  private static Browser browser;

  @BeforeAll
  static void areIsSignedIn() {
    postgres = LocalPostgres.temporary();
    keycloak = LocalKeycloak.temporary(postgres, ORIGIN);
    browser = new Browser(keycloak, ORIGIN);
    browser.signIn("are.nordmann");
  }

  @AfterAll
  static void stop() {
    keycloak.close();
    postgres.close();
  }

  @Test
  void noTableHoldsHisIdentityNumberOrAToken_butTheStandInsOwnRegister_R9() throws SQLException {
    Pattern number = Pattern.compile("11858910082");
    Pattern token = Pattern.compile("eyJ[\\w-]{8,}\\.eyJ");
    String register =
        "select a.id from user_attribute a join user_entity u on u.id = a.user_id"
            + " join realm r on r.id = u.realm_id where r.name = 'bankid' and a.name = 'pid'";
    List<String> excepted = rows(register);
    assertFalse(excepted.isEmpty());

    for (String table :
        rows("select tablename from pg_tables where schemaname = 'public' order by 1")) {
      List<String> holding =
          rows("select t::text from public." + table + " t").stream()
              .filter(row -> number.matcher(row).find() || token.matcher(row).find())
              .filter(row -> !isRegistered(table, row, excepted))
              .toList();
      assertEquals(List.of(), holding, table);
    }
  }

  private static boolean isRegistered(String table, String row, List<String> register) {
    return table.equals("user_attribute") && register.stream().anyMatch(row::contains);
  }

  @Test
  void itTellsWhoCameAndWhoWasRefused_withoutNumbersNamesOrTokens() throws SQLException {
    status("/realms/samsnakk/protocol/openid-connect/auth?client_id=nobody&response_type=code");

    List<String> events =
        rows(
            "select e.type || ' ' || coalesce(e.details_json, '') || ' '"
                + " || coalesce(e.details_json_long_value, '') from event_entity e"
                + " join realm r on r.id = e.realm_id where r.name = 'samsnakk'");

    assertTrue(events.stream().anyMatch(it -> it.startsWith("LOGIN ")), events.toString());
    assertTrue(events.stream().anyMatch(it -> it.startsWith("LOGIN_ERROR")), events.toString());
    Pattern personal = Pattern.compile("\\b\\d{11}\\b|(?i)nordmann|eyJ");
    assertEquals(List.of(), events.stream().filter(it -> personal.matcher(it).find()).toList());
    assertEquals(
        List.of("master 2592000", "samsnakk 2592000"),
        rows(
            "select name || ' ' || events_expiration from realm where events_enabled"
                + " and admin_events_enabled and not admin_events_details_enabled order by name"));
    assertEquals(
        2, rows("select value from realm_attribute where name = 'adminEventsExpiration'").size());
  }

  @Test
  void whereAPasswordCouldBeItIsNotGuessedAtWill() throws SQLException {
    assertEquals(
        List.of("bankid", "master", "samsnakk"),
        rows(
            "select r.name from realm r join realm_attribute a on a.realm_id = r.id"
                + " where a.name = 'bruteForceProtected' and a.value = 'true' order by r.name"));
    assertEquals(
        List.of(), rows("select client_id from client where direct_access_grants_enabled"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"master", "samsnakk", "bankid"})
  void noClientThatNobodyUsesIsOn(String realm) throws SQLException {
    List<String> on =
        rows(
            "select c.client_id from client c join realm r on r.id = c.realm_id"
                + " where c.enabled and not c.bearer_only and r.name = '%s' order by 1"
                    .formatted(realm));

    assertEquals(
        switch (realm) {
          case "samsnakk" -> List.of("gateway", keycloak.userManager().clientId());
          case "bankid" -> List.of("samsnakk-broker");
          default -> List.of();
        },
        on);
  }

  @ParameterizedTest
  @ValueSource(strings = {"master", "samsnakk", "bankid"})
  void noTokenForAPassword(String realm) throws Exception {
    var request =
        HttpRequest.newBuilder(at("/realms/" + realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=password&client_id=admin-cli"
                        + "&username=are.nordmann&password=demo"));

    var answer = HTTP.send(request.build(), BodyHandlers.ofString());

    assertEquals(401, answer.statusCode(), answer.body());
    assertFalse(answer.body().contains("access_token"));
  }

  @ParameterizedTest
  @CsvSource({
    "/admin/, 404",
    "/admin/master/console/, 404",
    "/admin/samsnakk/console/, 404",
    "/realms/samsnakk/account, 404",
    "/realms/master/account, 404",
    "/admin/realms, 401"
  })
  void thereIsNoConsole(String path, int status) {
    assertEquals(status, status(path), path);
  }

  @Test
  void itsFirstAdministratorIsGone() throws SQLException {
    assertEquals(
        List.of(),
        rows(
            "select u.username from user_entity u join realm r on r.id = u.realm_id"
                + " where r.name = 'master'"));
  }

  @Test
  void whoLooksAfterUsersInTestsMayDoNothingElse() throws SQLException {
    assertEquals(
        List.of("manage-users"),
        rows(
            "select k.name from keycloak_role k join user_role_mapping m on m.role_id = k.id"
                + " join user_entity u on u.id = m.user_id"
                + " where u.username = 'service-account-samsnakk-tests'"
                + " and k.name not like 'default-roles-%'"));
  }

  @Test
  void aRefreshTokenIsGoodOnlyUntilItsSuccessorHasBeenUsed() {
    Browser.Tokens kari = new Browser(keycloak, ORIGIN).signIn("kari.kommunepsykolog");

    // Its answer is lost: what was asked is asked again.
    assertTrue(browser.refresh(kari.refresh()).has("refresh_token"));
    JsonNode again = browser.refresh(kari.refresh());
    assertTrue(again.has("refresh_token"), again.toString());

    untilTheNextSecond();
    JsonNode next = browser.refresh(again.path("refresh_token").asText());
    assertTrue(next.has("refresh_token"), next.toString());
    assertEquals("invalid_grant", browser.refresh(kari.refresh()).path("error").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"samsnakk", "bankid"})
  void theRealmsAsTheyAreImportedSaySoThemselves(String realm) throws Exception {
    Path file = Home.find().deploy("keycloak/" + realm + ".json");
    JsonNode json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(file.toFile());

    assertTrue(json.path("bruteForceProtected").asBoolean());
    for (JsonNode client : json.path("clients")) {
      assertFalse(client.path("directAccessGrantsEnabled").asBoolean(true), client.toString());
      assertFalse(client.path("implicitFlowEnabled").asBoolean(true), client.toString());
    }
    assertFalse(Files.readString(file, StandardCharsets.UTF_8).contains("\"users\""));
  }

  /** Keycloak tells by whole seconds which of two tokens is the older one. */
  private static void untilTheNextSecond() {
    long now = Instant.now().getEpochSecond();
    while (Instant.now().getEpochSecond() == now) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static int status(String path) {
    try {
      return HTTP.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static URI at(String path) {
    return URI.create(keycloak.issuer().replace("/realms/samsnakk", "") + path);
  }

  private static List<String> rows(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(postgres.superuserJdbcUrl("keycloak"));
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
