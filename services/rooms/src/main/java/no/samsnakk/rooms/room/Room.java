package no.samsnakk.rooms.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room around one patient (FHIR: CareTeam). Its row is the lock that every change takes. */
@Entity
@Table(name = "room")
public class Room {
  @Id
  @Column(name = "room_id")
  private UUID roomId;

  @Column private String purpose;

  @Column(name = "patient_id")
  private UUID patientId;

  @Column(name = "patient_typed_name")
  private String patientTypedName;

  @Column(name = "proposed_by")
  private UUID proposedBy;

  @Column private byte[] fingerprint;

  @Enumerated(EnumType.STRING)
  @Column
  private RoomStatus status;

  @Column(name = "consent_text_version")
  private @Nullable String consentTextVersion;

  @Column(name = "consent_answered_at")
  private @Nullable Instant consentAnsweredAt;

  @Column(name = "consent_withdrawn_at")
  private @Nullable Instant consentWithdrawnAt;

  @Column(name = "standing_no_at")
  private @Nullable Instant standingNoAt;

  @Column(name = "retracted_at")
  private @Nullable Instant retractedAt;

  @Column(name = "access_epoch")
  private long accessEpoch;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Room() {}

  /**
   * A room that nobody has consented to.
   *
   * @param fingerprint of the request that proposed it, to tell a repeat from another
   */
  public Room(
      UUID roomId,
      String purpose,
      UUID patientId,
      String patientTypedName,
      UUID proposedBy,
      byte[] fingerprint,
      Instant at) {
    this.roomId = roomId;
    this.purpose = purpose;
    this.patientId = patientId;
    this.patientTypedName = patientTypedName;
    this.proposedBy = proposedBy;
    this.fingerprint = fingerprint.clone();
    this.status = RoomStatus.PROPOSED;
    this.createdAt = at;
    this.changedAt = at;
  }

  /** What the patient has said so far. */
  public Consent consent() {
    return switch (status) {
      case PROPOSED -> new Consent.Asked();
      case ACTIVE -> new Consent.Given(version(), answeredAt());
      case DECLINED -> new Consent.Declined(version(), answeredAt());
      case WITHDRAWN ->
          new Consent.Withdrawn(
              version(), answeredAt(), Objects.requireNonNull(consentWithdrawnAt));
      case RETRACTED -> new Consent.Retracted(Objects.requireNonNull(retractedAt));
    };
  }

  /** Takes over what the patient has said; {@link Consent} has only the legal steps. */
  public void become(Consent consent) {
    status = consent.status();
    switch (consent) {
      case Consent.Asked _ -> {}
      case Consent.Given(var version, var at) -> {
        answered(version, at);
        consentWithdrawnAt = null;
      }
      case Consent.Declined(var version, var at) -> answered(version, at);
      case Consent.Withdrawn(var version, var given, var at) -> {
        answered(version, given);
        consentWithdrawnAt = at;
      }
      case Consent.Retracted(var at) -> retractedAt = at;
    }
  }

  /**
   * The patient has opened the room again without its proposer: to her his no stands. Null: he has
   * let her in again with his yes.
   */
  public void leaveStanding(@Nullable Instant no) {
    standingNoAt = no;
  }

  /** The no that his yes since has not taken back from the proposer, if there is one. */
  public @Nullable Instant standingNoAt() {
    return standingNoAt;
  }

  /** Who may do what has changed (R4). */
  void raiseEpoch(Instant at) {
    raiseEpochUnseen();
    changedAt = at;
  }

  /** The same, of what nobody who sees the room is to notice. */
  void raiseEpochUnseen() {
    accessEpoch++;
  }

  private void answered(String version, Instant at) {
    consentTextVersion = version;
    consentAnsweredAt = at;
  }

  private String version() {
    return Objects.requireNonNull(consentTextVersion);
  }

  private Instant answeredAt() {
    return Objects.requireNonNull(consentAnsweredAt);
  }

  /** Whether this request is the one that proposed the room. */
  public boolean proposedAs(UUID proposer, byte[] requestFingerprint) {
    return proposer.equals(proposedBy) && Arrays.equals(fingerprint, requestFingerprint);
  }

  public UUID roomId() {
    return roomId;
  }

  public String purpose() {
    return purpose;
  }

  public UUID patientId() {
    return patientId;
  }

  public String patientTypedName() {
    return patientTypedName;
  }

  public UUID proposedBy() {
    return proposedBy;
  }

  public RoomStatus status() {
    return status;
  }

  public long accessEpoch() {
    return accessEpoch;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** Neither purpose nor name (R9). */
  @Override
  public String toString() {
    return "Room[" + roomId + ", " + status + "]";
  }
}
