import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { aresRoom } from "../shell/test-room";
import { ended, worded } from "./agreementFrames";
import type { Agreement } from "./agreements";
import { asWording, beginningOf, isWordingSound, wordingFaults } from "./wordingForm";

beforeEach(() => vi.setSystemTime("2026-11-20T10:00:00Z"));
afterEach(() => vi.useRealTimers());

const seats = (...people: string[]) =>
  people.map((personId) => ({
    ...{ seatId: personId, person: { personId, name: personId }, part: "HELPER" },
    ...{ status: "ACTIVE", changedAt: "" },
  })) as RoomDetails["seats"];

const room = (...people: string[]) => aresRoom({ seats: seats(...people) });

const message = (senderId: string, body: string) => ({ seq: 7, senderId, body }) as Message;

const stands: Agreement = {
  ...{
    about: 3,
    seq: 9,
    answered: 9,
    at: "2026-11-19T10:00:00Z",
    saidById: "vera",
    status: "ACTIVE",
  },
  ...{ description: "Søknaden", participantIds: ["vera", "are", "kari"], proposedById: "vera" },
  ...{ ownerId: "vera", dueBy: "2026-11-27", message: 2 },
};

test("a message's words are there in one line, and it is with whoever wrote it", () => {
  const begun = beginningOf(room("are", "kari", "vera"), "vera", {
    message: message("kari", "Vera sender\n søknaden  "),
  });
  expect(begun).toMatchObject({ description: "Vera sender søknaden", people: ["kari"] });
});

test("words that are too many for one line are not cut off", () => {
  const long = message("are", "søknad ".repeat(40));
  expect(beginningOf(room("are", "vera"), "vera", { message: long }).description).toBe("");
});

test("without a message, or of one's own, it is with the patient, or the only other one", () => {
  expect(beginningOf(room("are", "kari", "vera"), "vera", {}).people).toEqual(["are"]);
  const mine = message("vera", "Jeg sender den");
  expect(beginningOf(room("are", "kari", "vera"), "vera", { message: mine }).people).toEqual([
    "are",
  ]);
  expect(beginningOf(room("kari", "vera"), "vera", {}).people).toEqual(["kari"]);
});

test("what stands is there as it stands, without who has left and without a day that has passed", () => {
  const begun = beginningOf(room("are", "vera"), "vera", { stands });
  expect(begun).toEqual({
    ...{ description: "Søknaden", people: ["are"], ownerId: "vera", dueBy: "2026-11-27" },
  });
  vi.setSystemTime("2026-11-28T10:00:00Z");
  expect(beginningOf(room("are", "vera"), "vera", { stands }).dueBy).toBeUndefined();
  const karis = { ...stands, ownerId: "kari" };
  expect(beginningOf(room("are", "vera"), "vera", { stands: karis }).ownerId).toBeUndefined();
});

test("what is missing or wrong is told before it is sent", () => {
  const wanted = { description: " ", people: [], ownerId: undefined, dueBy: "2028-01-01" };
  const faults = wordingFaults(wanted);
  expect(faults).toEqual({
    ...{ description: "missing", people: "missing", dueBy: "day-out-of-range" },
  });
  expect(isWordingSound(faults)).toBe(false);
  const sound = { ...wanted, description: "Søknaden", people: ["are"], dueBy: undefined };
  expect(isWordingSound(wordingFaults(sound))).toBe(true);
  const many = Array.from({ length: 20 }, (_, it) => `p${it}`);
  expect(wordingFaults({ ...sound, people: many }).people).toBe("agreement-people-invalid");
});

test("who puts it in words is among those whom it concerns, and a change keeps what it was made from", () => {
  const wording = asWording({
    ...{ description: " Søknaden ", people: ["are"], ownerId: undefined, dueBy: undefined },
  });
  expect(worded("vera", wording, { message: 7 })).toEqual({
    ...{ kind: "AGREEMENT", status: "ACTIVE", description: "Søknaden", message: 7 },
    ...{ participantIds: ["vera", "are"], proposedById: "vera" },
  });
  expect(worded("are", wording, { stands, message: 7 })).toMatchObject({
    ...{ about: 3, follows: 9, message: 2, proposedById: "are" },
  });
});

test("what ends is repeated as it stood, in the words of whoever said it", () => {
  expect(ended(stands, "COMPLETED")).toEqual({
    ...{ kind: "AGREEMENT", status: "COMPLETED", about: 3, follows: 9, description: "Søknaden" },
    ...{ participantIds: ["vera", "are", "kari"], ownerId: "vera", dueBy: "2026-11-27" },
    ...{ message: 2, proposedById: "vera" },
  });
});
