package no.samsnakk.rooms.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody was in a room (FHIR: CareTeam.participant.period); the patient's is the
 * time in which it was open. The database keeps them by itself as seats and rooms change.
 */
@Entity
@Immutable
@Table(name = "seat_period")
public class SeatPeriod {
  @Id
  @Column(name = "period_id")
  private UUID periodId;

  @Column(name = "room_id")
  private UUID roomId;

  @Column(name = "seat_id")
  private UUID seatId;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "start_epoch")
  private @Nullable Long startEpoch;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "end_epoch")
  private @Nullable Long endEpoch;

  @Enumerated(EnumType.STRING)
  @Column(name = "ended_by")
  private @Nullable PeriodEnd endedBy;

  protected SeatPeriod() {}

  public UUID seatId() {
    return seatId;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /**
   * The room's epoch that it began with: what was said before carries a lower one. Null: unknown.
   */
  public @Nullable Long startEpoch() {
    return startEpoch;
  }

  /** Null: it goes on. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }

  /** The room's epoch that it ended with. Null: it goes on, or nobody knows. */
  public @Nullable Long endEpoch() {
    return endEpoch;
  }

  /** Null: it goes on. */
  public @Nullable PeriodEnd endedBy() {
    return endedBy;
  }
}
