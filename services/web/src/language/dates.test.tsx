import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, test, vi } from "vitest";
import { useDates } from "./dates";
import { startLanguage } from "./language";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 26, 23, 50) });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Day({ at }: { at: Date }) {
  return <p>{useDates().day(at.toISOString())}</p>;
}

async function shown(at: Date) {
  await startLanguage();
  render(<Day at={at} />);
}

const TODAY = /^(i dag|today)$/i;
const YESTERDAY = /^(i går|yesterday)$/i;

test("a window that stays open over midnight says yesterday of what was today", async () => {
  await shown(new Date(2026, 10, 26, 12));
  screen.getByText(TODAY);

  act(() => void vi.advanceTimersByTime(11 * 60_000));

  screen.getByText(YESTERDAY);
});

test("and again the day after", async () => {
  await shown(new Date(2026, 10, 27, 12));

  act(() => void vi.advanceTimersByTime(11 * 60_000));
  screen.getByText(TODAY);
  act(() => void vi.advanceTimersByTime(24 * 3_600_000));
  screen.getByText(YESTERDAY);
});

test("one that slept over it says so when it is looked at", async () => {
  await shown(new Date(2026, 10, 26, 12));

  vi.setSystemTime(new Date(2026, 10, 27, 9));
  act(() => void document.dispatchEvent(new Event("visibilitychange")));

  screen.getByText(YESTERDAY);
});
