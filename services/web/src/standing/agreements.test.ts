import { expect, test } from "vitest";
import type { StandingAgreement } from "../contracts/agreements";
import type { Message } from "../contracts/conversation";
import { hearingOfAgreements, holds, mergedAgreements } from "./agreements";
import { allOf, thingsFor } from "./things";
import type { Told } from "./told";

const ASKED_AT = 2_000;

function standing(change: Partial<StandingAgreement> = {}): StandingAgreement {
  return {
    ...{ roomId: "room", about: 1, seq: 1, proposedById: "vera", waitsForIds: ["are"] },
    ...{ participantIds: ["vera", "are"], objectedIds: [], lapsed: false },
    since: "2026-11-22T06:00:00.000Z",
    ...change,
  };
}

const tells = (...items: StandingAgreement[]): Told<StandingAgreement> => ({
  ...{ items, whole: true, askedAt: ASKED_AT },
});

function says(seq: number, change: Partial<Message> = {}): Message {
  return {
    ...{ roomId: "room", seq, entryId: `e${seq}`, clientId: `c${seq}`, senderId: "vera" },
    ...{ class: "VISIBLE", kind: "AGREEMENT", format: 1, accessEpoch: 1 },
    ...{ sentAt: "2026-11-22T06:00:00.000Z", status: "ACTIVE", description: "Søknaden" },
    ...{ participantIds: ["vera", "are"], proposedById: "vera" },
    ...change,
  } as Message;
}

const answers = (seq: number, response: string): Message =>
  says(seq, { kind: "AGREEMENT_RESPONSE", senderId: "are", about: 1, follows: 1, response });

/** What is known where a room heard these at that time. */
function known(told: Told<StandingAgreement>, heardAt: number, ...messages: Message[]) {
  const heardIn = hearingOfAgreements(() => heardAt);
  const lastSeq = messages.at(-1)?.seq ?? 0;
  return mergedAgreements(told, heardIn([{ roomId: "room", messages, lastSeq, doubt: undefined }]));
}

test("what was answered here after the server was asked counts, and what was before it not", () => {
  const messages = [says(1), answers(2, "ACCEPTED")];
  const [since] = known(tells(standing()), ASKED_AT + 1, ...messages).all ?? [];
  expect(since && holds(since)).toBe(true);
  const [before] = known(tells(standing()), ASKED_AT - 1, ...messages).all ?? [];
  expect(before?.waitsForIds).toEqual(["are"]);
});

test.each(["COMPLETED", "CANCELLED"])("what is %s is gone at once", (status) => {
  const end = says(2, { about: 1, follows: 1, status });
  expect(known(tells(standing()), ASKED_AT + 1, says(1), end).all).toEqual([]);
});

test("what nobody can read here stands as the server tells it", () => {
  const told = tells(standing({ waitsForIds: [], objectedIds: ["are"] }));
  const [it] = known(told, ASKED_AT + 1, says(1), answers(2, "PERHAPS")).all ?? [];
  expect(it).toMatchObject({ waitsForIds: [], objectedIds: ["are"] });
});

const things = (personId: string, ...agreements: StandingAgreement[]) =>
  thingsFor(personId, { questions: [], appointments: [], agreements });

test("what waits for her, what holds, and what waits for others are told apart", () => {
  const agreed = standing({ about: 2, waitsForIds: [] });
  const others = standing({ about: 3, participantIds: ["vera", "kari"], waitsForIds: [] });
  const object = standing({ about: 4, waitsForIds: [], objectedIds: ["kari"] });
  const lapsed = standing({ about: 5, waitsForIds: [], lapsed: true });
  const all = things("are", standing(), agreed, others, object, lapsed);
  const places = (part: readonly { of: { about: number } }[]) => part.map(({ of }) => of.about);
  expect({
    hers: places(all.hers),
    agreed: places(all.agreed),
    others: places(all.others),
    agreedByOthers: places(all.agreedByOthers),
    lapsed: places(all.lapsed),
  }).toEqual({ hers: [1], agreed: [2], others: [4], agreedByOthers: [3], lapsed: [5] });
  expect(allOf(all)).toHaveLength(5);
});

test("what is to be done soonest comes first, and what has no day last", () => {
  const on = (about: number, dueBy?: string) =>
    standing({ about, waitsForIds: [], ...(dueBy !== undefined && { dueBy }) });
  const { agreed } = things("are", on(1), on(2, "2026-12-01"), on(3, "2026-11-30"));
  expect(agreed.map(({ of }) => of.about)).toEqual([3, 2, 1]);
});
