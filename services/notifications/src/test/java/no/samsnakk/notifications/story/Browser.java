package no.samsnakk.notifications.story;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.UUID;

/** A browser, as its push service knows it. */
public record Browser(String endpoint) {

  public static Browser of(String kind) {
    return new Browser(Story.setting(World.PUSH_SERVICE) + "/" + kind + "/" + UUID.randomUUID());
  }

  /** What came to its push service. */
  public JsonPath pushes() {
    return given().get(endpoint.replaceFirst("(?<=\\d)/", "/kept/")).jsonPath();
  }

  public int count() {
    return pushes().getList("$").size();
  }

  /** Its push service gives no answer, until it is let go. */
  public void isHeld() {
    Held.hold(endpoint);
  }

  public void isLetGo() {
    Held.letGo(endpoint);
  }
}
