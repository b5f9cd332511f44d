import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Appointment } from "../conversation/appointments";
import { useAtTheHour } from "./useAtTheHour";

beforeEach(() => {
  vi.useFakeTimers();
  // Nine o'clock in Norway.
  vi.setSystemTime("2026-11-17T08:00:30.000Z");
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const slot = (from: string, to: string) => ({
  start: `2026-11-17T${from}`,
  end: `2026-11-17T${to}`,
});

const appointment = (change: Partial<Appointment>): Appointment => ({
  ...{
    about: 1,
    seq: 1,
    answered: 1,
    at: "",
    saidById: "sara",
    status: "PROPOSED",
    description: "Møte",
  },
  ...{ slots: [slot("10:00", "11:00")], participantIds: ["sara", "are"], proposedById: "sara" },
  ...change,
});

function Waits({ all, come }: { all: Appointment[]; come: () => void }) {
  useAtTheHour(all, come);
  return null;
}

const MINUTE = 60_000;

test.each([
  ["proposed times that begin", appointment({}), 60],
  [
    "what is agreed and ends",
    appointment({ status: "BOOKED", booked: slot("08:30", "09:15") }),
    15,
  ],
])("%s is heard of when the hour has come, once", (_, of, minutes) => {
  const come = vi.fn();
  render(<Waits all={[of]} come={come} />);
  vi.advanceTimersByTime((minutes - 1) * MINUTE);
  expect(come).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2 * MINUTE);
  expect(come).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(600 * MINUTE);
  expect(come).toHaveBeenCalledTimes(1);
});

test("what is cancelled, or lies behind, is waited for no more", () => {
  const come = vi.fn();
  const past = appointment({ slots: [slot("07:00", "08:00")] });
  render(<Waits all={[appointment({ status: "CANCELLED" }), past]} come={come} />);
  vi.advanceTimersByTime(600 * MINUTE);
  expect(come).not.toHaveBeenCalled();
});

test("an hour that has come is told also where something is drawn just then", () => {
  const come = vi.fn();
  const all = [appointment({})];
  const { rerender } = render(<Waits all={all} come={come} />);
  // Half a second past ten: the minute has begun and nothing has been told yet.
  vi.advanceTimersByTime(60 * MINUTE - 29_500);
  rerender(<Waits all={[...all]} come={come} />);
  expect(come).not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE);
  expect(come).toHaveBeenCalledTimes(1);
});
