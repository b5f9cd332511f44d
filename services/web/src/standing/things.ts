import type { StandingAgreement } from "../contracts/agreements";
import type { StandingAppointment } from "../contracts/appointments";
import { holds } from "./agreements";
import { inTurn } from "./days";
import { forMe } from "./forMe";
import type { OpenQuestion } from "./merged";
import type { Standing } from "./useStanding";
import { keyOf, wayTo } from "./wayTo";

/** What goes on in a room until somebody has said something more, or the time has come. */
export type Thing =
  | { readonly kind: "question"; readonly of: OpenQuestion }
  | { readonly kind: "appointment"; readonly of: StandingAppointment }
  | { readonly kind: "agreement"; readonly of: StandingAgreement };

/** As a person has to know them, in this order. */
export interface Things {
  /** What waits for her. */
  readonly hers: readonly Thing[];
  /** What is agreed, and concerns her: times at which she is to come, then the rest. */
  readonly agreed: readonly Thing[];
  /** What waits for others. */
  readonly others: readonly Thing[];
  /** What is agreed between others. */
  readonly agreedByOthers: readonly Thing[];
  /** Of these nothing comes any more. */
  readonly lapsed: readonly Thing[];
}

export function thingsFor(
  personId: string,
  { questions, appointments, agreements }: Standing,
): Things {
  const asked = forMe(questions, personId);
  const times = thingsOf(asAppointments(appointments), personId, isBooked);
  const rest = thingsOf(asAgreements(agreements), personId, ({ of }) => holds(of));
  return {
    hers: [...asQuestions(asked), ...bySince(times.hers), ...bySince(rest.hers)],
    // Times come in their order.
    agreed: [...times.agreed, ...byDay(rest.agreed)],
    others: [
      ...asQuestions(questions.filter((it) => !asked.includes(it))),
      ...bySince(times.others),
      ...bySince(rest.others),
    ],
    agreedByOthers: [...times.agreedByOthers, ...byDay(rest.agreedByOthers)],
    lapsed: [...bySince(times.lapsed), ...bySince(rest.lapsed)],
  };
}

type Appointments = Extract<Thing, { kind: "appointment" }>;
type Agreements = Extract<Thing, { kind: "agreement" }>;

const isBooked = ({ of }: Appointments) => of.status === "BOOKED";

/** What is arranged, by whose it is to say something, and by whether it is agreed. */
function thingsOf<T extends Appointments | Agreements>(
  all: readonly T[],
  personId: string,
  isAgreed: (thing: T) => boolean,
) {
  const isHers = ({ of }: T) => of.waitsForIds.includes(personId);
  const rest = all.filter((it) => !isHers(it));
  const standing = rest.filter(({ of }) => !of.lapsed);
  const agreed = standing.filter(isAgreed);
  const concerns = ({ of }: T) => of.participantIds.includes(personId);
  return {
    hers: all.filter(isHers),
    agreed: agreed.filter(concerns),
    others: standing.filter((it) => !isAgreed(it)),
    agreedByOthers: agreed.filter((it) => !concerns(it)),
    lapsed: rest.filter(({ of }) => of.lapsed),
  };
}

function asQuestions(all: readonly OpenQuestion[]): Thing[] {
  return inTurn(all).map((of) => ({ kind: "question", of }));
}

function asAppointments(all: readonly StandingAppointment[]): Appointments[] {
  return all.map((of) => ({ kind: "appointment", of }));
}

function asAgreements(all: readonly StandingAgreement[]): Agreements[] {
  return all.map((of) => ({ kind: "agreement", of }));
}

/** Those that have waited longest first. */
function bySince<T extends Thing>(all: readonly T[]): T[] {
  return [...all].sort((a, b) => Date.parse(a.of.since) - Date.parse(b.of.since));
}

/** Those first that are to be done soonest. */
function byDay(all: readonly Agreements[]): Agreements[] {
  const day = ({ of }: Agreements) => of.dueBy ?? "9999";
  return bySince(all).sort((a, b) => day(a).localeCompare(day(b)));
}

/** All of it, in the order in which it is shown. */
export function allOf({ hers, agreed, others, agreedByOthers, lapsed }: Things): readonly Thing[] {
  return [...hers, ...agreed, ...others, ...agreedByOthers, ...lapsed];
}

/** The times for meeting among them. */
export function timesOf(all: readonly Thing[]): readonly StandingAppointment[] {
  return all.flatMap((it) => (it.kind === "appointment" ? [it.of] : []));
}

/** What it moves with where it is shown. */
export function placeOf(things: Things): string {
  return allOf(things).map(keyOfThing).join();
}

/** The same however it stands by now. */
export function keyOfThing({ kind, of }: Thing): string {
  return kind === "question" ? keyOf(of) : `${keyOf(of)} ${kind}`;
}

/** Where one answers it: at the message that asks, or at the newest word of what is arranged. */
export function wayToThing({ kind, of }: Thing): string {
  return wayTo(kind === "question" ? of : { ...of, about: of.seq });
}
