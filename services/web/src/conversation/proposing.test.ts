import { expect, test } from "vitest";
import type { RoomDetails } from "../contracts/rooms";
import { aresRoom } from "../shell/test-room";
import type { Appointment } from "./appointments";
import { peopleOf } from "./people";
import {
  asProposal,
  beginning,
  faultsOf,
  isExact,
  isSound,
  withoutTime,
  withTime,
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
  expect(isSound(faultsOf(wanted, NOW))).toBe(true);
});

test("a meeting ends on the day on which it begins", () => {
  const late = { key: 1, day: "2026-12-30", from: "23:30" };
  expect(slotOf(late, 45).end).toBe("2026-12-31T00:15");
  const faults = (minutes: number) => faultsOf({ ...wanted, times: [late], minutes }, NOW).times;
  expect(faults(45).get(1)).toBe("next-day");
  expect(faults(15).get(1)).toBeUndefined();
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

  // As the server wants it, and without the signs after it.
  ["HTTPS://Video.Example/Rom", "", "https://video.example/Rom"],
  ["https://møte.example/1", "", "https://xn--mte-0na.example/1"],
  ["rom 3, https://meet.example/abc, 2. etg", "rom 3, 2. etg", "https://meet.example/abc"],
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
  const faults = faultsOf({ ...wanted, times: [{ key: 7, day, from }] }, NOW);
  expect(faults.times.get(7)).toBe(fault);
  expect(isSound(faults)).toBe(fault === undefined);
});

test("a time stands there once, and it is the later one that is told so", () => {
  const twice = [1, 2].map((key) => ({ key, day: "2026-11-17", from: "10:00" }));
  expect([...faultsOf({ ...wanted, times: twice }, NOW).times]).toEqual([[2, "twice"]]);
});

test("what is missing is told, and what is there and will not do", () => {
  const fault = (part: Partial<Proposing>) => faultsOf({ ...wanted, ...part }, NOW);
  expect(fault({ description: " " }).description).toBe("missing");
  expect(fault({ description: "\u200b" }).description).toBe("appointment-line-invalid");
  expect(fault({ people: [] }).people).toBe("missing");
  const many = Array.from({ length: 20 }, (_, i) => `p${i}`);
  expect(fault({ people: many }).people).toBe("appointment-people-invalid");
  expect(fault({ people: many.slice(1) }).people).toBeUndefined();
  expect(fault({ where: "a".repeat(201) }).where).toBe("appointment-line-invalid");
  for (const where of ["Teams http://video.example/1", "www.video.example"])
    expect(fault({ where }).where).toBe("appointment-link-invalid");
  expect(fault({ where: "https://nav.no@video.example/1" }).where).toBe("appointment-link-invalid");
  expect(fault({ where: `https://video.example/${"a".repeat(480)}` }).where).toBe(
    "appointment-link-invalid",
  );
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
    ...{
      about: 1,
      seq: 4,
      answered: 4,
      at: "2026-11-11T08:00:00Z",
      saidById: "sara",
      status: "BOOKED",
      description: "Samtale",
    },
    slots: [{ start: "2026-11-17T10:00", end: "2026-11-17T11:20" }],
    ...{ place: "DPS", link: "https://video.example/1", proposedById: "sara" },
    participantIds: ["sara", "are", "gone"],
  };
  expect(beginning(roomWith("are", "sara", "vera"), "are", stands)).toEqual({
    description: "Samtale",
    times: [blank(1), blank(2)],
    minutes: 80,
    people: ["sara"],
    where: "DPS https://video.example/1",
  });
});

const blank = (key: number) => ({ key, day: "", from: "" });
const FIRST = { key: 1, day: "2026-11-17", from: "10:00" };

test("below what is filled in there is room for one more, up to five", () => {
  let times = [blank(1), blank(2)];
  for (let key = 1; key <= 5; key++) times = withTime(times, { ...FIRST, key });
  expect(times.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5]);
  expect(withoutTime(times, { ...FIRST, key: 2 }).at(-1)).toEqual(blank(6));
  expect(withoutTime([FIRST, blank(2)], FIRST)).toEqual([blank(2)]);
});

test("a further day begins at the hour of the one before, and keeps an hour of its own", () => {
  const further = withTime([FIRST, blank(2)], { key: 2, day: "2026-11-18", from: "" });
  expect(further[1]).toEqual({ key: 2, day: "2026-11-18", from: "10:00" });
  expect(withTime([FIRST, blank(2)], { key: 2, day: "", from: "12:00" })[1]?.from).toBe("12:00");
  const emptied = withTime([FIRST, { ...FIRST, key: 2 }], { ...FIRST, key: 2, from: "" });
  expect(emptied[1]?.from).toBe("");
});

test("what nobody has begun to fill in is not proposed and lacks nothing, unless nothing is filled in", () => {
  const times = [blank(1), FIRST, blank(3)].map((it, at) => ({ ...it, key: at + 1 }));
  expect(faultsOf({ ...wanted, times }, NOW).times.size).toBe(0);
  expect(asProposal({ ...wanted, times }).slots).toHaveLength(1);
  const nothing = faultsOf({ ...wanted, times: [blank(1), blank(2)] }, NOW).times;
  expect([...nothing]).toEqual([[1, "missing"]]);
});

test("what is half filled in is not passed over", () => {
  const faults = faultsOf({ ...wanted, times: [FIRST, blank(2)] }, NOW, new Set([2]));
  expect([...faults.times]).toEqual([[2, "missing"]]);
});

test("who has left is met no more, and where one is left it is with that one", () => {
  expect(peopleOf(roomWith("are", "sara", "vera"), "are", ["vera", "gone"])).toEqual(["vera"]);
  expect(peopleOf(roomWith("are", "sara"), "are", ["gone"])).toEqual(["sara"]);
  expect(peopleOf(roomWith("are"), "are", ["gone"])).toEqual([]);
});
