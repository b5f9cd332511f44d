package no.samsnakk.platform.event;

import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.MessageEvent;
import no.samsnakk.contracts.event.RoomEvent;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.contracts.event.TypingStarted;

/** Who tells what, and where. A service's key counts for nothing else. */
final class Tellers {
  private static final String ROOMS = "rooms";
  private static final String MESSAGING = "messaging";
  private static final String GATEWAY = "gateway";
  private static final String NOTIFICATIONS = "notifications";
  private static final String AUDIT = "audit";
  private static final String ANYBODY = "";

  private Tellers() {}

  /** Whether an event of this kind belongs on the topic, whoever tells it. */
  static boolean belongs(EventData event, String topic) {
    return topic.equals(
        switch (event) {
          case RoomEvent news -> Topics.ROOMS;
          case MessageEvent message -> Topics.MESSAGES;
          case AuditRecorded entry -> Topics.AUDIT;
          case SessionEnded ended -> Topics.SESSIONS;
          case TypingStarted typing -> Topics.TYPING;
        });
  }

  /** Whether it is the service's to tell. */
  static boolean mayTell(String service, EventData event) {
    var teller =
        switch (event) {
          case RoomEvent news -> ROOMS;
          case MessageEvent message -> MESSAGING;
          case TypingStarted typing -> MESSAGING;
          case SessionEnded ended -> GATEWAY;
          case AuditRecorded entry -> teller(entry.action());
        };
    return teller.equals(ANYBODY) || teller.equals(service);
  }

  private static String teller(AuditAction action) {
    return switch (action) {
      case SIGNED_OUT -> GATEWAY;
      case SIGNED_IN,
          ROOM_PROPOSED,
          ROOM_VIEWED,
          ROOM_REFRESHED,
          CONSENT_GIVEN,
          CONSENT_DECLINED,
          CONSENT_WITHDRAWN,
          SEAT_PROPOSED,
          SEAT_APPROVED,
          SEAT_DECLINED,
          SEAT_REMOVED,
          DIRECTORY_SEARCHED,
          PROPOSAL_RETRACTED,
          ADDRESS_CHANGED,
          PERSON_BLOCKED,
          PERSON_UNBLOCKED ->
          ROOMS;
      case MESSAGE_SENT,
          MESSAGE_ACKNOWLEDGED,
          QUESTION_CHANGED,
          APPOINTMENT_CHANGED,
          APPOINTMENT_ANSWERED,
          AGREEMENT_CHANGED,
          AGREEMENT_ANSWERED,
          MESSAGE_EDITED,
          MESSAGE_RETRACTED,
          MESSAGES_VIEWED,
          ROOM_KEY_ROTATED,
          WRAPPING_KEY_ROTATED,
          WRAPPING_KEYS_DROPPED,
          ROOM_ERASED ->
          MESSAGING;
      case PUSH_SUBSCRIBED, PUSH_UNSUBSCRIBED -> NOTIFICATIONS;
      case LOG_VIEWED, LOG_SEARCHED, LOG_VERIFIED, NOT_YET_KNOWN -> AUDIT;
      case REFUSED -> ANYBODY;
    };
  }
}
