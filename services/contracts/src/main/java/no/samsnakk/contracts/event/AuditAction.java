package no.samsnakk.contracts.event;

/** What leaves a trace (R6). New ones are added at the end; none is renamed. */
public enum AuditAction {
  SIGNED_IN,
  SIGNED_OUT,
  ROOM_PROPOSED,
  ROOM_VIEWED,
  CONSENT_GIVEN,
  CONSENT_DECLINED,
  CONSENT_WITHDRAWN,
  SEAT_PROPOSED,
  SEAT_APPROVED,
  SEAT_DECLINED,
  SEAT_REMOVED,
  MESSAGE_SENT,
  /** A short answer to a message, or that it was taken back. */
  MESSAGE_ACKNOWLEDGED,
  /** Somebody has made a message a question, or has changed how one stands. */
  QUESTION_CHANGED,
  /** Somebody has proposed times for meeting, or has booked or cancelled an appointment. */
  APPOINTMENT_CHANGED,
  /** Somebody has said which of the times that are proposed fit her. */
  APPOINTMENT_ANSWERED,
  /** Somebody has put in words what is agreed on, or has said that it is done or dropped. */
  AGREEMENT_CHANGED,
  /** Somebody has said whether she agrees. */
  AGREEMENT_ANSWERED,
  /** Somebody has given a message of hers other words. */
  MESSAGE_EDITED,
  /** Somebody has taken a message of hers back. */
  MESSAGE_RETRACTED,
  /** An interval: opened before the first message goes out, closed with the last one. */
  MESSAGES_VIEWED,
  LOG_VIEWED,
  LOG_SEARCHED,
  DIRECTORY_SEARCHED,
  REFUSED,
  PROPOSAL_RETRACTED,
  /** By whoever runs Samsnakk, as the next three. */
  ROOM_KEY_ROTATED,
  WRAPPING_KEY_ROTATED,
  WRAPPING_KEYS_DROPPED,
  /** The room's key was destroyed: nobody can read what was written there any more. */
  ROOM_ERASED,
  /** Whoever runs Samsnakk had the log verified. */
  LOG_VERIFIED,
  /** A person has changed where her own letters go. */
  ADDRESS_CHANGED,
  /** A browser is to be woken, or no longer; whose it was, where it was another's. */
  PUSH_SUBSCRIBED,
  PUSH_UNSUBSCRIBED,
  /** Her browser fetched the room by itself, to keep up to date; nobody opened it. */
  ROOM_REFRESHED,
  /**
   * Audit has kept a record that it cannot read, as it was told: a later version's, most likely,
   * which reads it. Nobody tells this; and as this an older version shows what a later one has
   * appended.
   */
  NOT_YET_KNOWN,
  /** A patient does not want her in any room of his; told in each of them. */
  PERSON_BLOCKED,
  /** He has taken that back. */
  PERSON_UNBLOCKED
}
