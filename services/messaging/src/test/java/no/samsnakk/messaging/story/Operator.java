package no.samsnakk.messaging.story;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whoever runs Samsnakk, at the management port. */
public final class Operator {
  private final String key;
  private final String host;

  private Operator(String key, String host) {
    this.key = key;
    this.host = host;
  }

  public static Operator withTheKey() {
    return new Operator(World.OPERATOR_KEY, "localhost");
  }

  public static Operator with(String key) {
    return new Operator(key, "localhost");
  }

  public static Operator withAuditsKey() {
    return new Operator(World.AUDITS_KEY, "localhost");
  }

  /** With the key, and by this name of the port. */
  public static Operator askingBy(String host) {
    return new Operator(World.OPERATOR_KEY, host);
  }

  public ValidatableResponse rotates(UUID room) {
    return asks().post("/operator/rooms/" + room + "/key").then();
  }

  public ValidatableResponse rotatesAll() {
    return asks().post("/operator/room-keys").then();
  }

  public ValidatableResponse erases(Object room) {
    return asks().delete("/operator/rooms/" + room + "/key").then();
  }

  public ValidatableResponse turnsToANewWrappingKey() {
    return asks().post("/operator/wrapping-key").then();
  }

  public ValidatableResponse dropsOldWrappingKeys() {
    return asks().delete("/operator/wrapping-key/old").then();
  }

  private RequestSpecification asks() {
    return given()
        .port(managementPort())
        .header("Host", host)
        .header("Authorization", "Bearer " + key);
  }

  private static int managementPort() {
    return ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
  }
}
