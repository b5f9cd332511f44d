import type { StandingAppointment } from "../contracts/appointments";
import { hersToAnswer } from "./appointments";
import { inTurn } from "./days";
import { forMe } from "./forMe";
import type { OpenQuestion } from "./merged";
import { keyOf, wayTo } from "./wayTo";

/** What goes on in a room until somebody has said something more, or the time has come. */
export type Thing =
  | { readonly kind: "question"; readonly of: OpenQuestion }
  | { readonly kind: "appointment"; readonly of: StandingAppointment };

/** As a person has to know them: what waits for her, what is agreed, and what waits for others. */
export interface Things {
  readonly hers: readonly Thing[];
  readonly agreed: readonly StandingAppointment[];
  readonly others: readonly Thing[];
}

export function thingsFor(
  personId: string,
  questions: readonly OpenQuestion[],
  appointments: readonly StandingAppointment[],
): Things {
  const asked = forMe(questions, personId);
  const proposals = appointments.filter(({ status }) => status === "PROPOSED");
  const toAnswer = hersToAnswer(proposals, personId);
  const rest = <T>(all: readonly T[], but: readonly T[]) => all.filter((it) => !but.includes(it));
  return {
    hers: [...asQuestions(asked), ...asAppointments(toAnswer)],
    agreed: appointments.filter(({ status }) => status === "BOOKED"),
    others: [...asQuestions(rest(questions, asked)), ...asAppointments(rest(proposals, toAnswer))],
  };
}

function asQuestions(all: readonly OpenQuestion[]): Thing[] {
  return inTurn(all).map((of) => ({ kind: "question", of }));
}

/** Those that have waited longest first. */
export function asAppointments(all: readonly StandingAppointment[]): Thing[] {
  const bySince = [...all].sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
  return bySince.map((of) => ({ kind: "appointment", of }));
}

/** The same however it stands by now. */
export function keyOfThing({ kind, of }: Thing): string {
  return kind === "question" ? keyOf(of) : `${keyOf(of)} ${kind}`;
}

/** What stands where, in the order in which it is shown. */
export function keysOf({ hers, agreed, others }: Things): readonly string[] {
  return [...hers, ...asAppointments(agreed), ...others].map(keyOfThing);
}

/** Where one answers it: at the message that asks, or at the newest word of an appointment. */
export function wayToThing({ kind, of }: Thing): string {
  return wayTo(kind === "question" ? of : { ...of, about: of.seq });
}
