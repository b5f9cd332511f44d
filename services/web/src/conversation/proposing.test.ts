import { expect, test } from "vitest";
import type { RoomDetails } from "../contracts/rooms";
import { aresRoom } from "../shell/test-room";
import type { Appointment } from "./appointments";
import {
  asProposal,
  beginning,
  faultsOf,
  isExact,
  nextTime,
  slotOf,
  whereOf,
  type Proposing,
} from "./proposing";

const NOW = Date.parse("2026-11-11T09:00:00Z");
const wanted: Proposing = {
  description: " Samtale ",
  times: [
    { key: 1, day: "2026-11-18", from: "12:00" },
    { key: 2, day: "2026-11-17", from: "10:00" },
  ],
  minutes: 45,
  people: ["are"],
  where: "",
};

test("times go in their order, each with its end, and words without what is around them", () => {
  expect(asProposal(wanted)).toEqual({
    description: "Samtale",
    slots: [
      { start: "2026-11-17T10:00", end: "2026-11-17T10:45" },
      { start: "2026-11-18T12:00", end: "2026-11-18T12:45" },
    ],
    participantIds: ["are"],
    place: "",
    link: "",
  });
  expect(faultsOf(wanted, NOW).any).toBe(false);
});

test("a meeting that goes on past midnight ends the next day", () => {
  const late = { key: 1, day: "2026-12-31", from: "23:30" };
  expect(slotOf(late, 45).end).toBe("2027-01-01T00:15");
});

test.each([
  ["", "", ""],
  ["Øyane DPS, 2. etasje", "Øyane DPS, 2. etasje", ""],
  ["https://video.example/rom/1", "", "https://video.example/rom/1"],
  [
    "Rom 2 eller https://video.example/1 om du vil",
    "Rom 2 eller om du vil",
    "https://video.example/1",
  ],
  ["http://video.example/1", "http://video.example/1", ""],
])("where: %j", (where, place, link) => {
  expect(whereOf(where)).toEqual({ place, link });
});

test.each([
  ["2026-11-11", "10:00", "time-passed"],
  ["2026-11-11", "10:01", undefined],
  ["2026-11-10", "23:00", "day-out-of-range"],
  ["2027-11-11", "10:00", undefined],
  ["2027-11-12", "10:00", "day-out-of-range"],
  ["2027-03-28", "02:15", "time-not-exact"],
  ["2027-03-28", "01:30", "time-not-exact"],
  ["2027-03-28", "03:00", undefined],
  ["2027-10-31", "02:15", "time-not-exact"],
  ["2027-10-31", "03:00", undefined],
  ["", "10:00", "missing"],
  ["2026-11-17", "", "missing"],
])("%s at %s: %s", (day, from, fault) => {
  const { times, any } = faultsOf({ ...wanted, times: [{ key: 7, day, from }] }, NOW);
  expect(times.get(7)).toBe(fault);
  expect(any).toBe(fault !== undefined);
});

test("a time stands there once, and it is the later one that is told so", () => {
  const twice = [1, 2].map((key) => ({ key, day: "2026-11-17", from: "10:00" }));
  expect([...faultsOf({ ...wanted, times: twice }, NOW).times]).toEqual([[2, "times-invalid"]]);
});

test("what is missing is told", () => {
  expect(faultsOf({ ...wanted, description: " " }, NOW)).toMatchObject({
    description: true,
    any: true,
  });
  expect(faultsOf({ ...wanted, people: [] }, NOW)).toMatchObject({ people: true, any: true });
  expect(faultsOf({ ...wanted, where: "a".repeat(201) }, NOW).where).toBe(
    "appointment-line-invalid",
  );
  const hidden = "https://nav.no@video.example/1";
  expect(faultsOf({ ...wanted, where: hidden }, NOW).where).toBe("appointment-link-invalid");
});

test("what the clocks show once is exact, wherever one is", () => {
  expect(isExact("2026-11-17T10:00")).toBe(true);
  expect(isExact("2027-03-28T02:00")).toBe(false);
  expect(isExact("2027-10-31T02:59")).toBe(false);
});

function roomWith(...people: string[]): RoomDetails {
  const seats = people.map((personId) => ({
    seatId: personId,
    person: { personId, name: personId },
    part: personId === "are" ? "PATIENT" : "HELPER",
    status: "ACTIVE",
  }));
  const room = aresRoom();
  return { ...room, patient: { ...room.patient, personId: "are" }, seats } as RoomDetails;
}

test("one begins with the patient, with the only other one, and of what stands with its own", () => {
  expect(beginning(roomWith("are", "sara", "vera"), "sara", undefined).people).toEqual(["are"]);
  expect(beginning(roomWith("are", "sara", "vera"), "are", undefined).people).toEqual([]);
  expect(beginning(roomWith("are", "sara"), "are", undefined).people).toEqual(["sara"]);
  const stands: Appointment = {
    ...{ about: 1, seq: 4, saidById: "sara", status: "BOOKED", description: "Samtale" },
    slots: [{ start: "2026-11-17T10:00", end: "2026-11-17T11:20" }],
    ...{ place: "DPS", link: "https://video.example/1", proposedById: "sara" },
    participantIds: ["sara", "are", "gone"],
  };
  expect(beginning(roomWith("are", "sara", "vera"), "are", stands)).toEqual({
    description: "Samtale",
    times: [{ key: 1, day: "", from: "" }],
    minutes: 80,
    people: ["sara"],
    where: "DPS https://video.example/1",
  });
});

test("one more time begins at the hour of the last", () => {
  expect(nextTime(wanted.times)).toEqual({ key: 3, day: "", from: "10:00" });
});
