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

/** As a person has to know them, in this order. */
export interface Things {
  /** What waits for her. */
  readonly hers: readonly Thing[];
  /** What is agreed, and she is to come. */
  readonly agreed: readonly StandingAppointment[];
  /** What waits for others. */
  readonly others: readonly Thing[];
  /** What is agreed between others. */
  readonly agreedByOthers: readonly StandingAppointment[];
  /** Of these nothing comes any more. */
  readonly lapsed: readonly Thing[];
}

export function thingsFor(
  personId: string,
  questions: readonly OpenQuestion[],
  appointments: readonly StandingAppointment[],
): Things {
  const asked = forMe(questions, personId);
  const toAnswer = hersToAnswer(appointments, personId);
  const rest = appointments.filter((it) => !toAnswer.includes(it));
  const lapsed = rest.filter((it) => it.lapsed);
  const standing = rest.filter((it) => !lapsed.includes(it));
  const agreed = standing.filter(({ status }) => status === "BOOKED");
  const proposed = standing.filter(({ status }) => status === "PROPOSED");
  return {
    hers: [...asQuestions(asked), ...asAppointments(toAnswer)],
    agreed: agreed.filter((it) => takesPart(it, personId)),
    others: [
      ...asQuestions(questions.filter((it) => !asked.includes(it))),
      ...asAppointments(proposed),
    ],
    agreedByOthers: agreed.filter((it) => !takesPart(it, personId)),
    lapsed: asAppointments(lapsed),
  };
}

function takesPart({ participantIds }: StandingAppointment, personId: string): boolean {
  return participantIds.includes(personId);
}

function asQuestions(all: readonly OpenQuestion[]): Thing[] {
  return inTurn(all).map((of) => ({ kind: "question", of }));
}

/** Those that have waited longest first. */
function asAppointments(all: readonly StandingAppointment[]): Thing[] {
  const bySince = [...all].sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
  return bySince.map((of) => ({ kind: "appointment", of }));
}

/** All of it, in the order in which it is shown. */
export function allOf({ hers, agreed, others, agreedByOthers, lapsed }: Things): readonly Thing[] {
  const asThings = (all: readonly StandingAppointment[]) =>
    all.map((of): Thing => ({ kind: "appointment", of }));
  return [...hers, ...asThings(agreed), ...others, ...asThings(agreedByOthers), ...lapsed];
}

/** What it moves with where it is shown. */
export function placeOf(things: Things): string {
  return allOf(things).map(keyOfThing).join();
}

/** The same however it stands by now. */
export function keyOfThing({ kind, of }: Thing): string {
  return kind === "question" ? keyOf(of) : `${keyOf(of)} ${kind}`;
}

/** Where one answers it: at the message that asks, or at the newest word of an appointment. */
export function wayToThing({ kind, of }: Thing): string {
  return wayTo(kind === "question" ? of : { ...of, about: of.seq });
}
