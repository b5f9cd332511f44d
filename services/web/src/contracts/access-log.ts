import type { Organisation, Person } from "./people";

export const ACTIONS = [
  "SIGNED_IN",
  "SIGNED_OUT",
  "ROOM_PROPOSED",
  "ROOM_VIEWED",
  "CONSENT_GIVEN",
  "CONSENT_DECLINED",
  "CONSENT_WITHDRAWN",
  "SEAT_PROPOSED",
  "SEAT_APPROVED",
  "SEAT_DECLINED",
  "SEAT_REMOVED",
  "MESSAGE_SENT",
  "MESSAGES_VIEWED",
  "LOG_VIEWED",
  "LOG_SEARCHED",
  "DIRECTORY_SEARCHED",
  "REFUSED",
] as const;

export type Action = (typeof ACTIONS)[number];

export interface LogEntry {
  seq: number;
  entryId: string;
  recordedAt: string;
  at: string;
  until?: string;
  action: Action;
  outcome: "SUCCESS" | "REFUSED";
  agent: Person & { title?: string; organisation?: Organisation };
  roomId?: string;
  patient?: Person;
  details: {
    code?: string;
    fromSeq?: number;
    toSeq?: number;
    personName?: string;
    reason?: string;
  };
  hash: string;
}

export interface LogPage {
  items: LogEntry[];
  /** Where the next older page ends; null or absent at the beginning. */
  nextBefore?: number | null;
}

/** `POST /api/access-log/searches`: a POST, so that names are never in addresses (R9). */
export interface LogSearch {
  reason: string;
  from?: string;
  to?: string;
  action?: Action;
  name?: string;
  roomId?: string;
  before?: number;
  limit?: number;
}

export interface LogSearchAnswer extends LogPage {
  head: { seq: number; hash: string };
}
