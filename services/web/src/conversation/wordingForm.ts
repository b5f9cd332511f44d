import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { textFault } from "../contracts/text";
import { todayInNorway } from "../language/norway";
import type { Agreement } from "./agreements";
import { isInReach } from "./daysAhead";
import { othersIn, peopleFault, usually } from "./people";
import type { Wording } from "./agreementFrames";

export const LONGEST_LINE = 200;

/** What is being filled in. */
export interface WordingWanted {
  readonly description: string;
  /** Beside the one who writes. */
  readonly people: readonly string[];
  readonly ownerId: string | undefined;
  readonly dueBy: string | undefined;
}

/** What is wrong with it: codes of refusals, and what is missing. */
export interface WordingFaults {
  readonly description?: "missing" | "agreement-line-invalid" | undefined;
  readonly people?: "missing" | "agreement-people-invalid" | undefined;
  readonly dueBy?: "day-out-of-range" | undefined;
}

/**
 * What is there when one begins: of what stands its own; else the words of the message that it is made
 * from, where they are one line, and whoever wrote it or whom it mostly is with. A day that has passed is
 * none any more.
 */
export function beginningOf(
  room: RoomDetails,
  myId: string,
  { stands, message }: { stands?: Agreement | undefined; message?: Message | undefined },
): WordingWanted {
  const others = othersIn(room, myId);
  const author = message && others.filter((id) => id === message.senderId);
  const people = stands?.participantIds ?? (author?.length ? author : usually(room, myId));
  const dueBy = stands?.dueBy;
  return {
    description: stands?.description ?? asLine(message?.body),
    people: people.filter((id) => others.includes(id)),
    ownerId: [...others, myId].find((id) => id === stands?.ownerId),
    dueBy: isInReach(dueBy, todayInNorway()) ? dueBy : undefined,
  };
}

/** The words in one line; nothing where they are too many. */
function asLine(body = ""): string {
  const line = body.replace(/\s+/gu, " ").trim();
  return lineFault(line) === undefined ? line : "";
}

export function asWording({ description, people, ownerId, dueBy }: WordingWanted): Wording {
  return { description: description.trim(), participantIds: people, ownerId, dueBy };
}

export function wordingFaults(wanted: WordingWanted): WordingFaults {
  const description = wanted.description.trim();
  return {
    description: description === "" ? "missing" : lineFault(description),
    people: peopleFault(wanted.people.length, "agreement-people-invalid"),
    dueBy: isInReach(wanted.dueBy, todayInNorway()) ? undefined : "day-out-of-range",
  };
}

export function isWordingSound({ description, people, dueBy }: WordingFaults): boolean {
  return !description && !people && !dueBy;
}

function lineFault(text: string): "agreement-line-invalid" | undefined {
  const fault = textFault("LINE", text, { longest: LONGEST_LINE });
  return fault === undefined ? undefined : "agreement-line-invalid";
}
