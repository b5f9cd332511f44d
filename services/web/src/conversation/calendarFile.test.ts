import ICAL from "ical.js";
import { afterEach, expect, test } from "vitest";
import { calendarFile, uidFor } from "./calendarFile";
import type { When } from "./when";

const NOW = new Date("2026-10-31T09:00:00.123Z");
const SOURCE = "01900000-0000-7000-8000-000000000001 12";

afterEach(() => ICAL.TimezoneService.reset());

const fileOf = async (when: When) => calendarFile("Avtale", await uidFor(SOURCE), when, NOW);

/** As a calendar reads it, with no other knowledge of time zones than what the file tells. */
async function read(when: When): Promise<ICAL.Event> {
  const calendar = new ICAL.Component(ICAL.parse(await fileOf(when)) as unknown[]);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const [event, ...others] = calendar.getAllSubcomponents("vevent");
  expect(others).toEqual([]);
  if (!event) throw new Error("no event");
  return new ICAL.Event(event);
}

test.each([
  ["2026-11-17", "2026-11-17T09:00:00.000Z"],
  ["2026-06-17", "2026-06-17T08:00:00.000Z"],
  // The clocks change on the 25th of October and on the 28th of March.
  ["2026-10-24", "2026-10-24T08:00:00.000Z"],
  ["2026-10-25", "2026-10-25T09:00:00.000Z"],
  ["2027-03-27", "2027-03-27T09:00:00.000Z"],
  ["2027-03-28", "2027-03-28T08:00:00.000Z"],
])("ten o'clock in Norway on %s is %s", async (day, at) => {
  const { startDate } = await read({ day, from: "10:00" });
  expect(startDate.toJSDate().toISOString()).toBe(at);
});

test("what has no end gets none, and what has one gets that", async () => {
  expect(await fileOf({ day: "2026-11-17", from: "10:00" })).not.toMatch(/DTEND|DURATION/);
  const { endDate } = await read({ day: "2026-11-17", from: "10:00", to: "11:30" });
  expect(endDate.toJSDate().toISOString()).toBe("2026-11-17T10:30:00.000Z");
});

test("what has no time is all of the day, and leaves it free", async () => {
  const { startDate, endDate, component } = await read({ day: "2026-11-17" });
  expect(startDate.isDate).toBe(true);
  expect([startDate.toString(), endDate.toString()]).toEqual(["2026-11-17", "2026-11-18"]);
  expect(component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
});

test("added twice it is one event, and what stands elsewhere is another", async () => {
  const { uid } = await read({ day: "2026-11-17" });
  expect((await read({ day: "2026-11-17" })).uid).toBe(uid);
  expect(await uidFor(`${SOURCE}3`)).not.toBe(uid);
});

test("R9 it tells that there is an appointment, and when", async () => {
  const { component } = await read({ day: "2026-11-17", from: "10:00", to: "11:00" });
  const told = component.getAllProperties().map((it) => [it.name, String(it.getFirstValue())]);
  expect(Object.fromEntries(told)).toEqual({
    uid: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    dtstamp: "2026-10-31T09:00:00Z",
    dtstart: "2026-11-17T10:00:00",
    dtend: "2026-11-17T11:00:00",
    summary: "Avtale",
    class: "PRIVATE",
  });
  expect(await fileOf({ day: "2026-11-17" })).not.toMatch(/samsnakk|01900000|https?:/i);
});

test("its lines end as they have to, and none is so long that it has to be folded", async () => {
  const file = await fileOf({ day: "2026-11-17", from: "10:00", to: "11:00" });
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
  for (const line of file.split("\r\n")) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
});
