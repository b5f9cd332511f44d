import type { components } from "./generated/audit-api";

type Schemas = components["schemas"];

export type Action = Schemas["AuditAction"];
export type LogEntry = Schemas["LogEntry"];
export type RoomLog = Schemas["RoomLog"];
/** A day where the reader is, with the sums of all of it. */
export type LogDay = Schemas["Day"];
export type Sum = Schemas["Sum"];
/** `POST /api/access-log/searches`: a POST, so that names are never in addresses (R9). */
export type LogSearch = Schemas["LogSearch"];
export type LogSearchAnswer = Schemas["Findings"];

const EVERY_ACTION: Record<Action, true> = {
  SIGNED_IN: true,
  SIGNED_OUT: true,
  ROOM_PROPOSED: true,
  PROPOSAL_RETRACTED: true,
  ROOM_VIEWED: true,
  CONSENT_GIVEN: true,
  CONSENT_DECLINED: true,
  CONSENT_WITHDRAWN: true,
  SEAT_PROPOSED: true,
  SEAT_APPROVED: true,
  SEAT_DECLINED: true,
  SEAT_REMOVED: true,
  MESSAGE_SENT: true,
  MESSAGE_ACKNOWLEDGED: true,
  QUESTION_CHANGED: true,
  APPOINTMENT_CHANGED: true,
  APPOINTMENT_ANSWERED: true,
  AGREEMENT_CHANGED: true,
  AGREEMENT_ANSWERED: true,
  MESSAGE_EDITED: true,
  MESSAGE_RETRACTED: true,
  MESSAGES_VIEWED: true,
  LOG_VIEWED: true,
  LOG_SEARCHED: true,
  DIRECTORY_SEARCHED: true,
  REFUSED: true,
  ROOM_KEY_ROTATED: true,
  WRAPPING_KEY_ROTATED: true,
  WRAPPING_KEYS_DROPPED: true,
  ROOM_ERASED: true,
  LOG_VERIFIED: true,
  ADDRESS_CHANGED: true,
  PUSH_SUBSCRIBED: true,
  PUSH_UNSUBSCRIBED: true,
  ROOM_REFRESHED: true,
  NOT_YET_KNOWN: true,
  PERSON_BLOCKED: true,
  PERSON_UNBLOCKED: true,
};

/** In the order in which they are offered; what this version does not know cannot be looked for. */
export const ACTIONS = (Object.keys(EVERY_ACTION) as readonly Action[]).filter(
  (action) => action !== "NOT_YET_KNOWN",
);

/** The agent of what no person of ours did, but whoever runs Samsnakk. */
export const OPERATOR = "00000000-0000-0000-0000-000000000000";
