import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startLanguage } from "../language/language";
import { DayNow } from "./DayNow";

beforeEach(async () => {
  await startLanguage();
  vi.useFakeTimers({ now: new Date("2026-11-29T12:00:00Z") });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Talk() {
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <div ref={scroller} data-testid="talk">
      <DayNow at="2026-11-29T08:00:00Z" scroller={scroller} />
    </div>
  );
}

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));
const moving = () => screen.getByText(/I dag|Today/i).dataset["moving"];

test("the day is seen while one scrolls, and covers nothing where one reads", async () => {
  render(<Talk />);
  expect(moving()).toBe("true");
  await passes(1_100);
  expect(moving()).toBe("false");

  fireEvent.scroll(screen.getByTestId("talk"));
  expect(moving()).toBe("true");
  await passes(900);
  fireEvent.scroll(screen.getByTestId("talk"));
  await passes(900);
  expect(moving()).toBe("true");
  await passes(200);
  expect(moving()).toBe("false");
});
