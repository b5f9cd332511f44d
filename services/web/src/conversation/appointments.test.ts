import { expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import { booked, cancelled, fits, proposed } from "./appointing";
import { appointmentOf, appointmentsIn, mayWith, type Appointment } from "./appointments";
import { canBeRead, saidIn } from "./kinds";

const ALL = ["sara", "are", "kari", "vera"];
const TUESDAY = { start: "2026-11-17T10:00", end: "2026-11-17T10:45" };
const WEDNESDAY = { start: "2026-11-18T12:00", end: "2026-11-18T12:45" };

function entry(seq: number, senderId: string, said: Partial<Message>): Message {
  return {
    roomId: "room",
    seq,
    entryId: `e${seq}`,
    clientId: `c${seq}`,
    senderId,
    class: "VISIBLE",
    kind: "TEXT",
    format: 1,
    sentAt: "2026-11-11T08:00:00Z",
    accessEpoch: 1,
    ...said,
  };
}

const times = (seq: number, senderId: string, said: Partial<Message> = {}) =>
  entry(seq, senderId, {
    kind: "APPOINTMENT",
    status: "PROPOSED",
    description: "Samtale",
    slots: [TUESDAY, WEDNESDAY],
    participantIds: ["sara", "are", "kari"],
    proposedById: senderId,
    ...said,
  });

const answer = (seq: number, senderId: string, follows: number, ...accepts: string[]) =>
  entry(seq, senderId, {
    class: "AMENDS",
    kind: "APPOINTMENT_RESPONSE",
    about: 1,
    accepts,
    follows,
  });

const of = (messages: Message[], lastSeq = messages.at(-1)?.seq ?? 0) =>
  appointmentsIn(messages, lastSeq).get(1);
const stands = (messages: Message[]) => of(messages)?.newest as Appointment;

test("the newest of an appointment holds, and of each the newest answer to the times that stand", () => {
  const messages = [
    times(1, "sara"),
    answer(2, "are", 1, TUESDAY.start),
    answer(3, "kari", 1, TUESDAY.start, WEDNESDAY.start),
    answer(4, "are", 1),
  ];
  expect(of(messages)?.newest.status).toBe("PROPOSED");
  expect(of(messages)?.responses).toEqual([
    { personId: "kari", seq: 3, accepts: [TUESDAY.start, WEDNESDAY.start] },
    { personId: "are", seq: 4, accepts: [] },
  ]);
  const others = [...messages, times(5, "are", { about: 1, follows: 1, slots: [WEDNESDAY] })];
  expect(of(others)?.responses).toEqual([]);
  // One that was on its way meanwhile answers what no longer stands.
  expect(of([...others, answer(6, "kari", 1, TUESDAY.start)])?.responses).toEqual([]);
  expect(of([...others, answer(6, "kari", 5)])?.responses).toEqual([
    { personId: "kari", seq: 6, accepts: [] },
  ]);
});

test("an appointment is told by where it began, also where that is not here", () => {
  const agreed = times(9, "are", { about: 1, follows: 5, status: "BOOKED", booked: TUESDAY });
  expect(of([agreed])).toMatchObject({
    newest: { about: 1, seq: 9, status: "BOOKED", booked: TUESDAY },
    isSure: true,
  });
});

test("where something is missing after it, or does not open, it may stand otherwise", () => {
  expect(of([times(1, "sara")], 1)?.isSure).toBe(true);
  expect(of([times(1, "sara")], 3)?.isSure).toBe(false);
  expect(of([times(1, "sara"), entry(2, "are", { kind: "APPOINTMENT" })])?.isSure).toBe(false);
  const newer = times(2, "are", { about: 1, status: "POSTPONED" });
  expect(of([times(1, "sara"), newer])?.isSure).toBe(false);
  expect(of([entry(1, "are", { kind: "APPOINTMENT" }), times(2, "sara")])).toBeUndefined();
});

test("what is accepted and has not come yet counts", () => {
  const sent = {
    seq: 2,
    senderId: "are",
    sentAt: "2026-11-11T09:00:00Z",
    ...cancelled(stands([times(1, "sara")])),
  };
  expect(appointmentsIn([times(1, "sara")], 2, [sent]).get(1)?.newest.status).toBe("CANCELLED");
});

test("a row says what it says, or that it cannot be read", () => {
  expect(saidIn(times(1, "sara")).kind).toBe("appointment");
  expect(saidIn(entry(1, "sara", { kind: "APPOINTMENT" })).kind).toBe("unreadable");
  expect(saidIn(times(1, "sara", { status: "POSTPONED" })).kind).toBe("newer");
  expect(saidIn(times(1, "sara", { status: "BOOKED" })).kind).toBe("newer");
  expect(canBeRead(times(1, "sara"))).toBe(true);
  expect(canBeRead(times(1, "sara", { status: "POSTPONED" }))).toBe(false);
  expect(appointmentOf(entry(1, "sara", { body: "Hei" }))).toBeUndefined();
});

test.each([
  ["sara", { takePart: true, book: true, answer: false, cancel: true }],
  ["are", { takePart: true, book: false, answer: true, cancel: false }],
  ["vera", { takePart: false, book: false, answer: false, cancel: false }],
])("of three who are to meet, %s may %o", (who, may) => {
  expect(mayWith(stands([times(1, "sara")]), who, ALL)).toEqual(may);
});

test("of two the other settles it, and nobody changes what is cancelled", () => {
  const two = stands([times(1, "sara", { participantIds: ["sara", "are"] })]);
  expect(mayWith(two, "are", ALL)).toEqual({
    takePart: true,
    book: true,
    answer: false,
    cancel: true,
  });
  expect(mayWith({ ...two, status: "BOOKED" }, "are", ALL).book).toBe(false);
  expect(mayWith({ ...two, status: "CANCELLED" }, "are", ALL).takePart).toBe(false);
});

test("of two nobody agrees with herself, and nobody with who cannot come any more", () => {
  const two = stands([times(1, "sara", { participantIds: ["sara", "are"] })]);
  expect(mayWith(two, "sara", ALL)).toMatchObject({ book: false, cancel: true });
  const three = stands([times(1, "sara")]);
  expect(mayWith(three, "are", ["sara", "are"])).toMatchObject({ book: true, answer: false });
  expect(mayWith(three, "are", ["are", "kari"])).toMatchObject({
    ...{ book: false, answer: false, cancel: true },
  });
  expect(mayWith(three, "sara", ["sara"]).book).toBe(false);
});

test("where an answer does not open, nobody is said to be waited for", () => {
  const damaged = entry(2, "are", { class: "AMENDS", kind: "APPOINTMENT_RESPONSE" });
  expect(of([times(1, "sara"), damaged])).toMatchObject({ isSure: true, isWhole: false });
  expect(of([times(1, "sara"), answer(2, "are", 1)])?.isWhole).toBe(true);
});

test("what is said repeats all that it does not change, and names what it has seen", () => {
  const first = stands([times(1, "sara", { place: "DPS", link: "https://video.example/1" })]);
  const same = {
    kind: "APPOINTMENT",
    about: 1,
    follows: 1,
    description: "Samtale",
    slots: [TUESDAY, WEDNESDAY],
    participantIds: ["sara", "are", "kari"],
    proposedById: "sara",
    place: "DPS",
    link: "https://video.example/1",
  };
  expect(booked(first, TUESDAY)).toEqual({ ...same, status: "BOOKED", booked: TUESDAY });
  expect(cancelled(first)).toEqual({ ...same, status: "CANCELLED" });
  expect(cancelled({ ...first, status: "BOOKED", booked: TUESDAY })).toEqual({
    ...same,
    status: "CANCELLED",
    booked: TUESDAY,
  });
  expect(fits(first, [])).toEqual({
    kind: "APPOINTMENT_RESPONSE",
    about: 1,
    accepts: [],
    follows: 1,
  });
  const mine = { ...first, place: "", link: "", participantIds: ["sara", "are"] };
  expect(proposed("are", mine, first)).toEqual({
    kind: "APPOINTMENT",
    status: "PROPOSED",
    about: 1,
    follows: 1,
    description: "Samtale",
    slots: [TUESDAY, WEDNESDAY],
    participantIds: ["are", "sara"],
    proposedById: "are",
  });
});
