import type { KnownAgreement } from "./agreements";
import type { KnownAppointment } from "./appointments";
import type { Entry } from "./entries";
import { isStanding } from "./questions";
import type { OfMessage } from "./useAmendments";

/*
 * How high a row will be about, in pixels, before it has been drawn on a narrow screen. What is read
 * never moves; but for each bad guess all rows in the page are placed anew, in the midst of scrolling.
 */
const LINE = 24;
/** Beside a face, and not one's own: those are a little wider. */
const CHARACTERS_IN_A_LINE = 33;
/** The time stands at the end of the last line. */
const TIME = 7;
const AROUND_A_BUBBLE = 15;
/** Before what somebody says anew. */
const BETWEEN = 10;
const NAME = 20;
const READ_BY = 24;
/** Of what message a reply is one, over it. */
const QUOTE = 48;
/** What has been answered shortly, on one line. */
const ANSWERED = 32;
/** A question that waits, with what may be done, and one that nobody waits for. */
const ASKED = 112;
const SETTLED = 32;
/** What is said of an appointment that stands, and each time that can be chosen. */
const APPOINTMENT = 140;
const SLOT = 60;
/** What is said of an agreement, and what may be done with it. */
const AGREEMENT = 160;
const SEPARATOR = 48;
const CHANGE = 44;

/** What is said of a message and stands under it. */
export type SaidOf = Pick<OfMessage, "acknowledged" | "question" | "appointment" | "agreement">;

export function estimatedHeight(entry: Entry, saidOf: SaidOf): number {
  const { acknowledged, question, appointment, agreement } = saidOf;
  switch (entry.kind) {
    case "day":
    case "new":
    case "gap":
      return SEPARATOR;
    case "change":
      return CHANGE;
    case "unsent":
      return (
        AROUND_A_BUBBLE +
        BETWEEN +
        READ_BY +
        (entry.unsent.inResponseTo === undefined ? 0 : QUOTE) +
        heightOf(entry.unsent.body)
      );
    case "message":
      return (
        AROUND_A_BUBBLE +
        (entry.startsGroup ? BETWEEN : 0) +
        (entry.startsGroup && !entry.mine ? NAME : 0) +
        (acknowledged.length > 0 ? ANSWERED : 0) +
        (question ? (isStanding(question) ? ASKED : SETTLED) : 0) +
        (appointment ? heightOfCard(entry.message.seq, appointment) : 0) +
        (agreement ? heightOfAgreement(entry.message.seq, agreement) : 0) +
        (entry.endsGroup ? READ_BY : 0) +
        (entry.message.inResponseTo === undefined ? 0 : QUOTE) +
        heightOf(entry.message.body ?? "")
      );
  }
}

function heightOfCard(seq: number, { newest }: KnownAppointment): number {
  if (newest.seq !== seq) return LINE;
  return APPOINTMENT + (newest.status === "PROPOSED" ? SLOT * newest.slots.length : 0);
}

function heightOfAgreement(seq: number, { newest }: KnownAgreement): number {
  return newest.seq === seq ? AGREEMENT : LINE;
}

function heightOf(body: string): number {
  const lines = `${body}${" ".repeat(TIME)}`.split("\n");
  const count = lines.reduce((sum, it) => sum + Math.ceil(it.length / CHARACTERS_IN_A_LINE), 0);
  return LINE * Math.max(lines.length, count);
}
