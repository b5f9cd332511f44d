import { expect, test } from "vitest";
import type { StandingAppointment } from "../contracts/appointments";
import type { Message } from "../contracts/conversation";
import { hearingOfAppointments, mergedAppointments } from "./appointments";
import { hersToAnswer } from "./arranged";
import type { Opened } from "./hearing";
import type { Told } from "./told";

const ASKED_AT = 2_000;

function standing(change: Partial<StandingAppointment> = {}): StandingAppointment {
  return {
    ...{ roomId: "room", about: 1, seq: 1, status: "PROPOSED", proposedById: "sara" },
    participantIds: ["sara", "are"],
    ...{ waitsForIds: ["are"], lapsed: false, clashes: [], since: "2026-11-22T06:00:00.000Z" },
    ...change,
  };
}

const tells = (...items: StandingAppointment[]): Told<StandingAppointment> => ({
  items,
  whole: true,
  askedAt: ASKED_AT,
});

const SLOT = { start: "2126-11-17T10:00", end: "2126-11-17T11:00" };

function says(seq: number, change: Partial<Message> = {}): Message {
  return {
    ...{ roomId: "room", seq, entryId: `e${seq}`, clientId: `c${seq}`, senderId: "sara" },
    ...{ class: "VISIBLE", kind: "APPOINTMENT", format: 1, accessEpoch: 1 },
    ...{ sentAt: "2026-11-22T06:00:00.000Z", status: "PROPOSED", description: "Møte" },
    ...{ slots: [SLOT], participantIds: ["sara", "are"], proposedById: "sara" },
    ...change,
  } as Message;
}

const answers = (seq: number, senderId: string, about = 1): Message =>
  says(seq, { kind: "APPOINTMENT_RESPONSE", senderId, about, follows: about, accepts: [] });

/** What is known of a room that heard these at that time. */
function known(told: Told<StandingAppointment>, heardAt: number, ...messages: Message[]) {
  const heardIn = hearingOfAppointments(() => heardAt);
  const lastSeq = messages.at(-1)?.seq ?? 0;
  const room = { roomId: "room", messages, lastSeq, doubt: undefined } satisfies Opened;
  return mergedAppointments(told, heardIn([room]));
}

test("while the server has not told, nothing is known of any room", () => {
  const { all, inRoom, more } = mergedAppointments(undefined, []);
  expect([all, inRoom("room"), more]).toEqual([undefined, undefined, false]);
});

test("what was heard after the server was asked counts before it is asked again", () => {
  const booked = says(2, { about: 1, status: "BOOKED", booked: SLOT, senderId: "are" });
  const { all } = known(tells(standing()), ASKED_AT + 1, says(1), booked);
  expect(all).toMatchObject([{ about: 1, seq: 2, status: "BOOKED", waitsForIds: [] }]);
});

test("one that is cancelled is gone at once", () => {
  const cancelled = says(2, { about: 1, status: "CANCELLED" });
  expect(known(tells(standing()), ASKED_AT + 1, says(1), cancelled).all).toEqual([]);
});

test("one that is new waits for those who are asked", () => {
  const people = ["sara", "are", "vera"];
  const { all } = known(tells(), ASKED_AT + 1, says(1, { participantIds: people }));
  expect(all).toMatchObject([{ seq: 1, waitsForIds: ["are", "vera"] }]);
});

test("once all have answered it waits for whoever proposed the times", () => {
  const people = ["sara", "are", "vera"];
  const all = [says(1, { participantIds: people }), answers(2, "are"), answers(3, "vera")];
  expect(known(tells(), ASKED_AT + 1, ...all).all).toMatchObject([{ waitsForIds: ["sara"] }]);
});

test("what was heard before the server was asked and it does not tell is over", () => {
  const booked = says(2, { about: 1, status: "BOOKED", booked: SLOT });
  expect(known(tells(), ASKED_AT - 1, says(1), booked).all).toEqual([]);
});

test("a time that is over is not told of by the room either", () => {
  const past = { start: "2025-11-17T10:00", end: "2025-11-17T11:00" };
  const booked = says(1, { status: "BOOKED", booked: past, slots: [past] });
  expect(known(tells(), ASKED_AT + 1, booked).all).toEqual([]);
});

test("what the server says of the same entry is kept: it knows who is taken then", () => {
  const clashes = [{ slot: 0, personIds: ["are"] }];
  expect(known(tells(standing({ clashes })), ASKED_AT + 1, says(1)).all).toMatchObject([
    { clashes },
  ]);
});

const PEOPLE = ["sara", "are", "vera"];
const ofThree = () => standing({ participantIds: PEOPLE, waitsForIds: ["are", "vera"] });

test("nobody is waited for who has just answered here, and then whoever proposed is", () => {
  const proposed = says(1, { participantIds: PEOPLE });
  const one = known(tells(ofThree()), ASKED_AT + 1, proposed, answers(2, "are"));
  expect(one.all).toMatchObject([{ waitsForIds: ["vera"] }]);
  expect(hersToAnswer(one.all ?? [], "are")).toEqual([]);
  const both = [answers(2, "are"), answers(3, "vera")];
  const all = known(tells(ofThree()), ASKED_AT + 1, proposed, ...both);
  expect(all.all).toMatchObject([{ waitsForIds: ["sara"] }]);
});

test("what the server has counted in is its to say: of two who are left the one who was asked", () => {
  const left = standing({ participantIds: PEOPLE, waitsForIds: ["are"] });
  const proposed = says(1, { participantIds: PEOPLE });
  const { all } = known(tells(left), ASKED_AT - 1, proposed, answers(2, "are"));
  expect(all).toMatchObject([{ waitsForIds: ["are"] }]);
});

test("who has left is not waited for", () => {
  const heardIn = hearingOfAppointments(() => ASKED_AT + 1);
  const messages = [says(1, { participantIds: PEOPLE })];
  const heard = heardIn([{ roomId: "room", messages, lastSeq: 1, doubt: undefined }]);
  const { all } = mergedAppointments(tells(), heard, () => ["sara", "are"]);
  expect(all).toMatchObject([{ waitsForIds: ["are"] }]);
});

test("an older page that comes later says nothing new", () => {
  let now = ASKED_AT - 1;
  const heardIn = hearingOfAppointments(() => now);
  const room = { roomId: "room", lastSeq: 2, doubt: undefined };
  heardIn([{ ...room, messages: [says(2)] }]);
  now = ASKED_AT + 1;
  const heard = heardIn([{ ...room, messages: [says(1), says(2)] }]);
  expect(mergedAppointments(tells(), heard).all).toEqual([]);
});

test("where something newer can't be read the server's word stands", () => {
  const strange = { ...says(3, { about: 1 }), slots: undefined } as unknown as Message;
  const booked = says(2, { about: 1, status: "BOOKED", booked: SLOT });
  const { all } = known(tells(standing()), ASKED_AT + 1, says(1), booked, strange);
  expect(all).toEqual([standing()]);
});

test("what an entry says is read in its room alone, and of that entry alone", () => {
  const { saying } = known(tells(standing()), ASKED_AT - 1, says(1));
  expect(saying(standing())?.description).toBe("Møte");
  expect(saying(standing({ roomId: "other" }))).toBeUndefined();
  expect(saying(standing({ seq: 2 }))).toBeUndefined();
});
