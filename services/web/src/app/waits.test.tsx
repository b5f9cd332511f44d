import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { questionOf } from "../answers/answer";
import type { Given, Progress } from "../answers/given";
import { startLanguage } from "../language/language";
import css from "../shell/signed-in.css?raw";
import { Waits } from "./Waits";

const kept = vi.hoisted(() => ({
  given: [] as unknown[],
  listeners: new Set<() => unknown>(),
}));

vi.mock("../answers/AnswersProvider", () => ({
  useAnswers: () => ({
    subscribe: (listener: () => unknown) => {
      kept.listeners.add(listener);
      return () => kept.listeners.delete(listener);
    },
    elsewhere: () => kept.given,
  }),
}));
vi.mock("../answers/AnswerNotice", () => ({
  AnswerNotice: ({ given }: { given: Given }) => questionOf(given.answer),
}));

function given(kind: Progress["kind"], roomId: string): Given {
  return {
    answer: { kind: "withdrawal", roomId },
    progress: { kind },
    unsure: false,
    looks: false,
    byItself: true,
    looksFirst: kind === "looking",
  };
}

function are(...all: Given[]) {
  act(() => {
    kept.given = all;
    kept.listeners.forEach((it) => it());
  });
}

beforeEach(async () => {
  kept.given = [];
  await startLanguage();
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  document.head.replaceChildren();
});

const isSeen = (text: string) => getComputedStyle(screen.getByText(text)).display !== "none";

test("one is told of whole, and of several the first: the others at a tap", () => {
  render(<Waits />);
  are(given("waiting", "one"));
  expect(screen.queryByRole("button")).toBeNull();

  are(given("waiting", "one"), given("waiting", "two"));
  expect(isSeen("withdrawal one")).toBe(true);
  expect(isSeen("withdrawal two")).toBe(false);

  const button = screen.getByRole("button", { name: "Show one more" });
  fireEvent.click(button);
  expect(isSeen("withdrawal two")).toBe(true);
  expect(button.getAttribute("aria-expanded")).toBe("true");
});

test.each(["sending", "looking"] as const)(
  "the way to the others stays while they are tried (%s)",
  (kind) => {
    vi.useFakeTimers();
    render(<Waits />);
    are(given("waiting", "one"), given("waiting", "two"));
    act(() => void vi.advanceTimersByTime(1_000));
    const button = screen.getByRole("button", { name: "Show one more" });
    button.focus();

    are(given(kind, "one"), given(kind, "two"));
    expect(document.activeElement).toBe(button);
    are(given("waiting", "one"), given("waiting", "two"));
    expect(document.activeElement).toBe(button);
  },
);

test("what is over in a moment is neither drawn nor counted", () => {
  vi.useFakeTimers();
  render(<Waits />);
  are(given("waiting", "one"), given("sending", "two"));
  expect(screen.queryByText("withdrawal two")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();

  act(() => void vi.advanceTimersByTime(1_000));
  screen.getByText("withdrawal two");
  screen.getByRole("button", { name: "Show one more" });
});
