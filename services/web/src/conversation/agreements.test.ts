import { expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import { agreeing, agreementOf, agreementsIn, isAgreed, mayWithAgreement } from "./agreements";

function says(seq: number, senderId: string, change: Partial<Message> = {}): Message {
  return {
    ...{ roomId: "room", seq, entryId: `e${seq}`, clientId: `c${seq}`, senderId },
    ...{ class: "VISIBLE", kind: "AGREEMENT", format: 1, accessEpoch: 1 },
    ...{ sentAt: "2026-11-22T06:00:00.000Z", status: "ACTIVE", description: "Søknaden" },
    ...{ participantIds: ["vera", "are", "kari"], proposedById: senderId },
    ...change,
  } as Message;
}

const answers = (seq: number, senderId: string, response: string, follows = 1, about = 1) =>
  says(seq, senderId, { kind: "AGREEMENT_RESPONSE", class: "AMENDS", about, response, follows });

const ALL = ["vera", "are", "kari"];

/** How the agreement stands that began first. */
function stands(messages: readonly Message[], inRoom: readonly string[] = ALL) {
  const known = agreementsIn(messages, messages.at(-1)?.seq ?? 0).get(1);
  if (!known) throw new Error("There is none");
  return { ...known, ...agreeing(known, inRoom) };
}

test("what somebody says holds once all whom it concerns have said so, and not before", () => {
  const first = says(1, "vera");
  expect(stands([first])).toMatchObject({ waitsFor: ["are", "kari"], accepted: ["vera"] });
  const one = [first, answers(2, "are", "ACCEPTED")];
  expect(stands(one).waitsFor).toEqual(["kari"]);
  expect(isAgreed(stands(one))).toBe(false);
  expect(isAgreed(stands([...one, answers(3, "kari", "ACCEPTED")]))).toBe(true);
});

test("nobody agrees in another's place: who it does not concern is not counted", () => {
  const all = [says(1, "vera"), answers(2, "sara", "ACCEPTED"), answers(3, "are", "ACCEPTED")];
  expect(stands(all)).toMatchObject({ waitsFor: ["kari"], accepted: ["vera", "are"] });
});

test("of each the newest counts, and once all have answered an objection is for whoever proposed it", () => {
  const all = [
    says(1, "vera"),
    answers(2, "are", "ACCEPTED"),
    answers(3, "kari", "ACCEPTED"),
    answers(4, "are", "OBJECTED"),
  ];
  expect(stands(all)).toMatchObject({ objected: ["are"], waitsFor: ["vera"] });
  expect(isAgreed(stands(all))).toBe(false);
  // While somebody has said nothing it is she who is waited for.
  expect(stands([all[0], all[3]] as Message[]).waitsFor).toEqual(["kari"]);
  // Whoever proposed it has gone: it is for all who are left.
  expect(stands(all, ["are", "kari"]).waitsFor).toEqual(["are", "kari"]);
  expect(isAgreed(stands(all, ["are", "kari"]))).toBe(false);
});

test("other words are agreed on anew: an answer to the old ones is none to the new", () => {
  const anew = says(3, "are", { about: 1, follows: 1, description: "Søknaden, senest fredag" });
  const known = stands([says(1, "vera"), answers(2, "kari", "ACCEPTED"), anew]);
  expect(known.newest).toMatchObject({ seq: 3, description: "Søknaden, senest fredag" });
  expect(known.waitsFor).toEqual(["vera", "kari"]);
  expect(known.responses).toEqual([]);
});

test("who has left is neither waited for nor counted, and nobody agrees alone", () => {
  const all = [says(1, "vera"), answers(2, "are", "ACCEPTED")];
  expect(isAgreed(stands(all, ["vera", "are"]))).toBe(true);
  expect(stands(all, ["are"])).toMatchObject({ isLapsed: true, waitsFor: [] });
  expect(isAgreed(stands(all, ["are"]))).toBe(false);
});

test("where who was to see to it has left nothing comes of it as it stands", () => {
  const all = [says(1, "vera", { ownerId: "kari" }), answers(2, "are", "ACCEPTED")];
  expect(stands(all).isLapsed).toBe(false);
  expect(stands(all, ["vera", "are"])).toMatchObject({ isLapsed: true, waitsFor: [] });
});

test("where nobody is left whom it concerns anybody drops it, and does nothing else with it", () => {
  const known = stands([says(1, "vera")]);
  expect(mayWithAgreement(known, "sara", ["sara", "are"]).drop).toBe(false);
  expect(mayWithAgreement(known, "sara", ["sara"])).toEqual({
    ...{ change: false, answer: false, end: false, drop: true },
  });
});

test("what does not hold is neither done nor dropped by who is asked, and taken back by who asked", () => {
  const asked = stands([says(1, "vera")]);
  expect(mayWithAgreement(asked, "are", ALL)).toEqual({
    ...{ change: true, answer: true, end: false, drop: false },
  });
  expect(mayWithAgreement(asked, "vera", ALL)).toMatchObject({ end: true, drop: true });
  // Whoever asked has gone.
  expect(mayWithAgreement(asked, "are", ["are", "kari"]).drop).toBe(true);
  const yes = stands([says(1, "vera"), answers(2, "are", "ACCEPTED")]);
  expect(mayWithAgreement(yes, "are", ALL)).toMatchObject({ end: true, drop: false });
  const no = stands([
    says(1, "vera"),
    answers(2, "kari", "OBJECTED"),
    answers(3, "are", "ACCEPTED"),
  ]);
  expect(mayWithAgreement(no, "vera", ALL).end).toBe(false);
  expect(mayWithAgreement(no, "are", ALL).end).toBe(false);
});

test("what has ended still says who had agreed to it, and so do words that hold no more", () => {
  const all = [
    says(1, "vera"),
    answers(2, "are", "OBJECTED"),
    says(3, "kari", { about: 1, follows: 1, description: "Søknaden på mandag" }),
    answers(4, "are", "ACCEPTED", 3),
    says(5, "kari", {
      about: 1,
      follows: 3,
      status: "COMPLETED",
      description: "Søknaden på mandag",
    }),
  ];
  const known = stands(all);
  expect(known.responses).toMatchObject([{ personId: "are", response: "ACCEPTED" }]);
  expect(known.allResponses.get(1)).toMatchObject([{ personId: "are", response: "OBJECTED" }]);
  expect(known).toMatchObject({ isWhole: true, waitsFor: [] });
});

test.each(["COMPLETED", "CANCELLED"])("of what is %s nothing is waited for", (status) => {
  const end = says(2, "are", { about: 1, follows: 1, status, proposedById: "vera" });
  expect(stands([says(1, "vera"), end]).waitsFor).toEqual([]);
});

test("what this version can't read makes it sure of nothing", () => {
  const newer = says(2, "are", { about: 1, status: "PAUSED" });
  expect(agreementOf(newer)).toBeUndefined();
  expect(stands([says(1, "vera"), newer]).isSure).toBe(false);
  const strange = answers(2, "are", "PERHAPS");
  expect(stands([says(1, "vera"), strange])).toMatchObject({ isSure: true, isWhole: false });
});

test("what may be missing makes it sure of nothing", () => {
  const known = agreementsIn([says(1, "vera")], 2).get(1);
  expect(known).toMatchObject({ isSure: false, isWhole: false });
});

test("in whichever order they come they give the same", () => {
  const all = [
    says(1, "vera"),
    answers(2, "are", "OBJECTED"),
    answers(3, "are", "ACCEPTED"),
    says(4, "kari", { about: 1, follows: 1 }),
    answers(5, "vera", "ACCEPTED", 4),
  ];
  expect(agreementsIn([...all].reverse(), 5)).toEqual(agreementsIn(all, 5));
});
