package no.samsnakk.rooms;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.time.MovedClock;
import no.samsnakk.contracts.token.KeptTokens;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in and does things, with credentials of her own. */
final class Actor {
  static final String HIGH = "idporten-loa-high";
  private static final KeptTokens TOKENS = new KeptTokens();

  final String name;
  final String number;
  final String subject;
  private String acr = HIGH;
  private Duration loginAge = Duration.ofSeconds(5);

  private Actor(String name, String number, String subject) {
    this.name = name;
    this.number = number;
    this.subject = subject;
  }

  static Actor kari() {
    return demo("Kari Kommunepsykolog", "03827810060");
  }

  static Actor frida() {
    return demo("Frida Fastlege", "24897110055");
  }

  static Actor vera() {
    return demo("Vera Veileder", "17868410183");
  }

  static Actor sara() {
    return demo("Sara Psykolog", "08928610080");
  }

  static Actor nils() {
    return demo("Nils Nysgjerrig", "14908110030");
  }

  static Actor anne() {
    return demo("Anne Auditor", "29816910100");
  }

  /** A patient of his own for each test: his rooms are this test's alone. */
  static Actor are() {
    return somebodyNew("Are Nordmann").signsIn();
  }

  /** Somebody whom Samsnakk has never heard of. */
  static Actor somebodyNew(String name) {
    return new Actor(name, Numbers.synthetic(), "subject-" + Ids.next());
  }

  private static Actor demo(String name, String number) {
    return new Actor(name, number, "subject-of-" + name.substring(0, name.indexOf(' '))).signsIn();
  }

  /** The same person, signed in less surely or longer ago. */
  Actor with(String otherAcr, Duration age) {
    var other = new Actor(name, number, subject);
    other.acr = otherAcr;
    other.loginAge = age;
    return other;
  }

  /** The same person, who has signed in just now by this clock. */
  Actor freshBy(MovedClock clock) {
    return with(HIGH, clock.ahead().negated());
  }

  /** The same person, whom BankID calls something else today. */
  Actor called(String otherName) {
    return new Actor(otherName, number, subject);
  }

  Actor signsIn() {
    reportsSignIn(idToken(), Servers.INTERNAL_KEY).statusCode(200);
    return this;
  }

  ValidatableResponse reportsSignIn(String idToken, @Nullable String internalKey) {
    var request = asks();
    if (internalKey != null) {
      request.header("X-Internal-Key", internalKey);
    }
    return request.body(Map.of("idToken", idToken)).post("/internal/sign-ins").then();
  }

  String accessToken() {
    return TOKENS.of(List.of(subject, acr, loginAge, name), this::signedToken);
  }

  private String signedToken() {
    var claims = Issuer.claims(subject, acr, Instant.now().minus(loginAge));
    return Issuer.signed(claims.audience("samsnakk").claim("name", name));
  }

  String idToken() {
    var claims = Issuer.claims(subject, acr, Instant.now().minus(loginAge));
    return Issuer.signed(claims.audience("gateway").claim("name", name).claim("pid", number));
  }

  RequestSpecification asks() {
    return given().auth().oauth2(accessToken()).contentType(ContentType.JSON);
  }

  ValidatableResponse looksAtHerself() {
    return asks().get("/api/me").then();
  }

  UUID personId() {
    return UUID.fromString(looksAtHerself().extract().path("personId"));
  }

  String roleId() {
    return looksAtHerself().extract().path("roles[0].roleId");
  }

  String organisationId() {
    return looksAtHerself().extract().path("roles[0].organisation.organisationId");
  }

  // --- where her letters go ---

  ValidatableResponse seesHerAddress() {
    return asks().get("/api/me/address").then();
  }

  ValidatableResponse wantsLettersAt(@Nullable String email, long version) {
    var body = new LinkedHashMap<String, Object>();
    body.put("email", email);
    body.put("version", version);
    return asks().body(body).put("/api/me/address").then();
  }

  // --- proposing ---

  static Map<String, Object> proposal(Actor proposer, Actor patient, Actor... invited) {
    var body = new LinkedHashMap<String, Object>();
    body.put("asRoleId", proposer.roleId());
    body.put("patient", Map.of("identityNumber", patient.number, "name", "Are (skrevet av Kari)"));
    body.put("purpose", "Tilbake i jobb");
    body.put("invitedRoleIds", List.of(invited).stream().map(Actor::roleId).toList());
    return body;
  }

  /** The same, with an address that the proposer typed. */
  static Map<String, Object> proposalTelling(String email, Actor proposer, Actor patient) {
    var body = proposal(proposer, patient);
    body.put(
        "patient",
        Map.of("identityNumber", patient.number, "name", "Are (skrevet av Kari)", "email", email));
    return body;
  }

  ValidatableResponse proposes(UUID roomId, Map<String, Object> body) {
    return asks().body(body).put("/api/rooms/" + roomId).then();
  }

  /** Proposes a room and answers its id. */
  UUID proposesRoomFor(Actor patient, Actor... invited) {
    var roomId = Ids.next();
    proposes(roomId, proposal(this, patient, invited)).statusCode(201);
    return roomId;
  }

  ValidatableResponse retracts(UUID roomId) {
    return asks().body("{}").post("/api/rooms/" + roomId + "/retraction").then();
  }

  // --- looking ---

  ValidatableResponse views(UUID roomId) {
    return asks().get("/api/rooms/" + roomId).then();
  }

  /** Her browser does, by itself. */
  ValidatableResponse refreshes(UUID roomId) {
    return asks().get("/api/rooms/" + roomId + "?refresh=true").then();
  }

  /** All of them, page by page. */
  List<String> seesRooms() {
    var seen = new ArrayList<String>();
    @Nullable String after = "";
    while (after != null) {
      var page = seesRoomsAfter(after).statusCode(200).extract();
      seen.addAll(page.path("items.roomId"));
      after = page.path("nextAfter");
    }
    return seen;
  }

  /** What the list has after this place; after nothing, its beginning. */
  ValidatableResponse seesRoomsAfter(String place) {
    return asks()
        .queryParams(place.isEmpty() ? Map.of() : Map.of("after", place))
        .get("/api/rooms")
        .then();
  }

  ValidatableResponse searches(String query) {
    return asks().body(Map.of("query", query)).post("/api/directory/searches").then();
  }

  // --- consenting ---

  ValidatableResponse answersConsent(UUID roomId, String decision, String version) {
    return asks()
        .body(Map.of("textVersion", version, "decision", decision))
        .post("/api/rooms/" + roomId + "/consent")
        .then();
  }

  ValidatableResponse consents(UUID roomId) {
    var page = views(roomId).extract();
    boolean asked = page.statusCode() == 200 && page.path("ifYes") != null;
    return asked ? saysYesTo(roomId, shown(page)) : answersConsent(roomId, "GIVEN", "2026-11-27");
  }

  ValidatableResponse declines(UUID roomId) {
    return answersConsent(roomId, "DECLINED", "2026-11-27");
  }

  /** The patient looks at the page again, and says yes to what stands on it. */
  ValidatableResponse opensAgain(UUID roomId) {
    return saysYesTo(roomId, shown(roomId));
  }

  ValidatableResponse saysYesTo(UUID roomId, Map<String, Object> shown) {
    return asks()
        .body(Map.of("textVersion", "2026-11-27", "decision", "GIVEN", "shown", shown))
        .post("/api/rooms/" + roomId + "/consent")
        .then();
  }

  /** What stands on the consent page: the room as it is, and whom a yes would let in. */
  Map<String, Object> shown(UUID roomId) {
    return shown(views(roomId).statusCode(200).extract());
  }

  private static Map<String, Object> shown(ExtractableResponse<Response> page) {
    return Map.of(
        "accessEpoch", page.path("accessEpoch"),
        "joins", page.path("ifYes.joins"),
        "asked", page.path("ifYes.asked"));
  }

  ValidatableResponse withdraws(UUID roomId) {
    return asks().body("{}").post("/api/rooms/" + roomId + "/withdrawal").then();
  }

  // --- blocking ---

  ValidatableResponse seesWhomHeHasBlocked() {
    return asks().get("/api/me/blocks").then();
  }

  /** Asks to block her, and has the connection that it would be answered by. */
  Socket beginsToBlock(Actor somebody) throws IOException {
    var connection = new Socket("localhost", RestAssured.port);
    var request =
        """
        PUT /api/me/blocks/%s HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Length: 0

        """
            .formatted(somebody.personId(), accessToken());
    connection
        .getOutputStream()
        .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    return connection;
  }

  ValidatableResponse blocks(Actor somebody) {
    return blocks(somebody.personId());
  }

  ValidatableResponse blocks(UUID personId) {
    return asks().put("/api/me/blocks/" + personId).then();
  }

  ValidatableResponse unblocks(Actor somebody) {
    return asks().delete("/api/me/blocks/" + somebody.personId()).then();
  }

  // --- seats ---

  /** Where it is the patient, he has been asked whether he lets her in, and does. */
  ValidatableResponse invites(UUID roomId, String roleId) {
    return invites(roomId, Map.of("roleId", roleId, "approves", true));
  }

  ValidatableResponse invites(UUID roomId, Map<String, Object> body) {
    return asks().body(body).post("/api/rooms/" + roomId + "/seats").then();
  }

  ValidatableResponse answersApproval(UUID roomId, String seatId, String decision) {
    return asks()
        .body(Map.of("decision", decision))
        .post("/api/rooms/" + roomId + "/seats/" + seatId + "/approval")
        .then();
  }

  /** The patient approves one helper. */
  ValidatableResponse approves(UUID roomId, Actor helper) {
    return answersApproval(roomId, seatOf(roomId, helper), "APPROVED");
  }

  ValidatableResponse removes(UUID roomId, String seatId) {
    return asks().delete("/api/rooms/" + roomId + "/seats/" + seatId).then();
  }

  /** A helper's seat, as this person sees it. */
  String seatOf(UUID roomId, Actor helper) {
    return views(roomId)
        .statusCode(200)
        .extract()
        .path("seats.find { it.person.personId == '" + helper.personId() + "' }.seatId");
  }

  String seatStatusOf(UUID roomId, Actor helper) {
    return views(roomId)
        .statusCode(200)
        .extract()
        .path("seats.find { it.person.personId == '" + helper.personId() + "' }.status");
  }
}
