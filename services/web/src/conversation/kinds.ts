import type { Message } from "../contracts/conversation";
import { agreementOf, type Agreement } from "./agreements";
import { appointmentOf, type Appointment } from "./appointments";
import { correctedOf } from "./corrected";
import { has, withRange, type Ranges } from "./ranges";

/** What a message says, where this version can read it. */
export type Said =
  | { kind: "text"; body: string }
  /** Whoever sent it has taken it back. */
  | { kind: "retracted" }
  /** Times for meeting, or what has become of them. */
  | { kind: "appointment"; appointment: Appointment }
  /** What is agreed on, or what has become of it. */
  | { kind: "agreement"; agreement: Agreement }
  /** What is stored does not open: it has its place and its sender all the same. */
  | { kind: "unreadable" }
  /** Written by a newer version, of a kind or a format that this one does not know. */
  | { kind: "newer" };

export function saidIn(message: Message): Said {
  const { kind, body } = message;
  if (correctedOf(message)?.state === "retracted") return { kind: "retracted" };
  if (kind === "TEXT") return body === undefined ? { kind: "unreadable" } : { kind: "text", body };
  if (kind !== "APPOINTMENT" && kind !== "AGREEMENT") return { kind: "newer" };
  const appointment = appointmentOf(message);
  if (appointment) return { kind: "appointment", appointment };
  const agreement = agreementOf(message);
  if (agreement) return { kind: "agreement", agreement };
  return { kind: message.status === undefined ? "unreadable" : "newer" };
}

/** Whether this version shows what it says: who has seen that there is something has not read it. */
export function canBeRead(message: Message): boolean {
  const { kind } = saidIn(message);
  return kind !== "unreadable" && kind !== "newer";
}

/** A row of its own: counts as unread. Windows that were open before there were others know no class. */
export function isRow({ class: it }: Message): boolean {
  return (it as string | undefined) === undefined || it === "VISIBLE";
}

/** With what is no row of its own: it is passed with the row before it, and parts no stretch. */
export function withQuiet(ranges: Ranges, messages: readonly Message[]): Ranges {
  return messages
    .filter((it) => !isRow(it))
    .reduce(
      (all, { seq }) => (seq === 1 || has(all, seq - 1) ? withRange(all, [seq, seq]) : all),
      ranges,
    );
}
