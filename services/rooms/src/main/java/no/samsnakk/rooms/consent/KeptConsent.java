package no.samsnakk.rooms.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/** One yes of a patient, as it was given. It is written once and never changed. */
@Entity
@Table(name = "consent")
class KeptConsent {
  private static final TypeReference<List<GivenConsents.Named>> NAMED = new TypeReference<>() {};

  @Id
  @Column(name = "consent_id")
  private UUID consentId;

  @Column(name = "room_id")
  private UUID roomId;

  @Column(name = "text_version")
  private String textVersion;

  @Column private @Nullable String language;

  @Column(name = "given_at")
  private Instant givenAt;

  @Column private @Nullable String named;

  protected KeptConsent() {}

  /**
   * @param language in which the text stood on his screen; null where his browser did not say
   * @param named who stood on the page
   */
  KeptConsent(
      UUID roomId,
      String textVersion,
      @Nullable String language,
      Instant givenAt,
      List<GivenConsents.Named> named) {
    this.consentId = Ids.next();
    this.roomId = roomId;
    this.textVersion = textVersion;
    this.language = language;
    this.givenAt = givenAt;
    this.named = toJson(named);
  }

  GivenConsents.GivenConsent shown() {
    return new GivenConsents.GivenConsent(
        textVersion, language, givenAt, named == null ? null : fromJson(named));
  }

  private static String toJson(List<GivenConsents.Named> named) {
    try {
      return Json.MAPPER.writeValueAsString(named);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<GivenConsents.Named> fromJson(String named) {
    try {
      return Json.MAPPER.readValue(named, NAMED);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not the names (R9). */
  @Override
  public String toString() {
    return "KeptConsent[" + roomId + ", " + textVersion + "]";
  }
}
